#include "analysis/sensitivity_forms.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/csv_cells.hpp"
#include "analysis/json_numbers.hpp"
#include "analysis/layout.hpp"
#include "analysis/numbers.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, variance_parts> part_names{"levers", "assumptions", "both together", "luck"};
constexpr std::size_t most_targets = 6;  // in text, where each takes a column

std::string share_text(const Interval& share) {
    if (!std::isfinite(share.mean)) return "-";
    const double mean = 100 * std::clamp(share.mean, 0.0, 1.0);  // JSON and CSV keep the estimate
    if (!std::isfinite(share.low)) return fmt::format("{:.0f} %", mean);
    return fmt::format("{:.0f} % ({:.0f} to {:.0f})", mean, 100 * share.low, 100 * share.high);
}

std::string heading_of(const SensitivityAnswer& answer, const SensitivityTarget& target) {
    const std::string name = printable(answer.results->designs[target.design]);
    return target.is_difference ? name : name + " (level)";
}

std::string parts_rows(const MetricSensitivity& metric, bool colour) {
    std::vector<std::vector<std::string>> rows{{"variance between runs", "share"}};
    for (std::size_t part = 0; part < variance_parts; ++part)
        rows.push_back({std::string(part_names[part]), share_text(metric.parts.share[part])});
    return aligned(rows, colour);
}

/// Every parameter that some target knows, in the order of the first target.
std::vector<std::size_t> parameters_of(const MetricSensitivity& metric) {
    std::vector<std::size_t> parameters;
    const auto add = [&](std::size_t parameter) {
        if (std::find(parameters.begin(), parameters.end(), parameter) == parameters.end())
            parameters.push_back(parameter);
    };
    for (const SensitivityTarget& target : metric.targets) {
        for (const ParameterShare& share : target.shares) add(share.parameter);
        for (const ElementaryEffect& effect : target.effects) add(effect.parameter);
    }
    return parameters;
}

std::string effect_text(const MetricSensitivity& metric, const ElementaryEffect& effect) {
    const double factor = number_format(*metric.metric).factor;
    const int decimals = decimals_for(factor * largest({effect.size.mean, effect.by_luck}), 2);
    const std::string size = plain_number(factor * effect.size.mean, decimals);
    if (!std::isfinite(effect.by_luck)) return size;
    return fmt::format("{} ({})", size, plain_number(factor * effect.by_luck, decimals));
}

/// Which number of a parameter a table shows.
enum class Shown { by_itself, in_all };

std::string cell_of(const MetricSensitivity& metric, const SensitivityTarget& target, std::size_t parameter,
                    Shown shown) {
    for (const ParameterShare& share : target.shares)
        if (share.parameter == parameter) return share_text(shown == Shown::in_all ? share.total : share.share);
    for (const ElementaryEffect& effect : target.effects)
        if (effect.parameter == parameter) return effect_text(metric, effect);
    return "-";
}

/// One share of every target that is shown.
template <class Share>
std::vector<std::string> row_of(const std::string& name, const MetricSensitivity& metric, std::size_t shown,
                                const Share& share) {
    std::vector<std::string> row{name};
    for (std::size_t t = 0; t < shown; ++t) row.push_back(share_text(share(metric.targets[t])));
    return row;
}

std::string parameter_rows(const SensitivityAnswer& answer, const MetricSensitivity& metric, Shown shown, bool colour) {
    const std::size_t targets = std::min(most_targets, metric.targets.size());
    const SensitivityMethod method = answer.sensitivity.method;
    std::vector<std::vector<std::string>> rows{{shown == Shown::in_all ? "with interactions" : "parameter"}};
    for (std::size_t t = 0; t < targets; ++t) rows.front().push_back(heading_of(answer, metric.targets[t]));
    for (const std::size_t parameter : parameters_of(metric)) {
        rows.push_back({printable(answer.results->parameters[parameter])});
        for (std::size_t t = 0; t < targets; ++t)
            rows.back().push_back(cell_of(metric, metric.targets[t], parameter, shown));
    }
    if (shown == Shown::in_all) return aligned(rows, colour);
    if (method != SensitivityMethod::morris)
        rows.push_back(row_of("no single one", metric, targets,
                              [](const SensitivityTarget& target) { return target.interactions; }));
    rows.push_back(row_of("luck of one run", metric, targets, [](const SensitivityTarget& target) {
        return Interval{target.luck_share, missing_value, missing_value};
    }));
    return aligned(rows, colour);
}

const char* method_text(SensitivityMethod method) {
    switch (method) {
        case SensitivityMethod::morris:
            return "Parameters: mean size of the effect of moving a parameter over its whole prior (mu*, Morris 1991, "
                   "Campolongo and others 2007), in the outcome's unit; in brackets what luck alone would give.";
        case SensitivityMethod::saltelli:
            return "Parameters: Sobol indices, shares of the variance between worlds (Saltelli and others 2010, Jansen "
                   "1999). First table: what the parameter explains by itself (first order). \"With interactions\": "
                   "with everything in which it takes part (total index); these can add up to more than 100 %.";
        case SensitivityMethod::given_worlds:
            break;
    }
    return "Parameters: first-order Sobol indices, the share of the variance between worlds that the parameter "
           "explains "
           "by itself, from the worlds at hand (polynomials of ranks, corrected for chance). Total indices, with "
           "interactions, need worlds of sampling = \"saltelli\".";
}

