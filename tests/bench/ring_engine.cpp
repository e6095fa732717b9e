#include "bench/ring_engine.hpp"

#include <cmath>

#include "core/random.hpp"
#include "experiment/validity/bare_model.hpp"
#include "rules/simulate.hpp"

namespace leeway::bench {

// Rates of the model are per year, and imitation is that of somebody all of whose neighbours have adopted.
Model ring_model(std::uint32_t people, const Spread& spread) {
    Model model = bare_model({"adopt"});
    Scenario& scenario = model.scenario;
    scenario.citizens.population = scenario.citizens.count = people;
    scenario.citizens.degree = ring_degree;
    scenario.citizens.rewiring = ring_rewiring;
    scenario.citizens.homophily = 1;
    scenario.sectors[0].innovation = -12 * std::log1p(-spread.innovation);
    scenario.sectors[0].imitation = -12 * std::log1p(-spread.imitation) * ring_degree;
    scenario.sectors[0].market_ceiling = 1;
    scenario.ideas.per_year = 0;
    scenario.firms.count = 1;
    Adopt& adopt = std::get<Adopt>(model.month);
    adopt.reach_scale = 1e-9;
    adopt.trust_exponent = 0;
    adopt.churn = 0;
    return model;
}

World start_ring(const Model& model, std::uint64_t replicate, const Spread& spread) {
    return build_world(model.scenario, model.adaptation, run_key(1, 0, replicate), spread.steps);
}

Curve live_on_ring(const Model& model, World& world, const Spread& spread) {
    Curve curve;
    simulate(world, model.month, model.phases, Design{}, spread.steps,
             [&](const World& now) { curve.push_back(now.products.users[0]); });
    return curve;
}

}  // namespace leeway::bench
