// The page says what the comparison found, shows names as text only, and asks for nothing from outside.
#include <fmt/format.h>

#include <algorithm>
#include <regex>

#include "analysis/html.hpp"
#include "analysis/limits.hpp"
#include "analysis/report.hpp"
#include "analysis/report_words.hpp"
#include "catch.hpp"
#include "synthetic_results.hpp"

namespace leeway {
namespace {

const std::string hostile = "<script>alert(1)</script>\"'&";

Comparison comparison_of(const Results& results, const ComparisonRequest& request = {}) {
    return std::get<Comparison>(compare(results, request));
}

std::string page_of(const Results& results) { return render_report(results, comparison_of(results)); }

/// What a reader sees: the page without its style and its tags, with references resolved.
std::string visible_text(const std::string& page) {
    std::string text;
    bool inside_tag = false;
    for (std::size_t i = page.find("<body"); i < page.size(); ++i) {
        if (page[i] == '<') inside_tag = true;
        if (!inside_tag) text += page[i];
        if (page[i] == '>') inside_tag = false;
    }
    for (const auto& [reference, letter] :
         {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}}) {
        for (std::size_t at = text.find(reference); at != std::string::npos; at = text.find(reference, at + 1)) {
            text.replace(at, std::string_view(reference).size(), letter);
        }
    }
    return text;
}

std::string without_backticks(std::string text) {
    std::erase(text, '`');
    return text;
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t count_of(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

/// Whether a missing or endless number was printed as such.
bool shows_no_number(const std::string& page) {
    static const std::regex word("[^a-zA-Z](nan|inf)[^a-zA-Z]");
    return std::regex_search(page, word);
}

/// Every element is closed in the order in which it was opened.
bool is_well_formed(const std::string& page) {
    static const std::regex tag("<(/?)([a-zA-Z0-9]+)[^<>]*?(/?)>");
    std::vector<std::string> open;
    const std::size_t begin = page.find("<html"), style = page.find("<style>"), end_of_style = page.find("</style>");
    const std::string markup = page.substr(begin, style - begin) + page.substr(end_of_style + 8);
    for (std::sregex_iterator match(markup.begin(), markup.end(), tag), last; match != last; ++match) {
        if ((*match)[3].length() > 0) continue;
        if ((*match)[1].length() == 0) {
            open.push_back((*match)[2]);
        } else {
            if (open.empty() || open.back() != (*match)[2]) return false;
            open.pop_back();
        }
    }
    return open.empty();
}

Results hostile_results() {
    Results results = synthetic::results({3, 4, 2, 13, 3});
    results.designs[1] += hostile;
    results.design_texts[1] = hostile;
    results.baseline = results.designs[0] += hostile;
    for (auto* names : {&results.segments, &results.parameters, &results.parameter_sources, &results.parameter_units})
        names->front() = hostile;
    results.scenario = results.sampling = hostile;
    for (LeverColumn& lever : results.levers) lever.name = lever.unit = lever.meaning = hostile;
    std::get<std::vector<std::string>>(results.levers[1].values)[1] = hostile;
    results.by_month[0].name = hostile;
    results.status[0] = RunStatus::failed;
    results.failure[0] = hostile;
    Provenance& origin = results.provenance;
    for (std::string* text : {&origin.title, &origin.source, &origin.compiler, &origin.created, &origin.configuration,
                              &origin.configuration_hash, &origin.command, &origin.results_hash}) {
        *text = hostile;
    }
    results.lever_bound.assign(results.lever_bound.size(), 0);
    return results;
}

}  // namespace

TEST_CASE("markup is made from text by one escaper", "[report]") {
    CHECK(escaped(hostile) == "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;");
    CHECK(escaped(std::string("a\0b\x1B", 4)) ==
          "a\uFFFD"
          "b\uFFFD");
    CHECK(escaped("tab\tand\nline, ä") == "tab\tand\nline, ä");
    CHECK(element("p", {{"title", "\"x\""}}, "a<b").text() == "<p title=\"&quot;x&quot;\">a&lt;b</p>\n");
    CHECK(empty_element("line", {{"x1", "0"}}).text() == "<line x1=\"0\"/>");
    CHECK(with_names("`a<b` beats `c`").text() ==
          "<strong class=\"name\">a&lt;b</strong> beats <strong class=\"name\">c</strong>");
}

TEST_CASE("no name becomes markup, wherever it stands", "[report]") {
    const std::string page = page_of(hostile_results());
    CHECK_FALSE(holds(page, "<script"));
    CHECK_FALSE(holds(page, "alert(1)</script>"));
    CHECK_FALSE(holds(page, hostile));
    CHECK(count_of(page, escaped(hostile)) > 20);
    CHECK(is_well_formed(page));
}

TEST_CASE("the page asks for nothing from outside and says whose it is", "[report]") {
    const std::string page = page_of(synthetic::results());
    for (const char* part :
         {"<script", "http://", "https://", "src=", "url(", "@import", "<link", "<iframe", "javascript:"})
        CHECK_FALSE(holds(page, part));
    CHECK(holds(page, "default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:"));
    CHECK(page.starts_with("<!DOCTYPE html>"));
    CHECK(is_report(page.substr(0, report_signature_reach)));
    CHECK_FALSE(is_report("<!DOCTYPE html><html><head><title>Leeway</title></head></html>"));
    CHECK_FALSE(is_report(""));
    CHECK(is_well_formed(page));
}

TEST_CASE("every sentence and every reservation is on the page", "[report]") {
    const Results results = synthetic::results();
    const Comparison comparison = comparison_of(results);
    const std::string text = visible_text(render_report(results, comparison));
    for (const DesignComparison& design : comparison.designs) CHECK(holds(text, without_backticks(design.sentence)));
    for (const std::string& sentence : comparison.ranking_sentences) CHECK(holds(text, without_backticks(sentence)));
    for (const std::string& limit : limits_of_the_model()) CHECK(holds(text, limit));
    for (const std::string& limit : comparison.limits) CHECK(holds(text, limit));
    CHECK(text.find("What this model cannot say") < text.find("Uptake gained, harm added"));
    for (const char* part :
         {"same people with the same luck", "No study with a control group", "Many values are assumptions"})
        CHECK(holds(text, part));
}

TEST_CASE("the numbers of the table are those of the comparison", "[report]") {
    const Results results = synthetic::results();
    const Comparison comparison = comparison_of(results);
    const std::string page = render_report(results, comparison);
    const std::string table = page.substr(page.find("aria-label=\"Headline numbers\""),
                                          page.find("All outcomes") - page.find("aria-label=\"Headline numbers\""));
    for (const DesignComparison& design : comparison.designs) {
        for (const Metric* metric : comparison.shown) {
            const OutcomeContrast& outcome = *design.find(metric->name);
            const double factor = metric->share ? 100 : 1, level = factor * outcome.level.mean.mean;
            CHECK(holds(table, ">" + number(level, level) + (metric->share ? "\u202F%<" : "<")));
            if (!design.is_baseline())
                CHECK(holds(table, difference_words(short_format_of(metric->name), outcome.contrast.mean)));
        }
    }
    const OutcomeContrast& harm = *comparison.designs[3].find("harm_per_1000_citizen_years");
    CHECK(comparison.designs[3].name == "permissive");
    CHECK(harm.is_clear());
    CHECK(holds(table, fmt::format("worse in {} of {}", harm.worse, harm.contrast.units)));
}

TEST_CASE("each chart has a role, a title, a description and an identity of its own", "[report]") {
    const std::string page = page_of(synthetic::results());
    const std::size_t drawings = count_of(page, "role=\"img\"");
    CHECK(drawings == 2 + 4 * 5);
    CHECK(count_of(page, "<desc ") == drawings);
    CHECK(count_of(page, "<title ") == drawings);
    static const std::regex identity(" id=\"([^\"]*)\"");
    std::vector<std::string> ids;
    for (std::sregex_iterator match(page.begin(), page.end(), identity), last; match != last; ++match)
        ids.push_back((*match)[1]);
    std::sort(ids.begin(), ids.end());
    CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
    CHECK_FALSE(shows_no_number(page));
}

TEST_CASE("another baseline turns every number", "[report]") {
    const Results results = synthetic::results();
    const Comparison comparison = comparison_of(results, {"cohort", {}});
    const std::string text = visible_text(render_report(results, comparison));
    CHECK(holds(text, "Every number is set against the baseline, cohort."));
    CHECK(holds(text, "cohort → status-quo"));
}

TEST_CASE("little is enough for a page", "[report]") {
    Results results = synthetic::results({2, 1, 1, 13, 3});
    SECTION("one run per design") {}
    SECTION("one world") { results = synthetic::results({3, 1, 5, 13, 3}); }
    SECTION("no series and no segments") { results.by_month = results.by_segment = {}; }
    SECTION("no warm-up") { results = synthetic::results({2, 3, 2, 13, 0}); }
    SECTION("one design") { results = synthetic::results({1, 3, 2, 13, 3}); }
    SECTION("no outcomes at all") { results.outcomes = results.by_month = results.by_segment = {}; }
    SECTION("no finished run") { results.status.assign(results.runs(), RunStatus::pending); }
    SECTION("many designs") {
        results = synthetic::results({5, 3, 2, 13, 3});
        for (std::size_t d = 0; d < 5; ++d)
            results.designs[d] += "[a.lever.with.a.long.name=" + std::to_string(d) + "]";
        results.baseline = results.designs[0];
    }
    const std::string page = page_of(results);
    CHECK(is_well_formed(page));
    CHECK_FALSE(shows_no_number(page));
    CHECK(holds(page, "What this model cannot say"));
    for (const std::string& name : results.designs) CHECK(holds(visible_text(page), name));
}

}  // namespace leeway
