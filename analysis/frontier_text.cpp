#include "analysis/frontier_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/layout.hpp"
#include "analysis/numbers.hpp"
#include "analysis/plane_text.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

constexpr std::size_t most_columns = 27;  // 26 letters and the baseline
constexpr std::size_t shown_rates = 12;

std::string named(const FrontierGroup& group, std::size_t place) { return "`" + group.designs[place].name + "`"; }

std::string rate_text(double rate) { return std::isinf(rate) ? "any" : plain_number(rate, decimals_for(rate, 2)); }

/// "`a` up to 0.3, `b` up to 2 and `c` beyond".
std::string preferences(const FrontierGroup& group) {
    const EfficientFrontier& frontier = group.frontier;
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < frontier.designs.size(); ++i) {
        const bool is_last = i == frontier.rates.size();
        parts.push_back(named(group, frontier.designs[i]) +
                        (is_last ? std::string(" beyond") : " up to " + rate_text(frontier.rates[i])));
    }
    return listed(parts);
}

std::string preference_sentence(const FrontierGroup& group) {
    if (group.frontier.designs.size() == 1)
        return fmt::format(
            "On average {} is preferred at every exchange rate: no other design gains more uptake, and none "
            "adds less harm.",
            named(group, group.frontier.designs.front()));
    return fmt::format(
        "By how many more harms per 1,000 citizens a year you accept for one more percentage point of uptake, "
        "the design preferred on average is {}.",
        preferences(group));
}

std::string beaten_sentence(const FrontierGroup& group, std::size_t place, const std::string& unit_noun) {
    const FrontierDesign& design = group.designs[place];
    std::vector<std::string> by;
    for (const std::size_t other : design.dominated_by) by.push_back(named(group, other));
    std::string text =
        design.standing == Standing::dominated
            ? fmt::format("{} is dominated by {} on average: no more uptake, no less harm", named(group, place),
                          listed(by))
            : fmt::format("{} is beaten by no single design on average, but at every rate by one or another",
                          named(group, place));
    if (std::isfinite(design.dominated_share)) {
        const auto units = std::llround(design.dominated_share * static_cast<double>(group.units));
        text += fmt::format("; some design dominates it in {} of {}", units, counted(group.units, unit_noun));
    }
    return text + ".";
}

std::string letter_of(const FrontierGroup& group, std::size_t place) {
    if (group.designs[place].name == group.baseline) return "0";
    return std::string(1, cloud_letter(place - 1));
}

std::vector<TextCloud> clouds_of(const FrontierGroup& group) {
    std::vector<TextCloud> clouds;
    for (const FrontierDesign& design : group.designs) {
        if (design.name == group.baseline) continue;
        TextCloud cloud{design.name, {design.uptake_added.mean, design.harm_added.mean}, {}};
        for (std::size_t unit = 0; unit < design.uptake_cloud.size(); ++unit) {
            if (std::isfinite(design.uptake_cloud[unit]))
                cloud.worlds.push_back({design.uptake_cloud[unit], design.harm_cloud[unit]});
        }
        clouds.push_back(std::move(cloud));
    }
    return clouds;
}

std::string with_interval(const Interval& interval, int decimals, bool is_signed) {
    const auto written = [&](double value) {
        return is_signed ? plain_signed(value, decimals) : plain_number(value, decimals);
    };
    if (!std::isfinite(interval.low)) return written(interval.mean);
    return fmt::format("{} ({} to {})", written(interval.mean), written(interval.low), written(interval.high));
}

std::string_view words(Standing standing) {
    switch (standing) {
        case Standing::efficient:
            return "frontier";
        case Standing::extendedly_dominated:
            return "between";
        case Standing::dominated:
            return "dominated";
    }
    return "";
}

std::string share_text(double share) { return std::isfinite(share) ? fmt::format("{:.0f} %", 100 * share) : "-"; }

std::string design_table(const FrontierGroup& group, bool colour) {
    double uptake = 0, harm = 0;
    for (const FrontierDesign& design : group.designs) {
        uptake =
            std::max(uptake, largest({design.uptake_added.low, design.uptake_added.high, design.uptake_added.mean}));
        harm = std::max(harm, largest({design.harm_added.low, design.harm_added.high, design.harm_added.mean}));
    }
    std::vector<std::vector<std::string>> rows{{"", "design", "uptake [points]", "harm", "on average", "dominated in"}};
    for (std::size_t place = 0; place < group.designs.size() && place < most_columns; ++place) {
        const FrontierDesign& design = group.designs[place];
        const bool is_baseline = design.name == group.baseline;
        rows.push_back({letter_of(group, place), printable(design.name),
                        is_baseline ? "baseline" : with_interval(design.uptake_added, decimals_for(uptake, 2), true),
                        is_baseline ? "" : with_interval(design.harm_added, decimals_for(harm, 2), true),
                        std::string(words(design.standing)), share_text(design.dominated_share)});
    }
    std::string hidden;
    if (group.designs.size() > most_columns)
        hidden = fmt::format("  Shown are {} of {} designs; --json and --csv hold all.\n", most_columns,
                             group.designs.size());
    return aligned(rows, colour) + hidden;
}

