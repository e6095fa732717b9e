// The empty results of a plan: coordinates, levers and uncertain parameters filled in, every run pending.
#pragma once

#include "core/results.hpp"
#include "experiment/plan.hpp"

namespace leeway {

/// Results of `plan` before anything ran.
Results empty_results(const Plan& plan);

/// SHA-256 over the outcomes of all runs, taken over designs sorted by name; nothing that varies by machine, moment or
/// order of designs enters it.
std::string results_hash(const Results& results);

/// Fills `harm_cvar`: in every design and world the mean of the worst 5 % of the replicates, at least the worst one.
void fill_worst_cases(Results& results);

}  // namespace leeway
