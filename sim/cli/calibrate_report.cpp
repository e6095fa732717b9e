#include "cli/calibrate_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "analysis/numbers.hpp"
#include "core/text.hpp"
#include "experiment/dotted_names.hpp"

namespace leeway {
namespace {

using Json = nlohmann::json;

bool has_interval(const Target& target) { return target.low != 0 || target.high != 0; }

/// Three numbers with as many decimals as the largest needs for three digits.
std::string middle_text(const Middle& middle) {
    if (!std::isfinite(middle.median)) return "-";
    const int decimals = decimals_for(largest({middle.low, middle.median, middle.high}), 3);
    return fmt::format("{} ({} to {})", plain_number(middle.median, decimals), plain_number(middle.low, decimals),
                       plain_number(middle.high, decimals));
}

std::string unit_of(const Plan& plan, const std::string& parameter) {
    Model model = plan.model;
    const auto fields = find_fields(field_table(model), parameter);
    return fields.empty() ? "" : std::string(fields.front().field.unit.text);
}

std::string waves_text(const HistoryMatch& match, double confidence) {
    std::string text;
    for (std::size_t i = 0; i < match.waves.size(); ++i) {
        const Wave& wave = match.waves[i];
        const std::string where =
            i == 0 ? "drawn from the prior"
                   : fmt::format("drawn where emulators leave {:.3g} % of the prior", 100 * wave.share_left);
        text +=
            fmt::format("wave {}: {} {}; {} not ruled out\n", i + 1, counted(wave.worlds, "world"), where, wave.kept);
    }
    text += fmt::format("{} of {} worlds are not ruled out, at {:g} % confidence (implausibility up to {:.2f})\n",
                        match.kept(), match.worlds.size(), 100 * confidence, match.cutoff);
    if (const std::size_t misjudged = match.waves.back().misjudged; misjudged > 0) {
        text += fmt::format(
            "of these the emulators would not have run {} ({:.1f} %), had they not been run: the edge of "
            "what later waves look at is that blurred\n",
            misjudged, 100.0 * static_cast<double>(misjudged) / static_cast<double>(match.kept()));
    }
    return text;
}

/// Which variances keep worlds from a target, in shares.
std::string variances_text(const Variances& apart) {
    const auto percent = [&](double part) { return 100 * part / apart.sum(); };
    return fmt::format("observation {:.0f} %, Monte Carlo {:.0f} %, one history {:.0f} %, discrepancy {:.0f} %",
                       percent(apart.observation), percent(apart.monte_carlo), percent(apart.one_history),
                       percent(apart.discrepancy));
}

std::string target_text(const Target& target, const PinnedTarget& pinned, std::size_t first_wave) {
    const std::string interval =
        has_interval(target) ? fmt::format(" [{}, {}]", number_text(target.low), number_text(target.high)) : "";
    std::string text = fmt::format("  {} ({})\n    measured {}{} {}; prior worlds {}; kept worlds {}\n", target.name,
                                   target.outcome, number_text(target.value), interval, target.unit,
                                   middle_text(pinned.prior), middle_text(pinned.kept));
    text += fmt::format("    rules out {} of {} prior worlds, {} of them alone", pinned.ruled_out, first_wave,
                        pinned.alone);
    if (pinned.unknown > 0) text += fmt::format("; {} do not have it at all", pinned.unknown);
    return text + "\n    variance: " + variances_text(pinned.variances) + "\n";
}

std::string parameters_text(const CalibrationReport& report) {
    const auto& parameters = report.pinned.parameters;
    std::size_t width = 9;
    for (const PinnedParameter& parameter : parameters) width = std::max(width, parameter.name.size());
    std::string text = fmt::format("\n{:<{}}  {:<26}  {:<26}  {:>10}  verdict\n", "parameter", width,
                                   "prior: median (90 %)", "kept: median (90 %)", "width left");
    for (const PinnedParameter& parameter : parameters) {
        text +=
            fmt::format("{:<{}}  {:<26}  {:<26}  {:>8.0f} %  {}\n", parameter.name, width, middle_text(parameter.prior),
                        middle_text(parameter.kept), 100 * parameter.width_left, leeway::text(parameter.verdict));
    }
    return text;
}

/// What to take along, in sentences.
std::string sentences(const PinnedDown& pinned) {
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, pinned.pairs.size()); ++i) {
        const PinnedPair& pair = pinned.pairs[i];
        text += fmt::format("{} and {} are pinned down together (correlation {:.2f})\n", pair.one, pair.other,
                            pair.correlation);
    }
    std::vector<std::string> open;
    for (const PinnedParameter& parameter : pinned.parameters) {
        if (parameter.verdict == Pinned::not_at_all) open.push_back(parameter.name);
    }
    if (!open.empty())
        text += fmt::format("The evidence says nothing beyond chance about {}: there the priors stand as they were\n",
                            listed(open));
    return text;
}

