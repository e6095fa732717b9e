// Whence do runs differ? The variance of an outcome over all runs, in parts: designs (levers), worlds (assumptions),
// both together, and luck. Mean squares of the crossed layout of designs, worlds and replicates, solved for their
// components (Searle, Casella and McCulloch 1992, Variance Components); everything in which replicates take part is
// luck. Where each world has luck of its own the replicates are nested in worlds, and the components of replicates
// alone are 0 on average, so that one reckoning holds for both.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "analysis/interval.hpp"
#include "core/results.hpp"

namespace leeway {

enum class VariancePart { levers, assumptions, both, luck };
inline constexpr std::size_t variance_parts = 4;

/// Shares of the variance, in the order of VariancePart. With one replicate luck is NaN, and lies in the other parts.
struct VarianceShares {
    std::array<Interval, variance_parts> share;
    double variance = missing_value;  ///< the sum of all parts
    std::size_t worlds = 0;           ///< in which every run of every design has a value; the others are left out
};

/// Of an outcome over these designs (indices); NaN where fewer than two worlds are complete or nothing varies. `block`
/// worlds in a row belong together: intervals come from leaving out whole blocks.
VarianceShares variance_shares(const Results& results, const OutcomeArray& outcome,
                               const std::vector<std::size_t>& designs, std::size_t block = 1);

/// The four components (not below 0) of values [world][design * replicates + replicate].
std::array<double, variance_parts> variance_components(const std::vector<std::vector<double>>& worlds,
                                                       std::size_t designs, std::size_t replicates);

}  // namespace leeway
