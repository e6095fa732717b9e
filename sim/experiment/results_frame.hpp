// The empty results of a plan: coordinates, levers and uncertain parameters filled in, every run pending.
#pragma once

#include "core/results.hpp"
#include "experiment/plan.hpp"

namespace leeway {

/// Results of `plan` before anything ran.
Results empty_results(const Plan& plan);

}  // namespace leeway
