#include "analysis/report_designs.hpp"

#include <cmath>

#include "analysis/report_words.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

std::string written(const LeverColumn& lever, std::size_t design) {
    if (const auto* numbers = std::get_if<std::vector<double>>(&lever.values))
        return std::isnan(numbers->at(design)) ? "–" : number_text(numbers->at(design));
    if (const auto* flags = std::get_if<std::vector<std::int8_t>>(&lever.values))
        return flags->at(design) < 0 ? "–" : flags->at(design) > 0 ? "yes" : "no";
    const std::string& word = std::get<std::vector<std::string>>(lever.values).at(design);
    return word.empty() ? "none" : word;
}

/// The unit after a number; none where the number says it all.
std::string unit_after(const LeverColumn& lever) {
    const bool is_bare = lever.unit.empty() || lever.unit == "count" || lever.unit == "1" || lever.unit == "ratio" ||
                         lever.unit == "probability";
    return is_bare ? std::string() : " " + lever.unit;
}

Html change_row(const LeverColumn& lever, std::size_t baseline, std::size_t design) {
    const Html change = element("td", plain(written(lever, baseline)) + element("span", {{"class", "quiet"}}, " → ") +
                                          element("strong", written(lever, design)) + plain(unit_after(lever)));
    return element("tr", element("th", {{"scope", "row"}}, element("code", lever.name)) + change +
                             element("td", {{"class", "wide quiet"}}, lever.meaning));
}

Html change_table(const Results& results, std::size_t baseline, std::size_t design) {
    Html rows;
    for (const LeverColumn& lever : results.levers) {
        if (written(lever, baseline) != written(lever, design)) rows += change_row(lever, baseline, design);
    }
    if (rows.empty()) return element("p", {{"class", "quiet"}}, "No lever differs from the baseline.");
    const Html head = element(
        "tr", element("th", {{"scope", "col"}}, "lever") +
                  element("th", {{"scope", "col"}}, results.designs[baseline] + " → " + results.designs[design]) +
                  element("th", {{"scope", "col"}}, "what it is"));
    const std::string label = "Levers of " + results.designs[design] + " that differ from the baseline";
    return scrolling(label, element("table", element("thead", head) + element("tbody", rows)));
}

Html unbound_list(const Results& results, const Comparison& comparison) {
    Html items;
    for (const DesignComparison& design : comparison.designs) {
        if (design.unbound_levers.empty()) continue;
        items += element(
            "li", marked_name(results, design.design) + plain(": ") + element("code", join(design.unbound_levers)));
    }
    if (items.empty()) return {};
    return element("h3", "Levers that never bound") +
           element("p",
                   "These levers were set, but in no run did they limit anybody: the cap was not reached, the queue "
                   "was empty, or "
                   "nobody came so far. Within these worlds, changing them a little changes nothing.") +
           element("ul", items);
}

}  // namespace

Html designs_section(const Results& results, const Comparison& comparison) {
    Html section = element("h2", {{"id", "designs"}}, "What each design changes");
    section += element("p", plain("Everything not listed is as in the baseline, ") +
                                element("strong", baseline_words(results)) + plain("."));
    for (std::size_t design = 0; design < results.designs.size(); ++design) {
        if (is_baseline(results, design)) continue;
        section += element("h3", marked_name(results, design));
        if (design < results.design_texts.size()) section += element("p", results.design_texts[design]);
        section += change_table(results, baseline_of(results, design), design);
    }
    return element("section", section + unbound_list(results, comparison));
}

}  // namespace leeway
