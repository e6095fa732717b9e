#include "analysis/report_winners.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "analysis/report_figure.hpp"
#include "analysis/report_headline.hpp"
#include "analysis/report_parts_chart.hpp"
#include "analysis/report_words.hpp"

namespace leeway {
namespace {

constexpr std::array<std::string_view, 2> shown_outcomes{"uptake", "harm_per_1000_citizen_years"};
constexpr std::array<std::string_view, 9> other_parties{
    "harm_vulnerable_share", "uptake_gap",         "harm_gap",         "harm_in_pilots", "harm_to_bystanders",
    "firm_survival_36",      "spillover_launches", "rivals_displaced", "capital_raised"};
constexpr std::size_t most_drawn = 12;  // more rows of a group than this cannot be told apart

/// The part of some design with the best or the worst mean change.
struct Extreme {
    std::size_t part = 0, design = 0;
    double gain = missing_value;  ///< positive where it is better
};

double gain_of(const OutcomeContrast& outcome) {
    return outcome.metric->better == Better::less ? -outcome.contrast.mean.mean : outcome.contrast.mean.mean;
}

std::pair<Extreme, Extreme> worst_and_best(const PartContrasts& parts) {
    Extreme worst, best;
    for (std::size_t part = 0; part < parts.parts.size(); ++part) {
        for (std::size_t design = 0; design < parts.designs.size(); ++design) {
            const double gain = gain_of(parts.contrasts[part][design]);
            if (!std::isfinite(gain)) continue;
            if (!(gain >= worst.gain)) worst = {part, design, gain};
            if (!(gain <= best.gain)) best = {part, design, gain};
        }
    }
    return {worst, best};
}

PartContrasts contrasts_by_segment(const ReportContext& page, const OutcomeArray& outcome) {
    const Results& results = page.results;
    const MeanEstimator estimator = estimator_for(results);
    PartContrasts parts;
    for (std::size_t design = 0; design < results.designs.size(); ++design) {
        if (!is_baseline(results, design)) parts.designs.push_back(design);
    }
    for (std::size_t segment = 0; segment < outcome.inner && segment < results.segments.size(); ++segment) {
        parts.parts.push_back(results.segments[segment]);
        auto& row = parts.contrasts.emplace_back();
        for (const std::size_t design : parts.designs)
            row.push_back(
                *contrast_outcome(results, estimator, outcome, design, baseline_of(results, design), segment));
    }
    return parts;
}

/// The finding: who gains most and who loses most, by the mean.
std::string finding(const ReportContext& page, const PartContrasts& parts, const std::string& metric) {
    const auto [worst, best] = worst_and_best(parts);
    const std::string name = title_of(page.words, metric);
    if (!std::isfinite(best.gain)) return page.words("winners.unknown", {{"metric", name}});
    const auto amount = [&](const Extreme& place) {
        return difference_words(short_format_of(metric), parts.contrasts[place.part][place.design].contrast.mean);
    };
    const std::string_view key = worst.gain >= 0  ? "winners.all_gain"
                                 : best.gain <= 0 ? "winners.none_gains"
                                                  : "winners.finding";
    return page.words(key, {{"metric", name},
                            {"best", parts.parts[best.part]},
                            {"best_design", page.results.designs[parts.designs[best.design]]},
                            {"best_amount", amount(best)},
                            {"worst", parts.parts[worst.part]},
                            {"worst_design", page.results.designs[parts.designs[worst.design]]},
                            {"worst_amount", amount(worst)}});
}

std::string description(const ReportContext& page, const PartContrasts& parts) {
    std::string text;
    for (std::size_t part = 0; part < parts.parts.size(); ++part) {
        text += parts.parts[part] + ": ";
        for (std::size_t design = 0; design < parts.designs.size(); ++design) {
            const OutcomeContrast& outcome = parts.contrasts[part][design];
            text += (design > 0 ? ", " : "") + page.results.designs[parts.designs[design]] + " " +
                    difference_words(short_format_of(outcome.metric->name), outcome.contrast.mean);
        }
        text += ". ";
    }
    return text;
}

Html segment_heading(const ReportContext& page, std::size_t segment) {
    Html name = plain(page.results.segments[segment]);
    if (segment < page.results.segment_shares.size()) {
        const std::string share = fmt::format("{:.0f}", 100 * page.results.segment_shares[segment]);
        name += element("span", {{"class", "quiet"}}, page.words("winners.share", {{"share", share}}));
    }
    return element("th", {{"scope", "row"}}, name);
}

/// The chosen contrast of every design, or the level for a baseline.
Html segment_row(const ReportContext& page, const OutcomeArray& outcome, const MeanEstimator& estimator,
                 std::size_t segment) {
    const Results& results = page.results;
    Html row = segment_heading(page, segment);
    for (std::size_t design = 0; design < results.designs.size(); ++design) {
        const auto contrast =
            contrast_outcome(results, estimator, outcome, design, baseline_of(results, design), segment);
        row += contrast_cell(page, *contrast, is_baseline(results, design));
    }
    return element("tr", row);
}

Html segment_table(const ReportContext& page, const OutcomeArray& outcome, const std::string& label) {
    const MeanEstimator estimator = estimator_for(page.results);
    Html head = column_heading(page.words("winners.segment")), rows;
    for (std::size_t design = 0; design < page.results.designs.size(); ++design)
        head += column_heading(marked_name(page.results, design), contrast_columns(page.results.designs[design]));
    for (std::size_t segment = 0; segment < outcome.inner && segment < page.results.segments.size(); ++segment)
        rows += segment_row(page, outcome, estimator, segment);
    return data_table(label, outcome.name + "-by-segment", head, rows);
}

/// The marks of the designs, for a chart whose rows do not name them.
Html key_of(const ReportContext& page, const PartContrasts& parts) {
    Html items;
    for (const std::size_t design : parts.designs) items += element("li", marked_name(page.results, design));
    return element("ul", {{"class", "key"}}, items);
}

Html segment_figure(const ReportContext& page, const OutcomeArray& outcome) {
    PartContrasts parts = contrasts_by_segment(page, outcome);
    if (parts.designs.empty() || parts.parts.empty()) return {};
    const std::string title = finding(page, parts, outcome.name), text = description(page, parts);
    if (parts.designs.size() > most_drawn) parts.designs.resize(most_drawn);
    const std::string id = "segments-" + outcome.name;
    const Html charts = key_of(page, parts) + draw_parts(page, parts, id + "-wide", "plane-wide", 860, title, text) +
                        draw_parts(page, parts, id + "-narrow", "plane-narrow", 360, title, text);
    const std::string caption =
        sentence_case(meaning_of(page.words, outcome.name)) + ". " +
        page.words("winners.caption", {{"units", units_word(page)}, {"baseline", baseline_words(page)}});
    return figure_of(page, {id, title, charts, segment_table(page, outcome, title), plain(caption)});
}

}  // namespace

Html winners_section(const ReportContext& page) {
    Html parts;
    for (const std::string_view name : shown_outcomes) {
        const OutcomeArray* outcome = find_outcome(page.results.by_segment, name);
        if (outcome != nullptr) parts += segment_figure(page, *outcome);
    }
    const Html others = outcome_table(page, page.words("winners.others"), "other-parties", other_parties);
    if (!others.empty()) parts += element("h3", page.words("winners.others")) + others;
    if (parts.empty()) return {};
    return element("section", element("h2", {{"id", "winners"}}, page.words("winners.title")) + parts);
}

}  // namespace leeway