std::string notes(const SensitivityAnswer& answer) {
    std::string text = wrapped(
        "Shares of the variance between runs: components of variance of designs, worlds and replicates. Brackets: 95 % "
        "(jackknife over worlds). A column is the level of the baseline, or the difference that a design makes to it.");
    text += wrapped(method_text(answer.sensitivity.method));
    std::string words;
    if (answer.sensitivity.method != SensitivityMethod::morris)
        words = "\"No single one\": what is left, which is interactions and what the estimates miss. ";
    text += wrapped(
        words +
        "\"Luck of one run\": share of luck in a single run of a random world. `leeway describe NAME` says what a "
        "parameter is.");
    for (const std::string& limit : answer.sensitivity.limits) text += wrapped(printable(limit), "! ");
    return text;
}

json share_json(const SensitivityAnswer& answer, const ParameterShare& share) {
    json parameter{{"parameter", answer.results->parameters[share.parameter]},
                   {"first_order", interval_json(share.share)}};
    if (answer.sensitivity.method == SensitivityMethod::saltelli) parameter["total"] = interval_json(share.total);
    return parameter;
}

const char* method_name(SensitivityMethod method) {
    switch (method) {
        case SensitivityMethod::morris:
            return "morris";
        case SensitivityMethod::saltelli:
            return "saltelli";
        case SensitivityMethod::given_worlds:
            break;
    }
    return "first-order indices from given worlds";
}

json parameters_json(const SensitivityAnswer& answer, const SensitivityTarget& target) {
    json parameters = json::array();
    for (const ParameterShare& each : target.shares) parameters.push_back(share_json(answer, each));
    for (const ElementaryEffect& each : target.effects)
        parameters.push_back({{"parameter", answer.results->parameters[each.parameter]},
                              {"mu_star", interval_json(each.size)},
                              {"mu", number_or_null(each.mean)},
                              {"sigma", number_or_null(each.spread)},
                              {"mu_star_by_luck", number_or_null(each.by_luck)},
                              {"steps", each.steps}});
    return parameters;
}

json metric_json(const SensitivityAnswer& answer, const MetricSensitivity& metric) {
    json targets = json::array(), parts = json::object();
    for (std::size_t part = 0; part < variance_parts; ++part)
        parts[part == static_cast<std::size_t>(VariancePart::both) ? "both" : std::string(part_names[part])] =
            interval_json(metric.parts.share[part]);
    for (const SensitivityTarget& target : metric.targets)
        targets.push_back({{"design", answer.results->designs[target.design]},
                           {"quantity", target.is_difference ? "difference" : "level"},
                           {"variance_between_worlds", number_or_null(target.between_worlds)},
                           {"luck_share", number_or_null(target.luck_share)},
                           {"no_single_parameter", interval_json(target.interactions)},
                           {"parameters", parameters_json(answer, target)}});
    return {{"metric", metric.metric->name},
            {"unit", metric.metric->unit},
            {"variance", number_or_null(metric.parts.variance)},
            {"parts", parts},
            {"targets", targets}};
}

std::string csv_row(const SensitivityAnswer& answer, const MetricSensitivity& metric, const SensitivityTarget& target,
                    std::size_t parameter, std::string_view measure, const Interval& value) {
    std::vector<std::string> cells{text_cell(metric.metric->name), text_cell(answer.results->designs[target.design]),
                                   target.is_difference ? "difference" : "level",
                                   text_cell(answer.results->parameters[parameter]), std::string(measure)};
    for (const double number : {value.mean, value.low, value.high}) cells.push_back(number_cell(number));
    return join(cells, ",") + "\r\n";
}

}  // namespace

std::string sensitivity_text(const SensitivityAnswer& answer, bool colour) {
    std::string text;
    for (const std::string& sentence : answer.sensitivity.sentences) text += wrapped(printable(sentence), "* ");
    text += "\n";
    for (const MetricSensitivity& metric : answer.sensitivity.metrics) {
        const std::string unit = number_format(*metric.metric).unit;
        text += painted(bold, fmt::format("{}{}", metric.metric->name, unit.empty() ? "" : " [" + unit + "]"), colour) +
                "\n";
        text += parts_rows(metric, colour) + "\n" + parameter_rows(answer, metric, Shown::by_itself, colour) + "\n";
        if (answer.sensitivity.method == SensitivityMethod::saltelli)
            text += parameter_rows(answer, metric, Shown::in_all, colour) + "\n";
    }
    return text + notes(answer) + "results hash: " + printable(answer.results->provenance.results_hash) + "\n";
}

json sensitivity_json(const SensitivityAnswer& answer) {
    json metrics = json::array();
    for (const MetricSensitivity& metric : answer.sensitivity.metrics) metrics.push_back(metric_json(answer, metric));
    return {{"results_hash", answer.results->provenance.results_hash},
            {"method", method_name(answer.sensitivity.method)},
            {"metrics", metrics},
            {"confidence", confidence},
            {"sentences", answer.sensitivity.sentences},
            {"limits", answer.sensitivity.limits}};
}

std::string sensitivity_csv(const SensitivityAnswer& answer) {
    std::string table = "outcome,design,quantity,parameter,measure,value,low,high\r\n";
    for (const MetricSensitivity& metric : answer.sensitivity.metrics) {
        for (const SensitivityTarget& target : metric.targets) {
            for (const ParameterShare& each : target.shares) {
                table += csv_row(answer, metric, target, each.parameter, "first_order", each.share);
                if (answer.sensitivity.method == SensitivityMethod::saltelli)
                    table += csv_row(answer, metric, target, each.parameter, "total", each.total);
            }
            for (const ElementaryEffect& each : target.effects) {
                table += csv_row(answer, metric, target, each.parameter, "mu_star", each.size);
                table +=
                    csv_row(answer, metric, target, each.parameter, "mu", {each.mean, missing_value, missing_value});
                table += csv_row(answer, metric, target, each.parameter, "sigma",
                                 {each.spread, missing_value, missing_value});
            }
        }
    }
    return table;
}

}  // namespace leeway
