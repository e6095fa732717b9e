#include "experiment/sampling.hpp"

#include <algorithm>
#include <numeric>

#include "core/random.hpp"
#include "experiment/dotted_names.hpp"

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

std::vector<std::vector<double>> latin_hypercube(const std::vector<UncertainParameter>& uncertain, std::int64_t count,
                                                 std::int64_t seed) {
    const auto worlds = static_cast<std::size_t>(count);
    std::vector<std::vector<double>> points(worlds, std::vector<double>(uncertain.size()));
    const Draws plan(run_key(static_cast<std::uint64_t>(seed), 0, 0), "latin-hypercube");
    for (std::size_t parameter = 0; parameter < uncertain.size(); ++parameter) {
        const Draws draws = plan.named(uncertain[parameter].parameter);
        const auto order = stratum_order(draws, worlds);
        for (std::size_t stratum = 0; stratum < worlds; ++stratum) {
            const double within = draws.uniform(stratum, 0, 1);
            points[order[stratum]][parameter] = (static_cast<double>(stratum) + within) / static_cast<double>(worlds);
        }
    }
    return points;
}

std::vector<std::vector<double>> sample_worlds(Model& model, const std::vector<UncertainParameter>& uncertain,
                                               const WorldPlan& plan, std::int64_t seed) {
    if (plan.sampling == Sampling::point) {
        const FieldTable table = field_table(model);
        std::vector<double> own;
        for (const UncertainParameter& prior : uncertain)
            own.push_back(number_of(find_fields(table, prior.parameter).at(0).value));
        return {own};
    }
    auto worlds = latin_hypercube(uncertain, plan.count, seed);
    for (auto& world : worlds) {
        for (std::size_t p = 0; p < uncertain.size(); ++p) world[p] = quantile(uncertain[p], world[p]);
    }
    return worlds;
}

void apply_world(Model& model, const std::vector<UncertainParameter>& uncertain, std::span<const double> values) {
    const FieldTable table = field_table(model);
    for (std::size_t p = 0; p < uncertain.size(); ++p) {
        for (const FieldEntry& entry : find_fields(table, uncertain[p].parameter))
            *std::get<double*>(entry.value) = values[p];
    }
}

}  // namespace leeway