/// Every row, or as many as fit spread over them, the last one among them.
std::vector<AcceptabilityRow> chosen_rows(const std::vector<AcceptabilityRow>& curve) {
    if (curve.size() <= shown_rates) return curve;
    std::vector<AcceptabilityRow> rows;
    const std::size_t step = (curve.size() + shown_rates - 2) / (shown_rates - 1);
    for (std::size_t i = 0; i + 1 < curve.size(); i += step) rows.push_back(curve[i]);
    rows.push_back(curve.back());
    return rows;
}

std::string curve_table(const FrontierGroup& group, bool colour) {
    if (group.curve.empty() || group.curve.front().probability.empty()) return {};
    const std::size_t columns = std::min(group.designs.size(), most_columns);
    std::vector<std::vector<std::string>> rows{{"harm per point"}};
    for (std::size_t place = 0; place < columns; ++place) rows.front().push_back(letter_of(group, place));
    rows.front().emplace_back("preferred on average");
    for (const AcceptabilityRow& row : chosen_rows(group.curve)) {
        std::vector<std::string> cells{rate_text(row.rate)};
        for (std::size_t place = 0; place < columns; ++place)
            cells.push_back(fmt::format("{:.0f}", 100 * row.probability[place]));
        cells.push_back(printable(group.designs[row.on_average].name));
        rows.push_back(std::move(cells));
    }
    return aligned(rows, colour);
}

/// How far the probability that few units show may be from the true one.
std::string probability_note(const FrontierGroup& group, const std::string& unit_noun) {
    const double low = share_interval(1, group.units).low;
    return wrapped(
        fmt::format("Of {} even a probability shown as 100 may be as low as {:.0f}, and 0 as high as {:.0f} "
                    "(95 % interval).",
                    counted(group.units, unit_noun), 100 * low, 100 * (1 - low)));
}

/// The settings in brackets that all designs of a group share: "[adaptation.firms=true]"; often their regime.
std::string shared_settings(const FrontierGroup& group) {
    const std::size_t begin = std::min(group.baseline.find('['), group.baseline.size());
    const std::string settings = group.baseline.substr(begin);
    for (const FrontierDesign& design : group.designs) {
        if (design.name.substr(std::min(design.name.find('['), design.name.size())) != settings) return {};
    }
    return settings;
}

/// The group with names that leave out what they all share.
FrontierGroup with_short_names(FrontierGroup group) {
    const std::size_t shared = shared_settings(group).size();
    group.baseline.resize(group.baseline.size() - shared);
    for (FrontierDesign& design : group.designs) design.name.resize(design.name.size() - shared);
    return group;
}

std::string group_text(const FrontierAnswer& answer, const FrontierGroup& full, bool colour) {
    const FrontierGroup group = with_short_names(full);
    const std::string settings = shared_settings(full);
    std::string text =
        wrapped(printable(fmt::format("Against `{}`, {}{}.", group.baseline, counted(group.units, answer.unit_noun),
                                      settings.empty() ? "" : ", all with " + settings))) +
        "\n";
    for (const std::string& sentence : frontier_sentences(group, answer.unit_noun))
        text += wrapped(printable(sentence), "* ");
    text += "\n" + draw_plane_text(clouds_of(group), group.baseline, answer.unit_noun);
    text += painted(bold, "where each design stands", colour) + "\n" + design_table(group, colour) + "\n";
    const std::string curve = curve_table(group, colour);
    if (curve.empty()) return text;
    return text +
           painted(bold, fmt::format("probability that a design is preferred, percent of {}s", answer.unit_noun),
                   colour) +
           "\n" + curve + probability_note(group, answer.unit_noun) + "\n";
}

}  // namespace

std::vector<std::string> frontier_sentences(const FrontierGroup& group, const std::string& unit_noun) {
    std::vector<std::string> sentences{preference_sentence(group)};
    for (std::size_t place = 0; place < group.designs.size(); ++place) {
        if (group.designs[place].standing != Standing::efficient)
            sentences.push_back(beaten_sentence(group, place, unit_noun));
    }
    return sentences;
}

std::string frontier_text(const FrontierAnswer& answer, bool colour) {
    std::string text = opening_text(answer, colour);
    for (const FrontierGroup& group : answer.groups) {
        if (group.units > 0) text += group_text(answer, group, colour);
    }
    text += wrapped(
        fmt::format("Brackets: 95 % interval of the mean ({}). \"Dominated in\": share of {}s in which some other "
                    "design has no less uptake and no more harm. \"Between\": beaten at every rate by one design or "
                    "another, by none at all rates. \"Harm per point\": severity-weighted harms per 1,000 citizens "
                    "a year that you accept for one more percentage point of uptake; \"any\": only uptake counts.",
                    answer.interval_method, answer.unit_noun));
    return text + closing_text(answer);
}

}  // namespace leeway
