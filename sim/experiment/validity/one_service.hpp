// One sector with one service that all can reach and nobody leaves, and only adoption: what closed forms of diffusion
// are about.
#pragma once

#include "rules/model.hpp"
#include "rules/simulate.hpp"

namespace leeway {

/// `people` citizens on a network of this kind; rates of adoption per year.
inline Model one_service(std::int64_t people, NetworkKind network, double innovation, double imitation) {
    Model model;
    model.scenario.warm_up_months = 0;
    model.scenario.citizens.population = model.scenario.citizens.count = people;
    model.scenario.citizens.network = network;
    model.scenario.sectors = {
        Sector{.name = "only", .innovation = innovation, .imitation = imitation, .market_ceiling = 1}};
    model.scenario.ideas.per_year = 0;
    model.scenario.firms.count = 1;
    Adopt& adopt = std::get<Adopt>(model.month);
    adopt.reach_scale = 1e-9;
    adopt.trust_exponent = 0;
    adopt.churn = 0;
    model.phases.on.fill(false);
    model.phases.on[4] = true;
    return model;
}

/// The share of citizens who use the service after `months`.
inline double share_of_users(const Model& model, std::uint64_t key, std::int32_t months) {
    World world = build_world(model.scenario, model.adaptation, key, months);
    simulate(world, model.month, model.phases, Design{}, months, [](const World&) {});
    return static_cast<double>(world.citizens.use[0].users) / world.citizens.count();
}

}  // namespace leeway
