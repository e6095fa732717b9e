#include "analysis/report_headline.hpp"

#include <cmath>

#include "analysis/report_figure.hpp"
#include "analysis/report_words.hpp"

namespace leeway {
namespace {

/// "better in 86 of 100", coloured only where the interval of the difference leaves zero out.
Html verdict(const ReportStrings& words, const OutcomeContrast& outcome) {
    const auto said = [&](std::string_view key, std::size_t count) {
        return words(key, {{"count", std::to_string(count)}, {"all", std::to_string(outcome.contrast.units)}});
    };
    if (outcome.contrast.units == 0) return {};
    if (outcome.better + outcome.worse == 0 && outcome.tied == outcome.contrast.units)
        return element("span", {{"class", "same"}}, words("verdict.same"));
    if (outcome.metric->better == Better::neither) return {};
    if (outcome.is_clear() && !outcome.is_better())
        return element("span", {{"class", "worse"}}, said("verdict.worse", outcome.worse));
    return element("span", {{"class", outcome.is_clear() ? "better" : "same"}}, said("verdict.better", outcome.better));
}

Html interval_line(const std::string& text) {
    return text.empty() ? Html() : element("span", {{"class", "line quiet interval"}}, text);
}

/// The cell of a design that may lack the outcome.
Html outcome_cell(const ReportContext& page, const DesignComparison& design, const Metric& metric) {
    const OutcomeContrast* outcome = design.find(metric.name);
    return outcome == nullptr ? value_cell(page.words("missing"), {})
                              : contrast_cell(page, *outcome, design.is_baseline());
}

Html metric_heading(const ReportStrings& words, const Metric& metric) {
    const NumberFormat format = format_of(metric.name);
    const std::string title = title_of(words, metric.name);
    const bool says_unit =
        format.unit.empty() || format.unit == "%" || metric.name.find("per_1000") != metric.name.npos;
    const std::string unit = says_unit ? "" : format.unit + "; ";
    return column_heading(
        plain(title) + element("span", {{"class", "line quiet"}}, unit + direction_words(words, metric.better)),
        contrast_columns(metric.name));
}

Html design_heading(const ReportContext& page, const DesignComparison& design) {
    Html heading = marked_name(page.results, design.design);
    if (design.is_baseline()) heading += element("span", {{"class", "quiet"}}, page.words("baseline"));
    return element("th", {{"scope", "row"}}, heading);
}

std::string described(const ReportStrings& words, const Metric& metric) {
    const std::string unit = metric.share ? words("unit.percent") : format_of(metric.name).unit;
    return meaning_of(words, metric.name) + (unit.empty() ? "" : " [" + unit + "]") + "; " +
           direction_words(words, metric.better);
}

Html full_table(const ReportContext& page) {
    Html head = column_heading(page.words("table.outcome")), rows;
    for (const DesignComparison& design : page.comparison.designs)
        head += column_heading(marked_name(page.results, design.design), contrast_columns(design.name));
    for (const OutcomeContrast& outcome : page.comparison.designs.front().outcomes) {
        const Metric& metric = *outcome.metric;
        Html row = element(
            "th", {{"scope", "row"}, {"class", "outcome"}},
            element("code", metric.name) + element("span", {{"class", "quiet"}}, described(page.words, metric)));
        for (const DesignComparison& design : page.comparison.designs) row += outcome_cell(page, design, metric);
        rows += element("tr", row);
    }
    return data_table(page.words("numbers.all"), "all-outcomes", head, rows);
}

}  // namespace

std::vector<std::string> contrast_columns(std::string_view heading) {
    std::vector<std::string> columns;
    for (const char* part : {"mean", "low", "high", "contrast", "contrast_low", "contrast_high", "share_better"})
        columns.push_back(std::string(heading) + " " + part);
    return columns;
}

Html contrast_cell(const ReportContext& page, const OutcomeContrast& outcome, bool is_baseline) {
    const Interval &level = outcome.level.mean, &change = outcome.contrast.mean;
    if (!std::isfinite(level.mean)) return value_cell(page.words("missing"), std::vector<double>(7, missing_value));
    const NumberFormat format = short_format_of(outcome.metric->name);
    Html content = element("span", {{"class", "level"}}, level_words(format, level.mean, level.mean));
    if (is_baseline) {
        content += interval_line(interval_words(page.words, format, level, false));
    } else {
        content += element("span", {{"class", "line"}}, difference_words(format, change)) +
                   interval_line(interval_words(page.words, format, change, true)) + verdict(page.words, outcome);
    }
    return value_cell(content,
                      {level.mean, level.low, level.high, change.mean, change.low, change.high, outcome.share_better});
}

Html outcome_table(const ReportContext& page, std::string_view label, std::string_view name,
                   std::span<const std::string_view> metrics) {
    if (page.comparison.designs.empty()) return {};
    std::vector<const Metric*> shown;
    for (const std::string_view metric : metrics) {
        if (page.comparison.designs.front().find(metric) != nullptr) shown.push_back(find_metric(metric));
    }
    if (shown.empty()) return {};
    Html head = column_heading(page.words("table.design")), rows;
    for (const Metric* metric : shown) head += metric_heading(page.words, *metric);
    for (const DesignComparison& design : page.comparison.designs) {
        Html row = design_heading(page, design);
        for (const Metric* metric : shown) row += outcome_cell(page, design, *metric);
        rows += element("tr", row);
    }
    return data_table(label, name, head, rows);
}

Html answer_list(const ReportContext& page) {
    Html items;
    for (const DesignComparison& design : page.comparison.designs) {
        Html item = swatch(mark_of(page.results, design.design)) + with_names(design.sentence);
        if (design.design < page.results.design_texts.size())
            item += element("span", {{"class", "line quiet"}}, page.results.design_texts[design.design]);
        items += element("li", item);
    }
    return element("ul", items);
}

Html headline_section(const ReportContext& page) {
    const Comparison& comparison = page.comparison;
    if (comparison.designs.empty() || comparison.shown.empty()) return {};
    std::vector<std::string_view> shown;
    for (const Metric* metric : comparison.shown) shown.push_back(metric->name);
    const std::string note = page.words(
        "numbers.note",
        {{"units", units_word(page)}, {"baseline", baseline_words(page)}, {"method", comparison.interval_method}});
    return element("section", element("h2", {{"id", "numbers"}}, page.words("numbers.title")) +
                                  element("p", {{"class", "quiet"}}, note) +
                                  outcome_table(page, page.words("numbers.headline"), "numbers", shown) +
                                  element("details", element("summary", page.words("numbers.all")) + full_table(page)));
}

Html ranking_section(const ReportContext& page) {
    Html items;
    for (const std::string& sentence : page.comparison.ranking_sentences) items += element("li", with_names(sentence));
    if (items.empty()) return {};
    return element("section", element("h2", {{"id", "ranking"}}, page.words("ranking.title")) + element("ul", items));
}

}  // namespace leeway
