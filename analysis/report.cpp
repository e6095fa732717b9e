#include "analysis/report.hpp"

#include <fmt/format.h>

#include "analysis/html.hpp"
#include "analysis/limits.hpp"
#include "analysis/report_curves.hpp"
#include "analysis/report_designs.hpp"
#include "analysis/report_headline.hpp"
#include "analysis/report_plane.hpp"
#include "analysis/report_sources.hpp"
#include "analysis/report_style.hpp"
#include "analysis/report_winners.hpp"
#include "analysis/report_words.hpp"

namespace leeway {
namespace {

Html meta(std::string_view name, std::string_view content) {
    return empty_element("meta", {{"name", std::string(name)}, {"content", std::string(content)}}) + plain("\n");
}

Html generator_tag() { return meta("generator", "Leeway"); }

/// Nothing is ever loaded: the policy refuses what the page does not ask for anyway.
Html security_policy() {
    return empty_element("meta", {{"http-equiv", "Content-Security-Policy"},
                                  {"content", "default-src 'none'; style-src 'unsafe-inline'; img-src data:"}}) +
           plain("\n");
}

std::vector<std::string> compared_designs(const Comparison& comparison) {
    std::vector<std::string> names;
    for (const DesignComparison& design : comparison.designs) {
        if (!design.is_baseline()) names.push_back(design.name);
    }
    return names;
}

/// What is compared, as a question.
std::string compared_words(const Results& results, const Comparison& comparison) {
    constexpr std::size_t most_named = 6;
    const std::vector<std::string> names = compared_designs(comparison);
    if (names.empty()) return fmt::format("What happens under {} in {}?", comparison.baseline, results.scenario);
    const std::string compared = names.size() > most_named ? counted(names.size(), "design") : listed(names);
    return fmt::format("What {} {} change in {}, against {}?", names.size() == 1 ? "does" : "do", compared,
                       results.scenario, comparison.baseline);
}

/// The question that the experiment asks: its own title if that is one, else what is compared.
std::string question(const Results& results, const Comparison& comparison) {
    if (results.provenance.title.ends_with('?')) return results.provenance.title;
    return compared_words(results, comparison);
}

Html head(const std::string& title) {
    return element("head", empty_element("meta", {{"charset", "utf-8"}}) + plain("\n") + generator_tag() +
                               security_policy() + meta("viewport", "width=device-width, initial-scale=1") +
                               meta("color-scheme", "light dark") + element("title", title) +
                               style_sheet(report_style()));
}

/// What the reader must know before the numbers, beside the answer and not below it.
Html limits_box(const Comparison& comparison) {
    Html items;
    for (const std::string& limit : limits_of_the_model()) {
        const std::size_t end = limit.find(". ");
        items += element("li", end == std::string::npos
                                   ? plain(limit)
                                   : element("strong", limit.substr(0, end + 1)) + plain(limit.substr(end + 1)));
    }
    items += element("li", element("strong", "How good its assumptions are.") +
                               plain(" Many values are assumptions, not measurements, and are marked so below. The "
                                     "spread over worlds covers only "
                                     "what was varied: the real uncertainty is larger."));
    for (const std::string& limit : comparison.limits) items += element("li", limit);
    return element("aside", {{"class", "limits"}, {"aria-labelledby", "limits"}},
                   element("h2", {{"id", "limits"}}, "What this model cannot say") + element("ul", items));
}

std::string pairing_note(const Results& results) {
    return fmt::format(
        "Every number is set against the baseline, {}. All designs meet the same people with the same luck in the same "
        "worlds, so "
        "differences come from the designs.",
        baseline_words(results));
}

Html opening(const Results& results, const Comparison& comparison) {
    const Html answer = element("section", {{"class", "answer"}, {"aria-labelledby", "answer"}},
                                element("h2", {{"id", "answer"}}, "The answer") + answer_list(results, comparison) +
                                    element("p", {{"class", "quiet"}}, pairing_note(results)));
    return element("div", {{"class", "opening"}}, answer + limits_box(comparison));
}

/// The line above the title: what the title does not say, and how much was run.
std::string kicker(const Results& results, const Comparison& comparison, const std::string& title) {
    const auto months = static_cast<std::size_t>(results.months.empty() ? 0 : results.months.back() + 1);
    std::string text =
        title == results.provenance.title ? compared_words(results, comparison) : results.provenance.title;
    if (!text.empty()) text += " · ";
    text +=
        fmt::format("{}, {}", counted(results.worlds.size(), "world"), counted(results.replicates.size(), "replicate"));
    return months > 0 ? text + ", " + counted(months, "month") : text;
}

Html body(const Results& results, const Comparison& comparison, const std::string& title) {
    const Html header = element(
        "header", element("p", {{"class", "kicker"}}, kicker(results, comparison, title)) + element("h1", title) +
                      element("p", {{"class", "to-limits"}},
                              element("a", {{"href", "#limits"}}, "A model, not a forecast: what it cannot say")) +
                      opening(results, comparison));
    const Html sections = plane_section(results) + headline_section(results, comparison) + curves_section(results) +
                          ranking_section(comparison) + winners_section(results) +
                          designs_section(results, comparison) + assumptions_section(results) +
                          provenance_section(results);
    const Html footer =
        element("footer", "Made by Leeway, a simulator of regulatory experimentation. A model, not a forecast.");
    return element("body", element("div", {{"class", "page"}}, header + element("main", sections) + footer));
}

}  // namespace

std::string render_report(const Results& results, const Comparison& comparison) {
    if (results.baseline != comparison.baseline) {
        Results rebased = results;
        rebased.baseline = comparison.baseline;
        return render_report(rebased, comparison);
    }
    const std::string title = question(results, comparison);
    return "<!DOCTYPE html>\n" +
           element("html", {{"lang", "en"}}, head(title) + body(results, comparison, title)).text();
}

bool is_report(std::string_view text) {
    return text.substr(0, report_signature_reach).find(generator_tag().text()) != std::string_view::npos;
}

}  // namespace leeway
