// The page says what the comparison found, shows names as text only, and asks for nothing from outside.
#include <fmt/format.h>

#include <algorithm>
#include <regex>

#include "analysis/html.hpp"
#include "analysis/limits.hpp"
#include "analysis/page_files.hpp"
#include "analysis/report.hpp"
#include "analysis/report_words.hpp"
#include "catch.hpp"
#include "hostile_results.hpp"
#include "synthetic_results.hpp"

namespace leeway {
namespace {

using synthetic::hostile;
using synthetic::hostile_results;

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
    const std::size_t script = page.find("<script>"), end_of_script = page.rfind("</script>");
    const std::string markup = page.substr(begin, style - begin) +
                               page.substr(end_of_style + 8, script - end_of_style - 8) +
                               page.substr(end_of_script + 9);
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
    CHECK(count_of(page, "<script") == 2);  // the data for our script, and the script
    CHECK_FALSE(holds(page, "alert(1)</script>"));
    CHECK_FALSE(holds(page, hostile));
    CHECK(count_of(page, escaped(hostile)) > 20);
    CHECK(is_well_formed(page));
}

TEST_CASE("the page asks for nothing from outside and says whose it is", "[report]") {
    const std::string page = page_of(synthetic::results());
    const std::string without_script = page.substr(0, page.find("<script>"));
    for (const char* part : {"http://", "https://", "src=", "url(", "@import", "<link", "<iframe", "javascript:"})
        CHECK_FALSE(holds(without_script, part));
    for (const char* part : {"fetch(", "XMLHttpRequest", "innerHTML", "eval(", "import(", "WebSocket", "https://"})
        CHECK_FALSE(holds(std::string(report_script()), part));
    CHECK(holds(page, "default-src &#39;none&#39;; script-src &#39;sha256-"));
    CHECK_FALSE(holds(page, "script-src &#39;unsafe-inline"));
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
    CHECK(text.find("What this model cannot say") < text.rfind("Uptake gained, harm added"));
    for (const char* part :
         {"same people with the same luck", "No study with a control group", "Many values are assumptions"})
        CHECK(holds(text, part));
}

TEST_CASE("the numbers of the table are those of the comparison", "[report]") {
    const Results results = synthetic::results();
    const Comparison comparison = comparison_of(results);
    const std::string page = render_report(results, comparison);
    const std::string table = page.substr(page.find("aria-label=\"Headline numbers\""),
                                          page.find(">All outcomes<") - page.find("aria-label=\"Headline numbers\""));
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
    CHECK(drawings == 2 + 4 * 5 + 2 * 2);  // the plane, the curves, two outcomes by segment
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

TEST_CASE("cells carry their numbers in full for exports", "[report]") {
    const Results results = synthetic::results();
    const Comparison comparison = comparison_of(results);
    const std::string page = render_report(results, comparison);
    const OutcomeContrast& uptake = *comparison.designs[1].find("uptake");
    const std::string cell = fmt::format("data-values=\"{};{};{};{};{};{};{}\"", uptake.level.mean.mean,
                                         uptake.level.mean.low, uptake.level.mean.high, uptake.contrast.mean.mean,
                                         uptake.contrast.mean.low, uptake.contrast.mean.high, uptake.share_better);
    CHECK(count_of(page, cell) == 2);  // among the headline numbers and among all outcomes
}

TEST_CASE("each chart has its table, its origin and the command that makes it again", "[report]") {
    const Results results = synthetic::results();
    const std::string page =
        render_report(results, comparison_of(results), english_strings(), "leeway report 'my results.h5'");
    const std::size_t figures = count_of(page, "<figure ");
    CHECK(figures == 1 + 4 + 2);
    for (const char* view : {"data-view=\"chart\"", "data-view=\"table\"", "data-view=\"source\""})
        CHECK(count_of(page, view) == figures);
    CHECK(count_of(page, "<code>leeway report &#39;my results.h5&#39;</code>") == figures + 1);
}

TEST_CASE("stored quantiles give curves as the series of runs do", "[report]") {
    Results results = synthetic::results();
    const std::size_t months = results.months.size();
    results.by_month.clear();
    results.quantiles = {0.05, 0.5, 0.95};
    SeriesQuantiles series{"uptake", {}};
    for (std::size_t row = 0; row < results.designs.size() * 3; ++row) {
        for (std::size_t month = 0; month < months; ++month)
            series.values.push_back(static_cast<double>(row % 3 + 1) / 10);
    }
    results.quantiles_by_month = {series};
    const std::string page = page_of(results), text = visible_text(page);
    CHECK(holds(text, "Uptake at the end: 20.0\u202F% under every design"));
    CHECK(holds(text, "The bands are over all runs, worlds and replicates together."));
    CHECK(holds(page, "data-values=\"0.1;;0.2;;0.3\""));
}

TEST_CASE("the regulator's work and learning are told where they were stored", "[report]") {
    Results results = synthetic::results({3, 4, 2, 13, 3});
    const auto waiting = [](std::size_t d, auto...) { return 1.0 + static_cast<double>(d); };
    results.outcomes.push_back(synthetic::outcome(results, "queue_wait_months", 1, waiting));
    const std::string with = visible_text(page_of(results));
    CHECK(holds(with, "Cases wait longest under " + results.designs[2] +
                          " (3.00 months on average) and shortest under " + results.designs[0] + " (1.00)"));
}

TEST_CASE("another baseline turns every number", "[report]") {
    const Results results = synthetic::results();
    const Comparison comparison = comparison_of(results, {"cohort", {}});
    const std::string text = visible_text(render_report(results, comparison));
    CHECK(holds(text, "Every number is set against the baseline, cohort."));
    CHECK(holds(text, "Bold: set differently from the baseline, cohort."));
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
