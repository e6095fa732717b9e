#include "analysis/report.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "analysis/html.hpp"
#include "analysis/limits.hpp"
#include "analysis/page_files.hpp"
#include "analysis/report_curves.hpp"
#include "analysis/report_designs.hpp"
#include "analysis/report_headline.hpp"
#include "analysis/report_plane.hpp"
#include "analysis/report_regulator.hpp"
#include "analysis/report_sources.hpp"
#include "analysis/report_winners.hpp"
#include "analysis/report_words.hpp"

namespace leeway {
namespace {

Html meta(std::string_view name, std::string_view content) {
    return empty_element("meta", {{"name", std::string(name)}, {"content", std::string(content)}}) + plain("\n");
}

Html generator_tag() { return meta("generator", "Leeway"); }

/// The bytes that pairs of hexadecimal digits stand for, in base 64 (RFC 4648), as a policy names a script.
std::string base64_of_hex(std::string_view hex) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    unsigned bits = 0, held = 0;
    for (const char digit : hex) {
        bits = bits << 4 | static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
        held += 4;
        if (held >= 6) text += digits[bits >> (held -= 6) & 63];
    }
    if (held > 0) text += digits[bits << (6 - held) & 63];
    while (text.size() % 4 > 0) text += '=';
    return text;
}

/// Nothing is ever loaded, and no script runs but the page's own: the policy refuses what the page does not ask for
/// anyway.
Html security_policy() {
    const std::string policy = "default-src 'none'; script-src 'sha256-" + base64_of_hex(report_script_digest()) +
                               "'; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'";
    return empty_element("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", policy}}) + plain("\n");
}

/// What is compared, as a question.
std::string compared_words(const ReportContext& page) {
    constexpr std::size_t most_named = 6;
    const ReportStrings& words = page.words;
    std::vector<std::string> names;
    for (const DesignComparison& design : page.comparison.designs) {
        if (!design.is_baseline()) names.push_back(design.name);
    }
    const std::string &scenario = page.results.scenario, &baseline = page.comparison.baseline;
    if (names.empty()) return words("question.alone", {{"scenario", scenario}, {"baseline", baseline}});
    const std::string compared =
        names.size() > most_named ? words.counted(names.size(), "design") : words.listed(names);
    return words(names.size() == 1 ? "question.one" : "question.many",
                 {{"designs", compared}, {"scenario", scenario}, {"baseline", baseline}});
}

/// The question that the experiment asks: its own title if that is one, else what is compared.
std::string question(const ReportContext& page) {
    const std::string& title = page.results.provenance.title;
    return title.ends_with('?') ? title : compared_words(page);
}

Html head(const std::string& title) {
    return element("head", empty_element("meta", {{"charset", "utf-8"}}) + plain("\n") + generator_tag() +
                               security_policy() + meta("viewport", "width=device-width, initial-scale=1") +
                               meta("color-scheme", "light dark") + element("title", title) +
                               style_sheet(report_style()));
}

/// A reservation with its first sentence in bold.
Html limit_item(const std::string& limit) {
    const std::size_t end = limit.find(". ");
    if (end == std::string::npos) return element("li", limit);
    return element("li", element("strong", limit.substr(0, end + 1)) + plain(limit.substr(end + 1)));
}

/// What the reader must know before the numbers, beside the answer and not below it.
Html limits_box(const ReportContext& page) {
    Html items;
    for (const std::string& limit : limits_of_the_model()) items += limit_item(limit);
    items += limit_item(page.words("limits.assumptions"));
    for (const std::string& limit : page.comparison.limits) items += element("li", limit);
    return element("aside", {{"class", "limits"}, {"aria-labelledby", "limits"}},
                   element("h2", {{"id", "limits"}}, page.words("limits.title")) + element("ul", items));
}

