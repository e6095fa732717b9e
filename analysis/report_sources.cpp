#include "analysis/report_sources.hpp"

#include <fmt/format.h>

#include <algorithm>

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

Html parameter_row(const Results& results, std::size_t parameter) {
    const std::vector<double> values = values_over_worlds(results, parameter);
    const std::string low = three_digits(quantile(values, 0)), high = three_digits(quantile(values, 1));
    const std::string& source = results.parameter_sources[parameter];
    Html cited = plain(source);
    if (is_assumption(source))
        cited = element("strong", {{"class", "assumed"}}, "assumption") + plain(source.empty() ? "" : ": " + source);
    return element("tr",
                   element("th", {{"scope", "row"}}, element("code", results.parameters[parameter])) +
                       element("td", low == high ? low : low + " to " + high) +
                       element("td", three_digits(quantile(values, 0.5))) +
                       element("td", results.parameter_units[parameter] == "1" ? "share or ratio"
                                                                               : results.parameter_units[parameter]) +
                       element("td", {{"class", "wide"}}, cited));
}

Html fact(std::string_view name, const Html& value) { return element("dt", name) + element("dd", value); }
Html fact(std::string_view name, std::string_view value) { return value.empty() ? Html() : fact(name, plain(value)); }
Html code_fact(std::string_view name, std::string_view value) {
    return value.empty() ? Html() : fact(name, element("code", value));
}

std::size_t runs_with(const Results& results, RunStatus status) {
    return static_cast<std::size_t>(std::count(results.status.begin(), results.status.end(), status));
}

std::string runs_text(const Results& results) {
    std::string text = fmt::format("{} × {} × {}: {}", counted(results.designs.size(), "design"),
                                   counted(results.worlds.size(), "world"),
                                   counted(results.replicates.size(), "replicate"), counted(results.runs(), "run"));
    const std::size_t failed = runs_with(results, RunStatus::failed), pending = runs_with(results, RunStatus::pending);
    if (failed > 0) text += fmt::format("; {} failed", failed);
    if (pending > 0) text += fmt::format("; {} not run yet", pending);
    return text;
}

Html failures(const Results& results) {
    constexpr std::size_t most_shown = 20;
    Html items;
    std::size_t shown = 0;
    for (std::size_t run = 0; run < results.failure.size() && run < results.runs() && shown < most_shown; ++run) {
        if (results.failure[run].empty()) continue;
        const std::size_t per_design = results.worlds.size() * results.replicates.size(), within = run % per_design;
        const std::string place = fmt::format("{}, world {}, replicate {}: ", results.designs[run / per_design],
                                              results.worlds[within / results.replicates.size()],
                                              results.replicates[within % results.replicates.size()]);
        items += element("li", place + results.failure[run]);
        ++shown;
    }
    return items.empty() ? Html() : element("h3", "Runs that failed") + element("ul", items);
}

}  // namespace

bool is_assumption(std::string_view source) {
    return source.empty() || source.find("assum") != std::string_view::npos ||
           source.find("Assum") != std::string_view::npos;
}

Html assumptions_section(const Results& results) {
    Html section = element("h2", {{"id", "assumptions"}}, "What is assumed");
    if (results.parameters.empty() || results.worlds.empty()) {
        return element("section", section + element("p",
                                                    "No parameter was varied: all runs share one world. What follows "
                                                    "from other values is not known here."));
    }
    section += element(
        "p",
        fmt::format(
            "Each world is one joint draw ({}) of the parameters below, which nobody knows exactly. All designs meet "
            "the same draws: changing an assumption moves the baseline too.",
            results.sampling));
    const Html head =
        element("tr", element("th", {{"scope", "col"}}, "parameter") + element("th", {{"scope", "col"}}, "range seen") +
                          element("th", {{"scope", "col"}}, "median") + element("th", {{"scope", "col"}}, "unit") +
                          element("th", {{"scope", "col"}}, "source"));
    Html rows;
    for (std::size_t parameter = 0; parameter < results.parameters.size(); ++parameter)
        rows += parameter_row(results, parameter);
    return element("section", section + scrolling("Uncertain parameters",
                                                  element("table", element("thead", head) + element("tbody", rows))));
}

Html provenance_section(const Results& results) {
    const Provenance& origin = results.provenance;
    Html facts = fact("scenario", results.scenario) + fact("runs", runs_text(results)) +
                 fact("sampling of worlds", results.sampling);
    facts +=
        fact("people", fmt::format("{} persons, of whom {} agents stand for all", plain_number(results.population, 0),
                                   plain_number(static_cast<double>(results.agents), 0)));
    facts += fact("program", origin.source) + fact("compiler", origin.compiler) + fact("created", origin.created);
    facts += code_fact("seed", std::to_string(origin.seed)) +
             code_fact("configuration hash", origin.configuration_hash) +
             code_fact("results hash", origin.results_hash);
    facts += code_fact("the results again", origin.command) + code_fact("this page again", "leeway report RESULTS.h5");
    Html section = element("h2", {{"id", "provenance"}}, "Where the numbers come from") +
                   element("dl", {{"class", "facts"}}, facts);
    section += element("p", {{"class", "quiet"}},
                       "The same program, configuration and seed give the same results hash on any number of threads; "
                       "a different hash means that "
                       "something else was run.");
    section += failures(results);
    if (!origin.configuration.empty()) {
        section += element("details", element("summary", "The full resolved configuration") +
                                          element("pre", {{"tabindex", "0"}}, element("code", origin.configuration)));
    }
    return element("section", section);
}

}  // namespace leeway
