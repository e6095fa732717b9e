#include "experiment/assemble_results.hpp"

#include <numeric>
#include <span>
#include <utility>

#include "experiment/lever_traces.hpp"
#include "experiment/results_frame.hpp"

namespace leeway {
namespace {

std::vector<std::string> series_of(const Results& results) {
    std::vector<std::string> names;
    for (const OutcomeArray& array : results.by_month) names.push_back(array.name);
    return names;
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

ResultsAssembly::ResultsAssembly(Results frame)
    : results_(std::move(frame)),
      series_(series_of(results_), results_.designs.size(), results_.months.size()),
      acted_(results_.runs()) {
    if (is_summarised()) results_.by_month.clear();
    make_room(results_);
}

bool ResultsAssembly::add(const FinishedRun& run) {
    const std::size_t index = results_.run_index(run.design, run.world, run.replicate);
    if (results_.status[index] == RunStatus::done && run.status == RunStatus::done) return is_in_place(results_, run);
    if (results_.status[index] == RunStatus::done) return true;
    put_in_place(results_, run);
    if (run.status != RunStatus::done) return true;
    if (is_summarised()) summarise(run);
    std::vector<bool>& acted = acted_[results_.run_index(run.design, 0, 0)];
    acted.resize(run.acted.size());
    for (std::size_t lever = 0; lever < run.acted.size(); ++lever) acted[lever] = acted[lever] || run.acted[lever];
    return true;
}

/// The months of all series are the last numbers of a run.
void ResultsAssembly::summarise(const FinishedRun& run) {
    std::span<const double> numbers(run.numbers);
    numbers = numbers.subspan(numbers_per_run(results_));
    const std::size_t months = results_.months.size();
    for (std::size_t series = 0; series * months < numbers.size(); ++series)
        series_.add(run.design, series, numbers.subspan(series * months, months));
}

Results ResultsAssembly::finish() {
    if (is_summarised()) results_.quantiles_by_month = series_.quantiles(results_.quantiles);
    mark_bound_levers(results_, acted_);
    fill_worst_cases(results_);
    results_.provenance.results_hash = results_hash(results_);
    return std::move(results_);
}

}  // namespace leeway
