#include "analysis/report_sources.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/limits.hpp"
#include "analysis/report_figure.hpp"
#include "analysis/report_scorecard.hpp"
#include "analysis/report_words.hpp"
#include "analysis/worlds.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

std::vector<double> values_over_worlds(const Results& results, std::size_t parameter) {
    std::vector<double> values;
    for (std::size_t world = 0; world < results.worlds.size(); ++world) {
        values.push_back(results.world_parameter[world * results.parameters.size() + parameter]);
    }
    return values;
}

std::string three_digits(double value) { return fmt::format("{:.3g}", value); }

Html cited(const ReportStrings& words, const std::string& source) {
    if (!is_assumption(source)) return plain(source);
    return element("strong", {{"class", "assumed"}}, words("assumptions.assumed")) +
           plain(source.empty() ? "" : ": " + source);
}

Html parameter_row(const ReportContext& page, std::size_t parameter) {
    const Results& results = page.results;
    const std::vector<double> values = values_over_worlds(results, parameter);
    const double low = quantile(values, 0), middle = quantile(values, 0.5), high = quantile(values, 1);
    const std::string from = three_digits(low), to = three_digits(high);
    const std::string range = from == to ? from : page.words("range", {{"low", from}, {"high", to}});
    const std::string& unit = results.parameter_units[parameter];
    return element("tr",
                   element("th", {{"scope", "row"}}, element("code", results.parameters[parameter])) +
                       value_cell(range, {low, high}) + value_cell(three_digits(middle), {middle}) +
                       element("td", unit == "1" ? page.words("assumptions.share") : unit) +
                       element("td", {{"class", "wide"}}, cited(page.words, results.parameter_sources[parameter])));
}

Html text_fact(const std::string& name, const std::string& value) {
    return value.empty() ? Html() : fact(name, plain(value));
}
Html code_fact(const std::string& name, const std::string& value) {
    return value.empty() ? Html() : fact(name, element("code", value));
}

std::string runs_text(const ReportContext& page) {
    const Results& results = page.results;
    const RunCounts& runs = page.comparison.runs;
    const ReportStrings& words = page.words;
    std::string text = words("provenance.runs", {{"designs", words.counted(results.designs.size(), "design")},
                                                 {"worlds", words.counted(results.worlds.size(), "world")},
                                                 {"replicates", words.counted(results.replicates.size(), "replicate")},
                                                 {"runs", words.counted(results.runs(), "run")}});
    if (runs.failed > 0) text += "; " + words("provenance.failed", {{"count", std::to_string(runs.failed)}});
    if (runs.pending > 0) text += "; " + words("provenance.pending", {{"count", std::to_string(runs.pending)}});
    return text;
}

/// "cohort, world 3, replicate 1: why".
std::string failure_text(const ReportContext& page, std::size_t run) {
    const Results& results = page.results;
    const std::size_t per_design = results.worlds.size() * results.replicates.size(), within = run % per_design;
    return page.words("provenance.failure",
                      {{"design", results.designs[run / per_design]},
                       {"world", std::to_string(results.worlds[within / results.replicates.size()])},
                       {"replicate", std::to_string(results.replicates[within % results.replicates.size()])},
                       {"reason", results.failure[run]}});
}

Html failures(const ReportContext& page) {
    constexpr std::size_t most_shown = 20;
    const Results& results = page.results;
    Html items;
    std::size_t shown = 0;
    for (std::size_t run = 0; run < results.failure.size() && run < results.runs() && shown < most_shown; ++run) {
        if (results.failure[run].empty()) continue;
        items += element("li", failure_text(page, run));
        ++shown;
    }
    return items.empty() ? Html() : element("h3", page.words("provenance.failures")) + element("ul", items);
}

Html origin_facts(const ReportContext& page) {
    const Results& results = page.results;
    const Provenance& origin = results.provenance;
    const ReportStrings& words = page.words;
    const std::string people =
        words("provenance.people", {{"persons", plain_number(results.population, 0)},
                                    {"agents", plain_number(static_cast<double>(results.agents), 0)}});
    Html facts =
        text_fact(words("provenance.scenario"), results.scenario) + text_fact(words("source.runs"), runs_text(page)) +
        text_fact(words("provenance.sampling"), results.sampling) + text_fact(words("provenance.people_name"), people);
    facts += text_fact(words("source.program"), origin.source) +
             text_fact(words("provenance.compiler"), origin.compiler) +
             text_fact(words("provenance.created"), origin.created);
    facts += code_fact(words("source.seed"), std::to_string(origin.seed)) +
             code_fact(words("provenance.configuration_hash"), origin.configuration_hash) +
             code_fact(words("source.hash"), origin.results_hash);
    facts += code_fact(words("source.results"), origin.command) + code_fact(words("source.page"), page.rebuild);
    return element("dl", {{"class", "facts"}}, facts);
}

}  // namespace

bool is_assumption(std::string_view source) {
    return source.empty() || source.find("assum") != std::string_view::npos ||
           source.find("Assum") != std::string_view::npos;
}

Html validity_section(const ReportContext& page) {
    const ReportStrings& words = page.words;
    Html items = element("li", words("validity.intervals", {{"method", page.comparison.interval_method}})) +
                 element("li", words("validity.spread", {{"units", units_word(page)}})) +
                 element("li", words("validity.several"));
    if (!page.results.precision.empty()) items += element("li", page.results.precision);
    for (const std::string& limit : page.comparison.limits) items += element("li", limit);
    items += element("li", words("validity.assumptions"));
    return element("section", element("h2", {{"id", "validity"}}, words("validity.title")) + element("ul", items) +
                                  scorecard_part(page));
}

Html assumptions_section(const ReportContext& page) {
    const Results& results = page.results;
    const ReportStrings& words = page.words;
    Html section = element("h2", {{"id", "assumptions"}}, words("assumptions.title"));
    if (results.parameters.empty() || results.worlds.empty())
        return element("section", section + element("p", words("assumptions.none")));
    section += element("p", words("assumptions.note", {{"sampling", results.sampling}}));
    const Html head = column_heading(words("assumptions.parameter")) +
                      column_heading(words("assumptions.range"), {"lowest", "highest"}) +
                      column_heading(words("assumptions.median"), {"median"}) +
                      column_heading(words("assumptions.unit")) + column_heading(words("assumptions.source"));
    Html rows;
    for (std::size_t parameter = 0; parameter < results.parameters.size(); ++parameter)
        rows += parameter_row(page, parameter);
    return element("section", section + data_table(words("assumptions.label"), "assumptions", head, rows));
}

Html provenance_section(const ReportContext& page) {
    const std::string& configuration = page.results.provenance.configuration;
    Html section = element("h2", {{"id", "provenance"}}, page.words("provenance.title")) + origin_facts(page) +
                   element("p", {{"class", "quiet"}}, page.words("provenance.note")) + failures(page);
    if (!configuration.empty()) {
        section += element("details", element("summary", page.words("provenance.configuration")) +
                                          element("pre", {{"tabindex", "0"}}, element("code", configuration)));
    }
    return element("section", section);
}

}  // namespace leeway