Html opening(const ReportContext& page) {
    const Html note = element("p", {{"class", "pairing"}},
                              element("strong", page.words("pairing.title")) +
                                  plain(" " + page.words("pairing.note", {{"baseline", baseline_words(page)}})));
    const Html answer =
        element("section", {{"class", "answer"}, {"aria-labelledby", "answer"}},
                element("h2", {{"id", "answer"}}, page.words("answer.title")) + note + answer_list(page));
    return element("div", {{"class", "opening"}}, answer + limits_box(page));
}

/// The line above the title: what the title does not say, and how much was run.
std::string kicker(const ReportContext& page, const std::string& title) {
    const Results& results = page.results;
    const auto months = static_cast<std::size_t>(results.months.empty() ? 0 : results.months.back() + 1);
    std::string text = title == results.provenance.title ? compared_words(page) : results.provenance.title;
    if (!text.empty()) text += " · ";
    text += page.words.counted(results.worlds.size(), "world") + ", " +
            page.words.counted(results.replicates.size(), "replicate");
    return months > 0 ? text + ", " + page.words.counted(months, "month") : text;
}

/// Links to those sections that the page has.
Html contents(const ReportContext& page, const Html& sections) {
    constexpr std::array<std::string_view, 9> parts{"designs", "plane",     "numbers",  "curves",     "ranking",
                                                    "winners", "regulator", "validity", "assumptions"};
    Html items;
    for (const std::string_view part : parts) {
        const std::string id(part);
        if (sections.text().find("<h2 id=\"" + id + "\">") == std::string::npos) continue;
        items += element("li", element("a", {{"href", "#" + id}}, page.words(id + ".title")));
    }
    items += element("li", element("a", {{"href", "#provenance"}}, page.words("provenance.title")));
    return element("nav", {{"class", "contents"}, {"aria-label", page.words("contents")}}, element("ul", items));
}

/// The texts that the script shows: all whose key begins with "script.", without it.
Html script_words(const ReportContext& page) {
    constexpr std::string_view prefix = "script.";
    nlohmann::json texts = nlohmann::json::object();
    for (const auto& [key, text] : page.words.texts()) {
        if (key.starts_with(prefix)) texts[key.substr(prefix.size())] = text;
    }
    texts["origin"] = page.words("script.origin", {{"program", page.results.provenance.source},
                                                   {"seed", std::to_string(page.results.provenance.seed)},
                                                   {"hash", page.results.provenance.results_hash}});
    return data_block("words", texts.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

Html body(const ReportContext& page, const std::string& title) {
    const Html sections = designs_section(page) + plane_section(page) + headline_section(page) + curves_section(page) +
                          ranking_section(page) + winners_section(page) + regulator_section(page) +
                          validity_section(page) + assumptions_section(page) + provenance_section(page);
    const Html skip = element("a", {{"class", "skip"}, {"href", "#answer"}}, page.words("skip"));
    const Html header = element(
        "header",
        element("p", {{"class", "kicker"}}, kicker(page, title)) + element("h1", title) +
            element("p", {{"class", "to-limits"}}, element("a", {{"href", "#limits"}}, page.words("limits.link"))) +
            contents(page, sections));
    const Html footer = element("footer", page.words("footer"));
    return element(
        "body", skip +
                    element("div", {{"class", "page"}}, header + element("main", opening(page) + sections) + footer) +
                    script_words(page) + script(report_script()));
}

}  // namespace

std::string render_report(const Results& results, const Comparison& comparison, const ReportStrings& words,
                          const std::string& rebuild, const StoredScorecard& scorecard) {
    if (results.baseline != comparison.baseline) {
        Results rebased = results;
        rebased.baseline = comparison.baseline;
        return render_report(rebased, comparison, words, rebuild, scorecard);
    }
    const ReportContext page{results, comparison, words, rebuild, scorecard};
    const std::string title = question(page);
    return "<!DOCTYPE html>\n" +
           element("html", {{"lang", words("language")}, {"dir", words("direction")}}, head(title) + body(page, title))
               .text();
}

bool is_report(std::string_view text) {
    return text.substr(0, report_signature_reach).find(generator_tag().text()) != std::string_view::npos;
}

}  // namespace leeway
