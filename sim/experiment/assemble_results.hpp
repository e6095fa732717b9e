// From single stored runs to the results of an experiment, without all of their numbers in memory: what can only be
// said of all runs together is found first, then outcomes are gathered a few at a time as the results file asks for
// them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/finished_run.hpp"
#include "core/results.hpp"
#include "experiment/plan.hpp"
#include "experiment/results_hash.hpp"

namespace leeway {

/// The results of a plan without room for its runs: all that stays in memory while it is carried out.
Results results_without_runs(const Plan& plan);

/// Takes in a run. Of a run that comes twice, the first one stays; false if the second differs from it.
using TakeRun = std::function<bool(const FinishedRun& run)>;

/// Calls `take` with every stored run of an experiment, in any order, with the outcomes that `asked` names.
using VisitRuns = std::function<void(const Results& asked, const TakeRun& take)>;

/// Results under assembly. What `visit` throws comes through.
class ResultsAssembly {
  public:
    /// Finds everything but the values of outcomes; runs that never came are pending. Begins with results without runs.
    ResultsAssembly(Results frame, VisitRuns visit);

    /// Without values of outcomes, except between a call of fill() and the moment when they are taken away again. The
    /// results hash in it is that of the outcomes filled so far.
    Results& results() { return results_; }

    /// Gives arrays their values (see FillOutcomes), and takes them into the results hash.
    void fill(OutcomeArrays kind, std::size_t first, std::size_t last);

  private:
    void survey();
    void summarise_series();

    Results frame_;  ///< without runs
    VisitRuns visit_;
    Results results_;
    std::vector<double> worst_cases_;  ///< harm_cvar [design, world, replicate]
    ResultsHash hash_;
};

}  // namespace leeway
