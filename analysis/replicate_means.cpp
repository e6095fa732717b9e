#include "analysis/replicate_means.hpp"

#include <cmath>

namespace leeway {
namespace {

/// Adds the world's values to the sums over worlds, if every design has one.
bool add_world(const RunValue& value, std::size_t world, std::size_t replicate, std::vector<double>& sums) {
    std::vector<double> values(sums.size());
    for (std::size_t design = 0; design < sums.size(); ++design) {
        values[design] = value(design, world, replicate);
        if (!std::isfinite(values[design])) return false;
    }
    for (std::size_t design = 0; design < sums.size(); ++design) sums[design] += values[design];
    return true;
}

}  // namespace

ReplicateMeans means_over_worlds(const RunValue& value, std::size_t designs, std::size_t worlds,
                                 std::size_t replicates) {
    ReplicateMeans means{std::vector<std::vector<double>>(designs), 0};
    for (std::size_t replicate = 0; replicate < replicates; ++replicate) {
        std::vector<double> sums(designs);
        std::size_t counted = 0;
        for (std::size_t world = 0; world < worlds; ++world) counted += add_world(value, world, replicate, sums);
        means.left_out += worlds - counted;
        for (std::size_t design = 0; counted > 0 && design < designs; ++design)
            means.of_design[design].push_back(sums[design] / static_cast<double>(counted));
    }
    return means;
}

PairedDifference paired_difference(const ReplicateMeans& means, std::size_t design, std::size_t other,
                                   std::size_t replicates) {
    const auto difference = [&](std::size_t r) { return means.of_design[design][r] - means.of_design[other][r]; };
    double sum = 0, squares = 0;
    for (std::size_t r = 0; r < replicates; ++r) sum += difference(r);
    const double mean = sum / static_cast<double>(replicates);
    for (std::size_t r = 0; r < replicates; ++r) squares += (difference(r) - mean) * (difference(r) - mean);
    return {mean, squares / static_cast<double>(replicates - 1)};
}

}  // namespace leeway
