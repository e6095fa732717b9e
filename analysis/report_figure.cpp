#include "analysis/report_figure.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/report_words.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

Html view(std::string_view name, const std::string& title, const Html& content) {
    return element("details", {{"class", "view"}, {"data-view", std::string(name)}},
                   element("summary", title) + content);
}

/// What anybody needs to draw the chart again.
Html source_of(const ReportContext& page) {
    const ReportStrings& words = page.words;
    const Provenance& origin = page.results.provenance;
    Html facts = fact(words("source.page"), element("code", page.rebuild));
    if (!origin.command.empty()) facts += fact(words("source.results"), element("code", origin.command));
    facts += fact(words("source.program"), plain(origin.source));
    facts += fact(words("source.seed"), element("code", std::to_string(origin.seed)));
    facts += fact(words("source.runs"), plain(words.counted(page.results.worlds.size(), "world") + ", " +
                                              words.counted(page.results.replicates.size(), "replicate")));
    facts += fact(words("source.hash"), element("code", origin.results_hash));
    return element("dl", {{"class", "facts"}}, facts);
}

/// One name a line; a line end within a name would make two of it.
std::string lines_of(std::vector<std::string> names) {
    for (std::string& name : names) std::replace(name.begin(), name.end(), '\n', ' ');
    return join(names, "\n");
}

}  // namespace

Html fact(const std::string& name, const Html& value) { return element("dt", name) + element("dd", value); }

Html figure_of(const ReportContext& page, const ReportFigure& figure) {
    const Html views = element("div", {{"class", "view"}, {"data-view", "chart"}}, figure.chart) +
                       view("table", page.words("view.table"), figure.table) +
                       view("source", page.words("view.source"), source_of(page));
    return element("figure", {{"id", figure.name}},
                   element("h3", {{"class", "chart-title"}}, figure.finding) +
                       element("div", {{"class", "views"}}, views) +
                       (figure.caption.empty() ? Html() : element("figcaption", figure.caption)));
}

Html column_heading(const Html& heading, const std::vector<std::string>& columns) {
    if (columns.empty()) return element("th", {{"scope", "col"}}, heading);
    return element("th", {{"scope", "col"}, {"data-columns", lines_of(columns)}}, heading);
}
Html column_heading(std::string_view heading, const std::vector<std::string>& columns) {
    return column_heading(plain(heading), columns);
}

Html value_cell(const Html& content, const std::vector<double>& values) {
    std::vector<std::string> numbers;
    for (const double value : values) numbers.push_back(std::isfinite(value) ? number_text(value) : "");
    return element("td", {{"data-values", join(numbers, ";")}}, content);
}
Html value_cell(std::string_view content, const std::vector<double>& values) {
    return value_cell(plain(content), values);
}

Html data_table(std::string_view label, std::string_view name, const Html& head, const Html& rows) {
    const Html table = element("thead", element("tr", head)) + element("tbody", rows);
    return element(
        "div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", std::string(label)}},
        name.empty() ? element("table", table) : element("table", {{"data-name", std::string(name)}}, table));
}

}  // namespace leeway
