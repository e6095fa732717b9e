// Carries out a plan: every world and replicate once, all designs from the same month 0, in parallel, with no shared
// writes.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>

#include "core/results.hpp"
#include "experiment/plan.hpp"

namespace leeway {

/// What the runner is told and tells while it works.
struct RunControl {
    int threads = 1;
    std::function<void(std::size_t done)> on_progress = [](std::size_t) {};  ///< called from any thread, after each run
    const std::atomic<bool>* stop = nullptr;  ///< once true, no further run starts; the rest stays pending
};

/// The results of all runs of `plan`, with their hash. A run that fails is marked and explained; the others go on. The
/// results are the same bits for any number of threads and any order of designs.
Results run_plan(const Plan& plan, const RunControl& control);

}  // namespace leeway
