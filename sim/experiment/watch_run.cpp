#include "experiment/watch_run.hpp"

#include "experiment/rules_in_turn.hpp"
#include "experiment/run_once.hpp"

namespace leeway {
namespace {

void live_until(std::int32_t end, World& world, const Model& model, Policy policy, const Watch& watch) {
    for (; world.month < end; ++world.month) {
        const Levers& levers = policy.in_force(world);
        visit_rules(model.month, model.phases, [&](const auto& rule) {
            rule(world, levers, Draws(world.run_key, rule.name));
            watch(world, rule.name);
        });
    }
}

}  // namespace

void watch_run(const Plan& plan, const RunPlace& place, const Watch& watch) {
    const Model model = model_of_world(plan, place.world);
    const NamedDesign& named = plan.designs[place.design];
    const auto end = static_cast<std::int32_t>(plan.experiment.months);
    World world = build_world(model.scenario, Adaptation{}, key_of(plan, place.world, place.replicate), end);
    live_until(0, world, model, policy_of(plan, plan.status_quo), watch);
    world.adaptation = named.adaptation;
    live_until(end, world, model, policy_of(plan, named.design), watch);
    watch(world, end_phase);
}

}  // namespace leeway
