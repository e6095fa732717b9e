#include <algorithm>
#include <numeric>

#include "core/random.hpp"
#include "experiment/sampling/plans.hpp"

namespace leeway {
namespace {

/// The order of strata over worlds: a permutation found by sorting one keyed uniform per world.
std::vector<std::size_t> stratum_order(const Draws& draws, std::size_t count) {
    std::vector<double> keys(count);
    for (std::size_t world = 0; world < count; ++world) keys[world] = draws.uniform(world, 0, 0);
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    return order;
}

}  // namespace

Points latin_hypercube(const Names& parameters, std::int64_t count, std::int64_t seed) {
    const auto worlds = static_cast<std::size_t>(count);
    Points points(worlds, std::vector<double>(parameters.size()));
    const Draws plan(run_key(static_cast<std::uint64_t>(seed), 0, 0), "latin-hypercube");
    for (std::size_t parameter = 0; parameter < parameters.size(); ++parameter) {
        const Draws draws = plan.named(parameters[parameter]);
        const auto order = stratum_order(draws, worlds);
        for (std::size_t stratum = 0; stratum < worlds; ++stratum) {
            const double within = draws.uniform(stratum, 0, 1);
            points[order[stratum]][parameter] = (static_cast<double>(stratum) + within) / static_cast<double>(worlds);
        }
    }
    return points;
}

}  // namespace leeway
