// Carries out a plan: every world and replicate once, all designs from the same month 0, in parallel, with no shared
// writes. Finished runs are handed on one by one; nothing of them stays here.
#pragma once

#include <cstddef>
#include <functional>

#include "core/finished_run.hpp"
#include "core/results.hpp"
#include "core/run_keys.hpp"
#include "experiment/plan.hpp"
#include "experiment/run_once.hpp"

namespace leeway {

/// What the runner is told. The functions are called from any thread, several at once.
struct RunControl {
    int threads = 1;
    Shard shard;
    std::function<bool(std::size_t run)> is_wanted = [](std::size_t) { return true; };  ///< by index in the results
    std::function<bool()> is_stopped = [] { return false; };  ///< once true, no further run starts
    std::function<void(FinishedRun)> on_finished;
    OnMonth on_month{};  ///< after every month of every run
};

/// Whether a shard has the runs of task number world x replicates + replicate.
bool is_in_shard(const Shard& shard, std::size_t task);

/// Carries out the wanted runs of `plan`. A run that fails is handed on with the reason; the others go on. `frame` is
/// the results of the plan, with or without room for runs. What a run gives is the same bits for any number of threads
/// and any order of designs.
void run_plan(const Plan& plan, const Results& frame, const RunControl& control);

/// How many runs go on at the same time; the threads that are left work inside of them.
int runs_at_once(const Plan& plan, int threads);

}  // namespace leeway
