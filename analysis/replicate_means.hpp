// What a sequential procedure looks at: in every replicate, the mean over the worlds of an experiment. Replicates
// differ by luck alone, so these means are independent and alike, whatever the worlds are and however they share their
// luck; designs of the same replicate are paired.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace leeway {

/// An outcome of one run; NaN where it is missing.
using RunValue = std::function<double(std::size_t design, std::size_t world, std::size_t replicate)>;

/// Means over worlds.
struct ReplicateMeans {
    std::vector<std::vector<double>> of_design;  ///< [design][replicate], without replicates that have no mean
    std::size_t left_out =
        0;  ///< pairs of a world and a replicate in which some design has no value: none counts there

    std::size_t designs() const { return of_design.size(); }
    std::size_t replicates() const { return of_design.empty() ? 0 : of_design.front().size(); }
};

ReplicateMeans means_over_worlds(const RunValue& value, std::size_t designs, std::size_t worlds,
                                 std::size_t replicates);

/// Mean and variance of what one design has more than another.
struct PairedDifference {
    double mean, variance;
};

/// Of the first `replicates` (at least 2) replicates.
PairedDifference paired_difference(const ReplicateMeans& means, std::size_t design, std::size_t other,
                                   std::size_t replicates);

}  // namespace leeway
