#include "analysis/report_winners.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "analysis/report_words.hpp"
#include "analysis/worlds.hpp"

namespace leeway {
namespace {

constexpr std::array<std::string_view, 2> shown_outcomes{"uptake", "harm_per_1000_citizen_years"};
constexpr double clear_majority = 0.75;  // below this share of worlds no side is called

/// In how many worlds a difference is for the better, for the worse, and none at all.
struct Tally {
    std::size_t better = 0, worse = 0, all = 0;
};

Tally tally(const std::vector<double>& differences, Better direction) {
    Tally count;
    for (const double difference : differences) {
        if (!std::isfinite(difference)) continue;
        const double gain = direction == Better::less ? -difference : difference;
        count.better += gain > 0 ? 1 : 0;
        count.worse += gain < 0 ? 1 : 0;
        ++count.all;
    }
    return count;
}

Html verdict(const Tally& count) {
    const auto all = static_cast<double>(count.all);
    if (count.better == 0 && count.worse == 0) return element("span", {{"class", "same"}}, "the same");
    const bool better = static_cast<double>(count.better) >= clear_majority * all;
    const bool worse = static_cast<double>(count.worse) >= clear_majority * all;
    const std::string odds = fmt::format(" in {} of {}", worse ? count.worse : count.better, count.all);
    if (better) return element("span", {{"class", "better"}}, "better" + odds);
    if (worse) return element("span", {{"class", "worse"}}, "worse" + odds);
    return element("span", {{"class", "same"}}, "not clear: better" + odds);
}

Html effect_cell(const Results& results, const OutcomeArray& outcome, std::size_t design, std::size_t segment) {
    const Metric* metric = find_metric(outcome.name);
    const std::vector<double> differences =
        unit_differences(results, outcome, design, baseline_of(results, design), segment);
    const Tally count = tally(differences, metric == nullptr ? Better::more : metric->better);
    if (count.all == 0) return element("td", "–");
    return element(
        "td", verdict(count) + element("span", {{"class", "line"}},
                                       difference_words(short_format_of(outcome.name), {finite_mean(differences)})));
}

Html level_cell(const Results& results, const OutcomeArray& outcome, std::size_t design, std::size_t segment) {
    const double level = finite_mean(unit_values(results, outcome, design, segment));
    return element("td", level_words(short_format_of(outcome.name), level, level));
}

Html segment_row(const Results& results, const OutcomeArray& outcome, std::size_t segment) {
    Html name = plain(results.segments[segment]);
    if (segment < results.segment_shares.size()) {
        name += element("span", {{"class", "quiet"}},
                        fmt::format("{:.0f} % of people", 100 * results.segment_shares[segment]));
    }
    Html row = element("th", {{"scope", "row"}}, name);
    for (std::size_t design = 0; design < results.designs.size(); ++design) {
        row += is_baseline(results, design) ? level_cell(results, outcome, design, segment)
                                            : effect_cell(results, outcome, design, segment);
    }
    return element("tr", row);
}

Html segment_table(const Results& results, const OutcomeArray& outcome) {
    const Metric* metric = find_metric(outcome.name);
    Html head = element("th", {{"scope", "col"}}, "segment");
    for (std::size_t design = 0; design < results.designs.size(); ++design) {
        head += element("th", {{"scope", "col"}}, marked_name(results, design));
    }
    Html rows;
    for (std::size_t segment = 0; segment < outcome.inner && segment < results.segments.size(); ++segment)
        rows += segment_row(results, outcome, segment);
    const std::string title = title_of(outcome.name) + " by segment";
    const std::string meaning = metric == nullptr ? std::string() : sentence_case(std::string(metric->long_name)) + ".";
    return element("h3", title) + element("p", {{"class", "quiet"}}, meaning) +
           scrolling(title, element("table", element("thead", element("tr", head)) + element("tbody", rows)));
}

}  // namespace

Html winners_section(const Results& results) {
    Html tables;
    for (const std::string_view name : shown_outcomes) {
        const OutcomeArray* outcome = find_outcome(results.by_segment, name);
        if (outcome != nullptr && !results.segments.empty()) tables += segment_table(results, *outcome);
    }
    if (tables.empty()) return {};
    const std::string rule = fmt::format(
        "The column of {0} gives levels, the others mean differences from it. A side is called better or worse where "
        "at least "
        "three of four {1}s agree (their number is given), the same where no {1} differs, otherwise not clear.",
        baseline_words(results), unit_noun(results));
    return element("section",
                   element("h2", {{"id", "winners"}}, "Who wins and who loses") + element("p", rule) + tables);
}

}  // namespace leeway
