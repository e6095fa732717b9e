// One number per independent unit: the mean over the replicates of each world, never the replicates pooled. Where there
// is a single world its replicates take the place of worlds, and what is found holds for that world only.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/results.hpp"

namespace leeway {

/// What the numbers below are one of: "world", or "replicate" where there is only one world.
std::string unit_noun(const Results& results);

/// Entry `inner` of an outcome in one run; NaN where the run is not done or the outcome is missing.
double run_value(const Results& results, const OutcomeArray& outcome, std::size_t design, std::size_t world,
                 std::size_t replicate, std::size_t inner = 0);

/// Whether an outcome, such as harm_cvar, is read off all replicates of a world together, so that these repeat one
/// number.
bool belongs_to_world(const OutcomeArray& outcome);

/// Mean over replicates for each world; with one world, each replicate by itself (but one number for outcomes that
/// belong to a world as a whole). NaN where nothing is known.
std::vector<double> unit_values(const Results& results, const OutcomeArray& outcome, std::size_t design,
                                std::size_t inner = 0);

/// Design minus baseline, pair by pair of runs with the same world and replicate, averaged over replicates as above.
std::vector<double> unit_differences(const Results& results, const OutcomeArray& outcome, std::size_t design,
                                     std::size_t baseline, std::size_t inner = 0);

/// Quantile of the finite values, interpolated between neighbours (type 7 of Hyndman and Fan 1996); NaN if there is
/// none.
double quantile(std::vector<double> values, double share);

/// Mean of the finite values; NaN if there is none.
double finite_mean(const std::vector<double>& values);

/// How many values are finite.
std::size_t count_finite(const std::vector<double>& values);

}  // namespace leeway
