#include "experiment/gate_power.hpp"

#include <algorithm>
#include <cmath>

#include "core/arithmetic.hpp"
#include "core/special.hpp"
#include "experiment/sequential_power.hpp"
#include "rules/formula/burden.hpp"
#include "rules/formula/posterior.hpp"
#include "rules/formula/prediction.hpp"
#include "world/world.hpp"

namespace leeway {
namespace {

constexpr double times_tolerated = 3;

// The rulebook of the first month, in a governed jurisdiction with nobody in it.
World empty_world(const Model& model) {
    World world;
    world.scenario = &model.scenario;
    world.jurisdictions.resize(1);
    const double strictness = item_of(model.scenario, 0).strictness;
    for (const Provision& provision : model.scenario.provisions.items)
        world.jurisdictions[0].rulebook.level.push_back(std::min(1.0, provision.level * strictness));
    return world;
}

double prior_spread(const Scenario& scenario) {
    double risk = 0;
    for (const Sector& sector : scenario.sectors) risk += sector.idea_share * sector.risk_spread * sector.risk_spread;
    const RegulatorGroup& regulator = scenario.regulators;
    return std::sqrt(risk + regulator.effort_spread * regulator.effort_spread +
                     regulator.prior_spread * regulator.prior_spread);
}

double share_seen(const Scenario& scenario, const Design& design, const SandboxLevers& sandbox) {
    const double watched = design.supervision.monitoring * std::min(1.0, design.supervision.hours_factor);
    const double complained =
        supposed_reporting(scenario) * evidence_share(scenario, design, regulator_index(scenario, sandbox.owner));
    const double seen = watched + (1 - watched) * complained;
    return seen + (1 - seen) * design.supervision.audit;
}

/// One sandbox's ladder: visible exposure of each pilot, in user-months under the market's rules.
struct Ladder {
    double market = 0;             ///< log mitigation that the market's rules bring
    std::vector<double> exposure;  ///< of each pilot
    std::vector<double> user_months;
};

Ladder ladder_of(const World& world, const Design& design, std::size_t s, double seen) {
    const SandboxLevers& sandbox = design.sandbox[s];
    const LegalPlace place{0, 0, s};
    Ladder ladder;
    ladder.market = burden_at(world, design, place, design.waivers.kept_after_exit).log_mitigation;
    double relief = 1;
    for (std::size_t rung = 0; rung < static_cast<std::size_t>(sandbox.pilots); ++rung) {
        const double user_months =
            std::min(sandbox.exposure_cap, sandbox.cap_of(rung) * static_cast<double>(sandbox.pilot_months));
        const double rules = burden_at(world, design, place, relief).log_mitigation - ladder.market;
        ladder.user_months.push_back(user_months);
        ladder.exposure.push_back(user_months * seen * portable::exp(rules) * (1 - design.safeguards.strength));
        relief *= design.waivers.share_per_pilot;
    }
    return ladder;
}

/// Probability that a Poisson count of this mean is at most `count`.
double probability_at_most(double count, double mean) {
    return mean == 0 ? 1 : 1 - portable::regularised_gamma_p(std::floor(count) + 1, mean);
}

// The largest count after which the posterior lets a product pass; it falls as the count grows, so bisection finds it.
double most_passing(const GammaBelief& prior, const GateLevers& gate, double exposure) {
    const auto passes = [&](double count) {
        return prior.after(count, exposure).probability_below(gate.tolerated_rate) >= gate.confidence;
    };
    if (!passes(0)) return -1;
    double low = 0, high = 1;
    while (passes(high) && high < 1e15) high *= 2;
    while (high - low > 1) {
        const double middle = std::floor((low + high) / 2);
        (passes(middle) ? low : high) = middle;
    }
    return low;
}

GammaBelief first_belief(const Scenario& scenario, double market) {
    const double base = portable::log(scenario.risk.base_rate) + scenario.regulators.prior_bias + market;
    return GammaBelief::like_lognormal(base, prior_spread(scenario));
}

// A look every month; where no extension is left, the last one decides.
double passing_by_sequence(const GateLevers& gate, const SandboxLevers& sandbox, double exposure) {
    const auto months = static_cast<std::size_t>(sandbox.pilot_months);
    const SequentialTest test{gate.tolerated_rate, gate.tolerated_rate * gate.rejected_factor, gate.false_alarm,
                              gate.miss, sandbox.extensions == 0};
    return probability_of_passing(test, times_tolerated * gate.tolerated_rate,
                                  std::vector<double>(months, exposure / static_cast<double>(months)));
}

double passing_by_belief(const GammaBelief& prior, const GateLevers& gate, double exposure) {
    const double most = most_passing(prior, gate, exposure);
    return most < 0 ? 0 : probability_at_most(most, times_tolerated * gate.tolerated_rate * exposure);
}

/// Probability that the product passes a gate that judges by this exposure, under the market's rules.
double probability_of_passing(const Scenario& scenario, const Design& design, const SandboxLevers& sandbox,
                              double market, double exposure) {
    const GateLevers& gate = design.gate;
    if (sandbox.placebo || gate.rule == GateRule::fixed_term) return 1;
    if (gate.tolerated_rate <= 0) return 0;
    switch (gate.rule) {
        case GateRule::point_estimate:
            return probability_at_most(gate.tolerated_rate * exposure,
                                       times_tolerated * gate.tolerated_rate * exposure);
        case GateRule::sequential:
            return passing_by_sequence(gate, sandbox, exposure);
        default:
            return passing_by_belief(first_belief(scenario, market), gate, exposure);
    }
}

// Wald's test begins anew in every pilot; the other rules judge by all evidence of the test.
void add_gates(const World& world, const Design& design, std::size_t s, std::vector<GatePower>& powers) {
    const SandboxLevers& sandbox = design.sandbox[s];
    const double seen = share_seen(*world.scenario, design, sandbox);
    const Ladder ladder = ladder_of(world, design, s, seen);
    double exposure = 0, user_months = 0;
    for (std::size_t rung = 0; rung < ladder.exposure.size(); ++rung) {
        if (design.gate.rule == GateRule::sequential) exposure = user_months = 0;
        exposure += ladder.exposure[rung];
        user_months += ladder.user_months[rung];
        const double passing = probability_of_passing(*world.scenario, design, sandbox, ladder.market, exposure);
        powers.push_back({sandbox.name, rung + 1, ladder.exposure.size(), user_months, seen, 1 - passing});
    }
}

}  // namespace

std::vector<GatePower> gate_powers(const Model& model, const Design& design) {
    const World world = empty_world(model);
    std::vector<GatePower> powers;
    for (std::size_t s = 0; s < design.sandbox.size(); ++s) {
        const bool has_gate = design.sandbox[s].is_open() && design.sandbox[s].kind != SandboxKind::advice;
        if (has_gate) add_gates(world, design, s, powers);
    }
    return powers;
}

}  // namespace leeway
