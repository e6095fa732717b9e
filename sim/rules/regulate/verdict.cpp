#include "rules/regulate/verdict.hpp"

#include "core/arithmetic.hpp"
#include "core/distributions.hpp"
#include "rules/formula/burden.hpp"
#include "rules/formula/field_conditions.hpp"
#include "rules/levers.hpp"
#include "rules/regulate/firm_in_test.hpp"

namespace leeway {
namespace {

Finding find_sequentially(const GateLevers& gate, const Evidence& evidence, bool last_look) {
    const double ratio = log_likelihood_ratio(gate, evidence);
    if (ratio <= portable::log(gate.miss / (1 - gate.false_alarm))) return Finding::tolerable;
    if (ratio >= portable::log((1 - gate.miss) / gate.false_alarm)) return Finding::intolerable;
    if (!last_look) return Finding::unclear;
    return ratio <= 0 ? Finding::tolerable : Finding::intolerable;
}

bool is_tolerable_rate(const GateLevers& gate, const Evidence& evidence) {
    return evidence.exposure <= 0 || evidence.seen <= gate.tolerated_rate * evidence.exposure;
}

GammaBelief frozen_prior(const Products& products, std::uint32_t p) {
    return {products.prior_shape[p], products.prior_shape[p] / products.prior_mean[p]};
}

// Quality as the pilot shows it; what an audit looks at is known for certain.
bool shows_benefit(const Gate& rule, const World& world, const Design& design, std::uint32_t p, const Draws& draws) {
    if (design.gate.minimum_benefit <= 0) return true;
    const double error = rule.benefit_noise * normal(draws.uniform(p, world.products.rung[p]));
    const double shown = quality_in_use(world, design, p) * portable::exp(error * (1 - design.supervision.audit));
    return shown >= design.gate.minimum_benefit;
}

bool is_used_enough(const World& world, const Design& design, std::uint32_t p) {
    const double cap = sandbox_of(design, world, p).cap_of(world.products.rung[p]);
    return world.products.users[p] >= design.gate.minimum_use * cap;
}

}  // namespace

Finding find(const GateLevers& gate, const GammaBelief& prior, const Evidence& evidence, bool last_look) {
    const Finding otherwise = last_look ? Finding::intolerable : Finding::unclear;
    switch (gate.rule) {
        case GateRule::point_estimate:
            return is_tolerable_rate(gate, evidence) ? Finding::tolerable : otherwise;
        case GateRule::bayesian: {
            const GammaBelief posterior = prior.after(evidence.seen, evidence.exposure);
            return posterior.probability_below(gate.tolerated_rate) >= gate.confidence ? Finding::tolerable : otherwise;
        }
        case GateRule::sequential:
            return find_sequentially(gate, evidence, last_look);
        default:
            return Finding::tolerable;
    }
}

double log_likelihood_ratio(const GateLevers& gate, const Evidence& evidence) {
    return evidence.seen * portable::log(gate.rejected_factor) -
           gate.tolerated_rate * (gate.rejected_factor - 1) * evidence.exposure;
}

Evidence evidence_of(const World& world, const Design& design, std::uint32_t p) {
    const std::size_t owner = owner_of(world, design, p);
    const Regulator& regulator = world.home_of(p).regulators[owner];
    const Products& products = world.products;
    const double market_rules =
        portable::exp(burden_of(world, design, p, design.waivers.kept_after_exit).log_mitigation);
    return {regulator.seen[p] - products.test_seen_before[p],
            (regulator.visible_exposure[p] - products.test_exposure_before[p]) / market_rules};
}

GammaBelief gate_posterior(const World& world, const Design& design, std::uint32_t p) {
    const Evidence evidence = evidence_of(world, design, p);
    return frozen_prior(world.products, p).after(evidence.seen, evidence.exposure);
}

Verdict verdict_on(const Gate& rule, const World& world, const Design& design, std::uint32_t p, const Draws& benefit) {
    const SandboxLevers& sandbox = sandbox_of(design, world, p);
    const bool term_over = months_in_stage(world, p) >= sandbox.pilot_months;
    if (sandbox.placebo) return term_over ? Verdict::pass : Verdict::undecided;
    if (!term_over && design.gate.rule != GateRule::sequential) return Verdict::undecided;
    const bool may_extend = world.products.extensions[p] < sandbox.extensions;
    const Verdict otherwise = term_over ? Verdict::extend : Verdict::undecided;
    switch (
        find(design.gate, frozen_prior(world.products, p), evidence_of(world, design, p), term_over && !may_extend)) {
        case Finding::intolerable:
            return Verdict::fail;
        case Finding::unclear:
            return otherwise;
        default:
            break;
    }
    if (!shows_benefit(rule, world, design, p, benefit)) return term_over ? Verdict::too_little_benefit : otherwise;
    if (is_used_enough(world, design, p)) return Verdict::pass;
    return term_over && !may_extend ? Verdict::too_little_use : otherwise;
}

}  // namespace leeway