Json middle_json(const Middle& middle) { return {{"p05", middle.low}, {"p50", middle.median}, {"p95", middle.high}}; }

Json target_json(const Target& target, const PinnedTarget& pinned) {
    Json document{{"name", target.name},
                  {"outcome", target.outcome},
                  {"value", target.value},
                  {"unit", target.unit},
                  {"evidence", target.evidence},
                  {"source", target.source},
                  {"prior", middle_json(pinned.prior)},
                  {"kept", middle_json(pinned.kept)},
                  {"ruled_out", pinned.ruled_out},
                  {"ruled_out_alone", pinned.alone},
                  {"without_outcome", pinned.unknown},
                  {"variance",
                   {{"observation", pinned.variances.observation},
                    {"monte_carlo", pinned.variances.monte_carlo},
                    {"one_history", pinned.variances.one_history},
                    {"discrepancy", pinned.variances.discrepancy}}}};
    if (has_interval(target)) document.update({{"low", target.low}, {"high", target.high}});
    return document;
}

Json parameter_json(const CalibrationReport& report, const PinnedParameter& parameter) {
    return {{"name", parameter.name},
            {"unit", unit_of(report.plan, parameter.name)},
            {"prior", middle_json(parameter.prior)},
            {"kept", middle_json(parameter.kept)},
            {"width_left", parameter.width_left},
            {"chance", parameter.chance},
            {"verdict", text(parameter.verdict)}};
}

Json waves_json(const HistoryMatch& match) {
    Json waves = Json::array();
    for (const Wave& wave : match.waves) {
        waves.push_back({{"worlds", wave.worlds},
                         {"kept", wave.kept},
                         {"share_left", wave.share_left},
                         {"misjudged", wave.misjudged}});
    }
    return waves;
}

}  // namespace

std::string calibration_text(const CalibrationReport& report) {
    std::string text = waves_text(report.match, report.search.settings.confidence) + "\ntargets\n";
    for (std::size_t t = 0; t < report.search.targets.size(); ++t) {
        text += target_text(report.search.targets[t], report.pinned.targets[t], report.match.waves.front().worlds);
    }
    if (report.match.kept() == 0) return text;
    return text + parameters_text(report) + "\n" + sentences(report.pinned);
}

Json calibration_json(const CalibrationReport& report) {
    Json document{{"scenario", report.plan.experiment.scenario},
                  {"configuration_hash", report.plan.configuration_hash},
                  {"confidence", report.search.settings.confidence},
                  {"cutoff", report.match.cutoff},
                  {"worlds", report.match.worlds.size()},
                  {"kept", report.match.kept()},
                  {"ensemble", report.match.kept() > 0 ? Json(report.ensemble.string()) : Json()},
                  {"waves", waves_json(report.match)},
                  {"targets", Json::array()},
                  {"parameters", Json::array()},
                  {"pairs", Json::array()}};
    for (std::size_t t = 0; t < report.search.targets.size(); ++t)
        document["targets"].push_back(target_json(report.search.targets[t], report.pinned.targets[t]));
    for (const PinnedParameter& parameter : report.pinned.parameters)
        document["parameters"].push_back(parameter_json(report, parameter));
    for (const PinnedPair& pair : report.pinned.pairs)
        document["pairs"].push_back({{"one", pair.one}, {"other", pair.other}, {"correlation", pair.correlation}});
    return document;
}

std::string why_none_is_left(const CalibrationReport& report) {
    std::size_t worst = 0;
    const auto& targets = report.pinned.targets;
    for (std::size_t t = 0; t < targets.size(); ++t) {
        if (targets[t].ruled_out > targets[worst].ruled_out) worst = t;
    }
    return fmt::format(
        "every world is ruled out, so no ensemble was written; \"{}\" rules out most by itself. Either the "
        "priors are too narrow, or the model cannot do what was measured: look at the table of targets, "
        "widen [[uncertain]] or state the discrepancy as large as it is.",
        report.search.targets[worst].name);
}

}  // namespace leeway
