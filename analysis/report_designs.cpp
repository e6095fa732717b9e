#include "analysis/report_designs.hpp"

#include <cmath>

#include "analysis/report_figure.hpp"
#include "analysis/report_words.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

std::string written(const ReportStrings& words, const LeverColumn& lever, std::size_t design) {
    if (const auto* numbers = std::get_if<std::vector<double>>(&lever.values))
        return std::isnan(numbers->at(design)) ? words("missing") : number_text(numbers->at(design));
    if (const auto* flags = std::get_if<std::vector<std::int8_t>>(&lever.values))
        return words(flags->at(design) < 0 ? "missing" : flags->at(design) > 0 ? "yes" : "no");
    const std::string& word = std::get<std::vector<std::string>>(lever.values).at(design);
    return word.empty() ? words("none") : word;
}

/// The unit after a number; none where the number says it all.
std::string unit_after(const LeverColumn& lever) {
    const bool is_bare = lever.unit.empty() || lever.unit == "count" || lever.unit == "1" || lever.unit == "ratio" ||
                         lever.unit == "probability";
    return is_bare ? std::string() : " " + lever.unit;
}

bool differs(const ReportContext& page, const LeverColumn& lever, std::size_t design) {
    return written(page.words, lever, design) != written(page.words, lever, baseline_of(page.results, design));
}

bool differs_somewhere(const ReportContext& page, const LeverColumn& lever) {
    for (std::size_t design = 0; design < page.results.designs.size(); ++design) {
        if (differs(page, lever, design)) return true;
    }
    return false;
}

/// What the lever is, and its value under every design; bold where it is not the baseline's.
Html lever_row(const ReportContext& page, const LeverColumn& lever) {
    Html row = element("th", {{"scope", "row"}, {"class", "outcome"}},
                       element("code", lever.name) + element("span", {{"class", "quiet"}}, lever.meaning));
    for (std::size_t design = 0; design < page.results.designs.size(); ++design) {
        const std::string value = written(page.words, lever, design) + unit_after(lever);
        row += element("td", differs(page, lever, design) ? element("strong", value)
                                                          : element("span", {{"class", "same"}}, value));
    }
    return element("tr", row);
}

Html lever_table(const ReportContext& page) {
    Html head = column_heading(page.words("designs.lever")), rows;
    for (std::size_t design = 0; design < page.results.designs.size(); ++design) {
        Html name = marked_name(page.results, design);
        if (is_baseline(page.results, design))
            name += element("span", {{"class", "quiet line"}}, page.words("baseline"));
        head += column_heading(name, {page.results.designs[design]});
    }
    for (const LeverColumn& lever : page.results.levers) {
        if (differs_somewhere(page, lever)) rows += lever_row(page, lever);
    }
    if (rows.empty()) return element("p", {{"class", "quiet"}}, page.words("designs.no_lever"));
    return data_table(page.words("designs.title"), "levers", head, rows);
}

Html unbound_list(const ReportContext& page) {
    Html items;
    for (const DesignComparison& design : page.comparison.designs) {
        if (design.unbound_levers.empty()) continue;
        items += element("li", marked_name(page.results, design.design) + plain(": ") +
                                   element("code", join(design.unbound_levers)));
    }
    if (items.empty()) return {};
    return element("h3", page.words("designs.unbound")) + element("p", page.words("designs.unbound_note")) +
           element("ul", items);
}

}  // namespace

Html designs_section(const ReportContext& page) {
    return element("section", element("h2", {{"id", "designs"}}, page.words("designs.title")) +
                                  element("p", page.words("designs.note", {{"baseline", baseline_words(page)}})) +
                                  lever_table(page) + unbound_list(page));
}

}  // namespace leeway
