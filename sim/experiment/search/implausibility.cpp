#include "experiment/search/implausibility.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/special.hpp"

namespace leeway {
namespace {

constexpr std::size_t fewest = 2;  // runs from which a mean and a variance are known

/// Mean and own variance of what is there.
RunsOfWorld own_summary(const std::vector<double>& values) {
    RunsOfWorld runs;
    double sum = 0, squares = 0;
    for (const double value : values) {
        if (std::isnan(value)) continue;
        sum += value;
        ++runs.count;
    }
    if (runs.count < fewest) return runs;
    runs.mean = sum / static_cast<double>(runs.count);
    for (const double value : values) {
        if (!std::isnan(value)) squares += (value - runs.mean) * (value - runs.mean);
    }
    runs.variance = squares / static_cast<double>(runs.count - 1);
    return runs;
}

/// What the variances of worlds have in common.
struct Pool {
    double mean = 0;    ///< of the worlds' variances
    double weight = 0;  ///< of a world's own against that mean
};

Pool pool_of(const std::vector<RunsOfWorld>& worlds) {
    double known = 0, sum = 0, freedom = 0, squares = 0;
    for (const RunsOfWorld& runs : worlds) {
        if (runs.count < fewest) continue;
        ++known;
        sum += runs.variance;
        freedom += static_cast<double>(runs.count - 1);
    }
    if (known == 0) return {};
    const double mean = sum / known, luck = 2 * known / freedom;
    for (const RunsOfWorld& runs : worlds) {
        if (runs.count >= fewest) squares += (runs.variance - mean) * (runs.variance - mean);
    }
    const double relative = known < 2 || mean == 0 ? 0 : squares / (known - 1) / (mean * mean);
    const double beyond_luck = std::max(0.0, (relative - luck) / (1 + luck));
    return {mean, relative == 0 ? 0 : beyond_luck / relative};
}

}  // namespace

std::vector<RunsOfWorld> summarise_runs(const std::vector<std::vector<double>>& values) {
    std::vector<RunsOfWorld> worlds;
    for (const auto& runs : values) worlds.push_back(own_summary(runs));
    const Pool pool = pool_of(worlds);
    for (RunsOfWorld& runs : worlds) runs.variance = pool.mean + pool.weight * (runs.variance - pool.mean);
    return worlds;
}

Variances variances_between(const Target& target, const RunsOfWorld& runs) {
    const double observation = observation_error(target, runs.mean);
    return {observation * observation, runs.variance / static_cast<double>(runs.count),
            target.one_history ? runs.variance : 0, target.discrepancy * target.discrepancy};
}

double implausibility(const Target& target, const RunsOfWorld& runs) {
    if (runs.count < fewest) return std::numeric_limits<double>::infinity();
    const double distance = std::abs(target.value - runs.mean);
    return distance == 0 ? 0 : distance / std::sqrt(variances_between(target, runs).sum());
}

double implausibility_cutoff(double confidence, std::size_t targets) {
    return portable::normal_quantile(1 - (1 - confidence) / (2 * static_cast<double>(targets)));
}

}  // namespace leeway
