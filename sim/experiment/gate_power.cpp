#include "experiment/gate_power.hpp"

#include <cmath>

#include "core/arithmetic.hpp"
#include "rules/formula/burden.hpp"
#include "rules/formula/posterior.hpp"
#include "rules/formula/prediction.hpp"
#include "world/world.hpp"

namespace leeway {
namespace {

constexpr double times_tolerated = 3;

// The rulebook of the first month, in a world with nobody in it.
World empty_world(const Model& model) {
    World world;
    world.scenario = &model.scenario;
    for (const Provision& provision : model.scenario.provisions.items) world.rulebook.level.push_back(provision.level);
    return world;
}

double prior_spread(const Scenario& scenario) {
    double risk = 0;
    for (const Sector& sector : scenario.sectors) risk += sector.idea_share * sector.risk_spread * sector.risk_spread;
    const RegulatorGroup& regulator = scenario.regulators;
    return std::sqrt(risk + regulator.effort_spread * regulator.effort_spread +
                     regulator.prior_spread * regulator.prior_spread);
}

// Sums the Poisson probabilities of the counts after which the posterior does not let the product graduate.
double probability_of_stopping(const GammaBelief& prior, const GateLevers& gate, double exposure) {
    const double mean = times_tolerated * gate.tolerated_rate * exposure;
    double mass = portable::exp(-mean), passing = 0;
    for (int seen = 0; prior.after(seen, exposure).probability_below(gate.tolerated_rate) >= gate.confidence; ++seen) {
        passing += mass;
        mass *= mean / (seen + 1);
    }
    return 1 - passing;
}

}  // namespace

GatePower gate_power(const Model& model, const Design& design) {
    const World world = empty_world(model);
    const SandboxLevers& sandbox = design.sandbox;
    const double user_months =
        sandbox.user_cap * sandbox.user_cap_multiplier * static_cast<double>(sandbox.pilot_months);
    const double monitoring = design.supervision.monitoring;
    const double seen = monitoring + (1 - monitoring) * supposed_reporting(world);
    if (design.gate.rule == GateRule::fixed_term) return {user_months, seen, 0};
    const double market = burden_of(world, design, design.waivers.kept_after_exit).log_mitigation;
    const double pilot = burden_of(world, design, 1).log_mitigation + portable::log1p(-design.safeguards.strength);
    const double exposure = user_months * seen * (design.safeguards.strength < 1 ? portable::exp(pilot - market) : 0);
    const double base = portable::log(model.scenario.risk.base_rate) + model.scenario.regulators.prior_bias + market;
    return {user_months, seen,
            probability_of_stopping(GammaBelief::like_lognormal(base, prior_spread(model.scenario)), design.gate,
                                    exposure)};
}

}  // namespace leeway
