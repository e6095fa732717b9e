// Quantities that follow from several stored outcomes, run by run: paired and averaged like any other.
#pragma once

#include <functional>

#include "analysis/worlds.hpp"

namespace leeway {

/// A number that is known of every run.
using OfRun = std::function<double(std::size_t design, std::size_t world, std::size_t replicate)>;

/// One number per unit from `value(world, replicate)`, NaN where it is missing: the mean over the replicates of each
/// world, or with one world each replicate by itself, unless all of them repeat one number of the world.
template <class Value>
std::vector<double> unit_means(const Results& results, const Value& value, bool one_per_world = false) {
    std::vector<double> units;
    for (std::size_t world = 0; world < results.worlds.size(); ++world) {
        std::vector<double> replicates;
        for (std::size_t r = 0; r < results.replicates.size(); ++r) replicates.push_back(value(world, r));
        if (results.worlds.size() == 1 && !one_per_world) return replicates;
        units.push_back(finite_mean(replicates));
    }
    return units;
}

}  // namespace leeway
