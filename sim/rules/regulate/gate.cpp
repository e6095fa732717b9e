#include "rules/regulate/gate.hpp"

#include "rules/formula/detection.hpp"
#include "rules/regulate/audit.hpp"
#include "rules/regulate/firm_in_test.hpp"
#include "rules/regulate/graduate.hpp"
#include "rules/regulate/verdict.hpp"
#include "world/transitions.hpp"

namespace leeway {
namespace {

// Other firms of the sector learn of their obligations, at home and abroad.
void publish_test(const Gate& rule, World& world, const Design& design, std::uint32_t p) {
    if (sandbox_of(design, world, p).placebo) return;
    const double learnt = rule.spillover * world.scenario->firms.spillover_multiplier;
    for (std::size_t j = 0; j < world.jurisdictions.size(); ++j) {
        const bool abroad = j != world.home(p);
        const double share = abroad ? design.transparency.publish_abroad : design.transparency.publish;
        double& published = world.jurisdictions[j].published[world.products.sector[p]];
        published = 1 - (1 - published) * (1 - learnt * share);
    }
}

void tell_citizens(World& world, const Design& design, std::uint32_t p, double Jurisdiction::*results) {
    if (!sandbox_of(design, world, p).placebo) world.home_of(p).*results += design.transparency.publish_to_citizens;
}

void count_gate(World& world, std::uint32_t p) {
    ++world.counts_of(p).gates_asked;
    ++world.home_of(p).rulebook.gates_asked;
}

void extend(World& world, std::uint32_t p) {
    ++world.products.extensions[p];
    ++world.counts_of(p).extended;
    world.products.since[p] = world.month;
}

void fail(const Gate& rule, World& world, const Design& design, std::uint32_t p, Verdict verdict) {
    if (verdict == Verdict::too_little_benefit) ++world.counts_of(p).too_little_benefit;
    if (verdict == Verdict::too_little_use) ++world.counts_of(p).too_little_use;
    tell_citizens(world, design, p, &Jurisdiction::bad_results);
    publish_test(rule, world, design, p);
    world.outcomes.push_back({world.products.firm[p], Lesson::graduated, false});
    end_test(world, design, p);
}

// Wald's test begins anew in every pilot; the other rules judge by all evidence of the test.
void climb(World& world, const Levers& levers, std::uint32_t p) {
    const Design& design = levers.of(world, p);
    if (!worth_going_on(world, levers, p, months_of_pilots_left(world, design, p)))
        return give_up_idea(world, p, FirmStatus::abandoned);
    if (design.gate.rule == GateRule::sequential) begin_record(world, design, p);
    begin_pilot(world, design, p);
}

void finish(const Gate& rule, World& world, const Levers& levers, std::uint32_t p) {
    const Design& design = levers.of(world, p);
    publish_test(rule, world, design, p);
    world.outcomes.push_back({world.products.firm[p], Lesson::graduated, true});
    if (!worth_going_on(world, levers, p, 1)) return give_up_idea(world, p, FirmStatus::abandoned);
    graduate(world, design, p);
}

void pass(const Gate& rule, World& world, const Levers& levers, std::uint32_t p) {
    const Design& design = levers.of(world, p);
    ++world.counts_of(p).pilots_passed;
    ++world.products.rung[p];
    tell_citizens(world, design, p, &Jurisdiction::good_results);
    if (world.products.rung[p] < sandbox_of(design, world, p).pilots)
        climb(world, levers, p);
    else
        finish(rule, world, levers, p);
}

void follow(const Gate& rule, World& world, const Levers& levers, std::uint32_t p, Verdict verdict) {
    learn_demand(world, levers.of(world, p), p, 1);
    count_gate(world, p);
    switch (verdict) {
        case Verdict::extend:
            return extend(world, p);
        case Verdict::pass:
            return pass(rule, world, levers, p);
        default:
            return fail(rule, world, levers.of(world, p), p, verdict);
    }
}

}  // namespace

void end_test(World& world, const Design& design, std::uint32_t p) {
    if (!sandbox_of(design, world, p).placebo) undo_hidden_harms(world, p, design.safeguards.data_reversal);
    withdraw(world, p);
    give_up_idea(world, p, FirmStatus::abandoned);
}

void Gate::operator()(World& world, const Levers& levers, std::uint32_t p, const Draws& draws) const {
    const Design& design = levers.of(world, p);
    Verdict verdict = verdict_on(*this, world, design, p, draws.named("benefit"));
    if (verdict == Verdict::undecided) return;
    if (audit(world, levers, p, draws.named("audit")))
        verdict = verdict_on(*this, world, design, p, draws.named("benefit"));
    if (verdict != Verdict::undecided) follow(*this, world, levers, p, verdict);
}

}  // namespace leeway
