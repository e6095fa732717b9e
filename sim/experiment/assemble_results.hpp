// From single runs to the results of an experiment: each run is put in its place, and what can only be said of all of
// them together is said at the end.
#pragma once

#include <vector>

#include "core/finished_run.hpp"
#include "core/results.hpp"
#include "experiment/plan.hpp"
#include "experiment/series_quantiles.hpp"

namespace leeway {

/// The results of a plan without room for its runs: all that stays in memory while it is carried out.
Results results_without_runs(const Plan& plan);

/// Results under assembly. Runs may come in any order.
class ResultsAssembly {
  public:
    /// Begins with results without runs.
    explicit ResultsAssembly(Results frame);

    /// Puts a run in its place. Of a run that comes twice, the first one stays; false if the second differs from it.
    bool add(const FinishedRun& run);

    /// The results so far; runs that never came are pending.
    const Results& so_far() const { return results_; }

    /// The results, with the outcomes of worlds, the levers that acted, and their hash.
    Results finish();

  private:
    bool is_summarised() const { return !results_.quantiles.empty(); }
    void summarise(const FinishedRun& run);

    Results results_;
    SeriesSummary series_;                  ///< of results that keep quantiles in the place of every run's months
    std::vector<std::vector<bool>> acted_;  ///< by run; what acted in any run of a design stands at its first run
};

}  // namespace leeway
