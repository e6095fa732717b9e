#include "experiment/assemble_results.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>

#include "experiment/lever_traces.hpp"
#include "experiment/results_frame.hpp"
#include "experiment/series_quantiles.hpp"

namespace leeway {
namespace {

std::vector<std::string> names_of(const std::vector<OutcomeArray>& arrays) {
    std::vector<std::string> names;
    for (const OutcomeArray& array : arrays) names.push_back(array.name);
    return names;
}

Results without_arrays(Results results) {
    for (const ArrayKind& kind : array_kinds) (results.*kind.arrays).clear();
    return results;
}

/// Puts a run in its place. Of a run that comes twice, the first one stays; false if the second differs from it.
bool take(Results& results, const FinishedRun& run) {
    const RunStatus earlier = results.status[results.run_index(run.design, run.world, run.replicate)];
    if (earlier != RunStatus::done) put_in_place(results, run);
    return earlier != RunStatus::done || run.status != RunStatus::done || is_in_place(results, run);
}

void add_to(std::vector<bool>& acted, const std::vector<bool>& in_run) {
    acted.resize(in_run.size());
    for (std::size_t lever = 0; lever < in_run.size(); ++lever) acted[lever] = acted[lever] || in_run[lever];
}

/// The mean of the worst 5 % of the values, at least the worst one; NaN if all are missing.
double worst_case(std::span<const double> values) {
    const std::size_t tail = std::max<std::size_t>(1, values.size() / 20);
    std::vector<double> sorted;
    for (const double value : values) {
        if (!std::isnan(value)) sorted.push_back(value);
    }
    if (sorted.empty()) return missing_value;
    std::sort(sorted.rbegin(), sorted.rend());
    const std::size_t taken = std::min(tail, sorted.size());
    return std::accumulate(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(taken), 0.0) /
           static_cast<double>(taken);
}

/// `harm_cvar` of every run, which is that of its design and world.
std::vector<double> worst_cases(const Results& harm) {
    const std::size_t replicates = harm.replicates.size();
    const std::span<const double> values(harm.outcomes.front().values);
    std::vector<double> worst(values.size());
    for (std::size_t first = 0; first < values.size(); first += replicates) {
        std::fill_n(worst.begin() + static_cast<std::ptrdiff_t>(first), replicates,
                    worst_case(values.subspan(first, replicates)));
    }
    return worst;
}

}  // namespace

Results results_without_runs(const Plan& plan) {
    Plan empty = plan;
    empty.experiment.replicates = 0;
    Results results = empty_results(empty);
    results.replicates.resize(static_cast<std::size_t>(plan.experiment.replicates));
    results.quantiles = plan.experiment.record.quantiles;
    std::iota(results.replicates.begin(), results.replicates.end(), std::int64_t{0});
    return results;
}

ResultsAssembly::ResultsAssembly(Results frame, VisitRuns visit)
    : frame_(std::move(frame)), visit_(std::move(visit)), results_(frame_), hash_(results_) {
    survey();
    if (!results_.quantiles.empty()) summarise_series();
}

/// Status, failures, the levers that acted, and the worst cases of harm.
void ResultsAssembly::survey() {
    Results harm = without_arrays(frame_);
    harm.outcomes.push_back({"harm_per_1000_citizen_years", 1, {}});
    make_room(harm);
    std::vector<std::vector<bool>> acted(frame_.designs.size());
    visit_(harm, [&](const FinishedRun& run) {
        if (run.status == RunStatus::done) add_to(acted[run.design], run.acted);
        return take(harm, run);
    });
    mark_bound_levers(results_, acted);
    worst_cases_ = worst_cases(harm);
    results_.status = std::move(harm.status);
    results_.failure = std::move(harm.failure);
}

/// In the place of every run's months. Of a run that comes twice, the first is counted.
void ResultsAssembly::summarise_series() {
    Results series = without_arrays(frame_);
    series.by_month = frame_.by_month;
    const std::size_t months = series.months.size();
    SeriesSummary summary(names_of(series.by_month), series.designs.size(), months);
    std::vector<bool> counted(series.runs());
    visit_(series, [&](const FinishedRun& run) {
        const std::size_t index = series.run_index(run.design, run.world, run.replicate);
        if (run.status != RunStatus::done || counted[index]) return true;
        counted[index] = true;
        for (std::size_t i = 0; i < series.by_month.size(); ++i)
            summary.add(run.design, i, std::span(run.numbers).subspan(i * months, months));
        return true;
    });
    results_.by_month.clear();
    results_.quantiles_by_month = summary.quantiles(results_.quantiles);
}

void ResultsAssembly::fill(OutcomeArrays kind, std::size_t first, std::size_t last) {
    Results part = without_arrays(frame_);
    for (std::size_t i = first; i < last; ++i) (part.*kind).push_back((frame_.*kind)[i]);
    make_room(part);
    visit_(part, [&](const FinishedRun& run) { return take(part, run); });
    for (std::size_t i = first; i < last; ++i) {
        OutcomeArray& array = (results_.*kind)[i];
        array.values = std::move((part.*kind)[i - first].values);
        if (kind == &Results::outcomes && array.name == "harm_cvar") array.values = worst_cases_;
        if (kind != &Results::by_month) hash_.add(array);
    }
    results_.provenance.results_hash = hash_.text();
}

}  // namespace leeway
