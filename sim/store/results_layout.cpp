// Checks that results fit the layout of their file, and the one outcome that is stored per world.
#include "store/results_layout.hpp"

#include <algorithm>
#include <cmath>

namespace leeway {
namespace {

std::string does_not_fit(std::string_view name, std::size_t found, std::size_t expected) {
    return std::string(name) + " has " + std::to_string(found) + " values where its dimensions need " +
           std::to_string(expected);
}

template <class Table>
std::optional<std::string> find_ill_fitting(const Results& results, const Table& columns) {
    for (const auto& column : columns) {
        const std::size_t found = (results.*column.values).size();
        const std::size_t expected = value_count(results, column.dimensions);
        if (found != 0 && found != expected) return does_not_fit(column.name, found, expected);
    }
    return std::nullopt;
}

std::optional<std::string> find_bad_name(std::string_view name) {
    if (!name.empty() && name != "." && name.find('/') == name.npos) return std::nullopt;
    return "\"" + std::string(name) + "\" cannot be the name of a variable";
}

std::optional<std::string> find_bad_lever(const Results& results) {
    for (const LeverColumn& lever : results.levers) {
        if (auto flaw = find_bad_name(lever.name)) return flaw;
        if (reads_as_time(lever.unit)) return lever.name + " has the unit \"" + lever.unit + "\", which reads as time";
        const std::size_t found = std::visit([](const auto& values) { return values.size(); }, lever.values);
        if (found != results.designs.size()) return does_not_fit(lever.name, found, results.designs.size());
    }
    const std::size_t bounds = results.designs.size() * results.levers.size();
    if (!results.lever_bound.empty() && results.lever_bound.size() != bounds) {
        return does_not_fit("lever_bound", results.lever_bound.size(), bounds);
    }
    return std::nullopt;
}

std::optional<std::string> find_bad_quantiles(const Results& results) {
    const std::size_t expected = value_count(results, quantiles_dimensions);
    for (const SeriesQuantiles& series : results.quantiles_by_month) {
        if (auto flaw = find_bad_name(series.name)) return flaw;
        const std::string name = series.name + std::string(quantiles_suffix);
        if (series.values.size() != expected) return does_not_fit(name, series.values.size(), expected);
    }
    return std::nullopt;
}

std::optional<std::string> find_bad_baseline(const Results& results) {
    for (const std::size_t baseline : results.baseline_of) {
        if (baseline >= results.designs.size()) return "baseline_of names a design that is not there";
    }
    return std::nullopt;
}

}  // namespace

bool is_per_world(std::string_view outcome) { return outcome == "harm_cvar"; }

std::vector<double> collapse_replicates(const std::vector<double>& per_run, std::size_t replicates) {
    std::vector<double> per_world;
    if (replicates == 0) return per_world;
    for (auto first = per_run.begin(); first != per_run.end(); first += static_cast<std::ptrdiff_t>(replicates)) {
        const auto last = first + static_cast<std::ptrdiff_t>(replicates);
        const auto known = std::find_if(first, last, [](double value) { return !std::isnan(value); });
        per_world.push_back(known != last ? *known : missing_value);
    }
    return per_world;
}

std::vector<double> repeat_replicates(const std::vector<double>& per_world, std::size_t replicates) {
    std::vector<double> per_run;
    per_run.reserve(per_world.size() * replicates);
    for (const double value : per_world) per_run.insert(per_run.end(), replicates, value);
    return per_run;
}

std::size_t dimension_size(const Results& results, std::string_view dimension) {
    if (dimension == "lever") return results.levers.size();
    for (const auto& coordinate : text_coordinates) {
        if (dimension == coordinate.name) return (results.*coordinate.labels).size();
    }
    for (const auto& coordinate : number_coordinates) {
        if (dimension == coordinate.name) return (results.*coordinate.labels).size();
    }
    for (const auto& coordinate : share_coordinates) {
        if (dimension == coordinate.name) return (results.*coordinate.labels).size();
    }
    return 0;
}

std::size_t value_count(const Results& results, const std::array<std::string_view, 3>& dimensions) {
    std::size_t count = 1;
    for (const std::string_view dimension : dimensions) {
        if (!dimension.empty()) count *= dimension_size(results, dimension);
    }
    return count;
}

std::vector<std::string> texts_of(const Results& results, const Column<std::string>& column) {
    const std::vector<std::string>& texts = results.*column.values;
    return texts.empty() && !column.optional ? std::vector<std::string>(value_count(results, column.dimensions))
                                             : texts;
}

bool reads_as_time(std::string_view unit) {
    constexpr std::array<std::string_view, 7> durations{"days",         "hours",        "minutes",    "seconds",
                                                        "milliseconds", "microseconds", "nanoseconds"};
    return std::ranges::find(durations, unit) != durations.end() || unit.find("since") != unit.npos;
}

std::optional<std::string> find_bad_outcome(const Results& results, const OutcomeKind& kind, std::size_t first,
                                            std::size_t last) {
    const std::size_t inner = kind.dimension.empty() ? 1 : dimension_size(results, kind.dimension);
    for (std::size_t i = first; i < last; ++i) {
        const OutcomeArray& array = (results.*kind.arrays)[i];
        if (auto flaw = find_bad_name(array.name)) return flaw;
        if (inner == 0) return array.name + std::string(kind.suffix) + " has no " + std::string(kind.dimension);
        if (array.inner != inner || array.values.size() != results.runs() * inner) {
            return does_not_fit(array.name + std::string(kind.suffix), array.values.size(), results.runs() * inner);
        }
    }
    return std::nullopt;
}

std::optional<std::string> find_inconsistent_frame(const Results& results) {
    if (results.status.size() != results.runs()) return does_not_fit("status", results.status.size(), results.runs());
    if (auto flaw = find_ill_fitting(results, text_columns)) return flaw;
    if (auto flaw = find_ill_fitting(results, number_columns)) return flaw;
    if (auto flaw = find_ill_fitting(results, index_columns)) return flaw;
    if (auto flaw = find_ill_fitting(results, flag_columns)) return flaw;
    if (auto flaw = find_bad_quantiles(results)) return flaw;
    if (auto flaw = find_bad_baseline(results)) return flaw;
    return find_bad_lever(results);
}

std::optional<std::string> find_inconsistency(const Results& results) {
    for (const OutcomeKind& kind : outcome_kinds) {
        if (auto flaw = find_bad_outcome(results, kind, 0, (results.*kind.arrays).size())) return flaw;
    }
    return find_inconsistent_frame(results);
}

}  // namespace leeway
