#include "rules/regulate/gate_tests.hpp"

#include <algorithm>
#include <cmath>

#include "core/arithmetic.hpp"
#include "rules/formula/burden.hpp"
#include "rules/formula/harm_rate.hpp"
#include "rules/formula/route_value.hpp"
#include "world/transitions.hpp"

namespace leeway {
namespace {

std::int32_t months_in_stage(const World& world, std::uint32_t p) { return world.month - world.products.since[p]; }

// The firm drops a test; a new firm has nothing else to live from.
void give_up(World& world, std::uint32_t p) {
    const std::uint32_t firm = world.products.firm[p];
    if (!world.firms.incumbent[firm]) return end_firm(world, firm, FirmStatus::abandoned);
    ++world.counts.withdrawn;
    withdraw(world, p);
}

// A test moves the firm's idea of its demand the given share of the way to the truth.
void learn_demand(World& world, std::uint32_t p, double share) {
    double& perceived = world.products.perceived_demand[p];
    perceived *= portable::pow(world.products.quality[p] / perceived, share);
}

bool worth_going_on(const World& world, const Design& design, std::uint32_t p, double months_left) {
    const Outlook outlook = outlook_of(world, design, p);
    return value_after(outlook, months_left, outlook.graduated, outlook.tested.cost) > 0;
}

void leave_lab(const GateTests& rule, World& world, const Design& design, std::uint32_t p, const Draws& draws) {
    if (months_in_stage(world, p) < design.sandbox.lab_months) return;
    learn_demand(world, p, 0.5);
    if (!design.sandbox.placebo) world.products.file_error[p] *= 1 - design.sandbox.advice;
    const bool can_start = draws.uniform(p) < rule.start_probability;
    if (!can_start || !worth_going_on(world, design, p, static_cast<double>(design.sandbox.pilot_months)))
        return give_up(world, p);
    ++world.counts.tested;
    world.products.tested[p] = 1;
    world.products.own_exposure_before[p] = world.products.visible_exposure[p];
    world.products.own_seen_before[p] = world.products.seen[p];
    enter_stage(world, p, Stage::pilot);
    world.products.effort[p] = chosen_effort(world, design, p);
}

void publish(const GateTests& rule, World& world, const Design& design, std::uint32_t p) {
    if (design.sandbox.placebo) return;
    double& published = world.published[world.products.sector[p]];
    published = 1 - (1 - published) * (1 - rule.spillover * design.transparency.publish);
}

// After graduation only the part of the waivers that is meant to last remains; the rest must now be complied with.
void graduate(World& world, const Design& design, std::uint32_t p) {
    Products& products = world.products;
    const std::uint32_t firm = products.firm[p];
    const double paid = burden_of(world, design, products.relief[p]).cost;
    const double kept = design.sandbox.placebo ? 0 : design.waivers.kept_after_exit;
    const Burden left = burden_of(world, design, kept);
    products.relief[p] = kept;
    products.graduated[p] = 1;
    pay(world, firm, &Money::compliance, std::max(0.0, left.cost - paid));
    products.months_to_comply[p] =
        std::max(0.0, left.months - static_cast<double>(design.sandbox.lab_months) - months_in_stage(world, p));
    if (!design.sandbox.placebo) world.firms.signalled[firm] = world.month;
    ++world.counts.graduated;
    enter_stage(world, p, Stage::preparing);
}

void fail(World& world, std::uint32_t p) {
    withdraw(world, p);
    const std::uint32_t firm = world.products.firm[p];
    if (!world.firms.incumbent[firm]) end_firm(world, firm, FirmStatus::abandoned);
}

bool suspended(const GateTests& rule, const World& world, const Design& design, std::uint32_t p) {
    const double seen = world.products.seen[p] - world.products.own_seen_before[p];
    const double limit = design.supervision.suspension_rate / 1000;
    const double user_months = world.products.exposure[p];
    return !design.sandbox.placebo && seen >= rule.suspension_harms && seen > limit * user_months;
}

enum class Verdict : std::uint8_t { graduate, extend, fail };

Verdict verdict(const World& world, const Design& design, std::uint32_t p) {
    if (design.gate.rule == GateRule::fixed_term || design.sandbox.placebo) return Verdict::graduate;
    const double tolerable = gate_posterior(world, design, p).probability_below(design.gate.tolerated_rate);
    if (tolerable >= design.gate.confidence) return Verdict::graduate;
    return world.products.extensions[p] < design.sandbox.extensions ? Verdict::extend : Verdict::fail;
}

void stand_at_gate(const GateTests& rule, World& world, const Design& design, std::uint32_t p) {
    const std::uint32_t firm = world.products.firm[p];
    learn_demand(world, p, 1);
    ++world.counts.gates_asked;
    const Verdict decision = verdict(world, design, p);
    if (decision == Verdict::extend) {
        ++world.products.extensions[p];
        ++world.counts.extended;
        world.products.since[p] = world.month;
        return;
    }
    publish(rule, world, design, p);
    world.outcomes.push_back({firm, Lesson::graduated, decision == Verdict::graduate});
    if (decision == Verdict::fail) return fail(world, p);
    if (!worth_going_on(world, design, p, 1)) return give_up(world, p);
    graduate(world, design, p);
}

void continue_pilot(const GateTests& rule, World& world, const Design& design, std::uint32_t p) {
    if (suspended(rule, world, design, p)) {
        ++world.counts.suspended;
        world.outcomes.push_back({world.products.firm[p], Lesson::graduated, false});
        return fail(world, p);
    }
    if (months_in_stage(world, p) >= design.sandbox.pilot_months) stand_at_gate(rule, world, design, p);
}

}  // namespace

GammaBelief gate_posterior(const World& world, const Design& design, std::uint32_t p) {
    const Products& products = world.products;
    const double market_rules = portable::exp(burden_of(world, design, design.waivers.kept_after_exit).log_mitigation);
    const double exposure = (products.visible_exposure[p] - products.own_exposure_before[p]) / market_rules;
    const GammaBelief prior{products.prior_shape[p], products.prior_shape[p] / products.prior_mean[p]};
    return prior.after(products.seen[p] - products.own_seen_before[p], exposure);
}

void GateTests::operator()(World& world, const Design& design, const Draws& draws) const {
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        if (world.products.stage[p] == Stage::lab)
            leave_lab(*this, world, design, p, draws);
        else if (world.products.stage[p] == Stage::pilot)
            continue_pilot(*this, world, design, p);
    }
}

}  // namespace leeway
