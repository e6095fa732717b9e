#include "analysis/report_headline.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/report_words.hpp"

namespace leeway {
namespace {

std::string direction_words(Better better) {
    if (better == Better::neither) return "neither direction is better";
    return better == Better::more ? "more is better" : "less is better";
}

/// "better in 86 of 100", coloured only where the interval of the difference leaves zero out.
Html verdict(const OutcomeContrast& outcome) {
    if (outcome.contrast.units == 0) return {};
    if (outcome.better + outcome.worse == 0 && outcome.tied == outcome.contrast.units)
        return element("span", {{"class", "same"}}, "the same");
    if (outcome.metric->better == Better::neither) return {};
    const bool is_worse = outcome.is_clear() && !outcome.is_better();
    const std::string odds = fmt::format("{} in {} of {}", is_worse ? "worse" : "better",
                                         is_worse ? outcome.worse : outcome.better, outcome.contrast.units);
    return element("span", {{"class", is_worse ? "worse" : outcome.is_clear() ? "better" : "same"}}, odds);
}

Html interval_line(const std::string& words) {
    return words.empty() ? Html() : element("span", {{"class", "line quiet interval"}}, words);
}

/// The level and, for a design that is no baseline, the difference.
Html outcome_cell(const DesignComparison& design, const Metric& metric) {
    const OutcomeContrast* outcome = design.find(metric.name);
    if (outcome == nullptr || !std::isfinite(outcome->level.mean.mean)) return element("td", "–");
    const NumberFormat format = short_format_of(metric.name);
    const Interval& level = outcome->level.mean;
    const Html top = element("span", {{"class", "level"}}, level_words(format, level.mean, level.mean));
    if (design.is_baseline()) return element("td", top + interval_line(interval_words(format, level, false)));
    const Interval& change = outcome->contrast.mean;
    return element("td", top + element("span", {{"class", "line"}}, difference_words(format, change)) +
                             interval_line(interval_words(format, change, true)) + verdict(*outcome));
}

Html metric_heading(const Metric& metric) {
    const NumberFormat format = format_of(metric.name);
    const bool says_unit =
        format.unit.empty() || format.unit == "%" || title_of(metric.name).find("per 1000") != std::string::npos;
    const std::string unit = says_unit ? "" : format.unit + "; ";
    return element("th", {{"scope", "col"}, {"title", std::string(metric.long_name)}},
                   plain(title_of(metric.name)) +
                       element("span", {{"class", "line quiet"}}, unit + direction_words(metric.better)));
}

Html headline_table(const Results& results, const Comparison& comparison) {
    Html head = element("th", {{"scope", "col"}}, "design"), rows;
    for (const Metric* metric : comparison.shown) head += metric_heading(*metric);
    for (const DesignComparison& design : comparison.designs) {
        Html row = element("th", {{"scope", "row"}},
                           marked_name(results, design.design) +
                               (design.is_baseline() ? element("span", {{"class", "quiet"}}, "baseline") : Html()));
        for (const Metric* metric : comparison.shown) row += outcome_cell(design, *metric);
        rows += element("tr", row);
    }
    return scrolling("Headline numbers",
                     element("table", element("thead", element("tr", head)) + element("tbody", rows)));
}

Html full_table(const Results& results, const Comparison& comparison) {
    Html head = element("th", {{"scope", "col"}}, "outcome"), rows;
    for (const DesignComparison& design : comparison.designs)
        head += element("th", {{"scope", "col"}}, marked_name(results, design.design));
    for (const OutcomeContrast& outcome : comparison.designs.front().outcomes) {
        const Metric& metric = *outcome.metric;
        const std::string unit = metric.share ? "percent" : format_of(metric.name).unit;
        const std::string meaning = std::string(metric.long_name) + (unit.empty() ? "" : " [" + unit + "]") + "; " +
                                    direction_words(metric.better);
        Html row = element("th", {{"scope", "row"}, {"class", "outcome"}},
                           element("code", metric.name) + element("span", {{"class", "quiet"}}, meaning));
        for (const DesignComparison& design : comparison.designs) row += outcome_cell(design, metric);
        rows += element("tr", row);
    }
    return scrolling("All outcomes", element("table", element("thead", element("tr", head)) + element("tbody", rows)));
}

}  // namespace

Html answer_list(const Results& results, const Comparison& comparison) {
    Html items;
    for (const DesignComparison& design : comparison.designs) {
        items += element("li", swatch(mark_of(results, design.design)) + with_names(design.sentence));
    }
    return element("ul", items);
}

Html headline_section(const Results& results, const Comparison& comparison) {
    if (comparison.designs.empty() || comparison.shown.empty()) return {};
    const std::string how = fmt::format(
        "Large: the mean over {0}s. Below it: the mean difference from the baseline, {1}, with its 95 % interval "
        "({2}), and the "
        "number of {0}s in which the design does better. Green and orange only where the interval leaves zero out.",
        comparison.unit_noun, baseline_words(results), comparison.interval_method);
    return element("section",
                   element("h2", {{"id", "numbers"}}, "The numbers") + element("p", {{"class", "quiet"}}, how) +
                       headline_table(results, comparison) +
                       element("details", element("summary", "All outcomes") + full_table(results, comparison)));
}

Html ranking_section(const Comparison& comparison) {
    Html items;
    for (const std::string& sentence : comparison.ranking_sentences) items += element("li", with_names(sentence));
    if (items.empty()) return {};
    return element("section", element("h2", {{"id", "ranking"}}, "Does the order last?") + element("ul", items));
}

}  // namespace leeway
