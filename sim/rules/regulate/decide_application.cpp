#include "rules/regulate/decide_application.hpp"

#include <cmath>

#include "rules/formula/burden.hpp"
#include "rules/formula/posterior.hpp"
#include "rules/formula/prediction.hpp"
#include "rules/levers.hpp"
#include "world/transitions.hpp"

namespace leeway {
namespace {

// An evaluator follows a firm from the decision on its first application.
void record_decision(World& world, std::uint32_t firm, Decision decision) {
    Firms& firms = world.firms;
    ++world.jurisdictions[firms.jurisdiction[firm]].counts.applications_decided;
    if (firms.decision[firm] != Decision::never_applied) return;
    firms.decision[firm] = decision;
    firms.decided[firm] = world.month;
    firms.raised_before[firm] = firms.raised[firm];
    firms.raised_after[firm] = firms.complaints_after[firm] = 0;
}

bool grants_exemptions(const WaiverLevers& waivers) {
    const bool lifts = waivers.form == ReliefForm::derogation || waivers.form == ReliefForm::restricted_licence;
    return lifts && waivers.share > 0;
}

void count_exemptions(World& world, const Design& design, std::uint32_t p) {
    Rulebook& rulebook = world.home_of(p).rulebook;
    for (std::size_t i = 0; i < rulebook.exemptions.size(); ++i) {
        if (!is_waived(*world.scenario, design, world.products.sandbox[p], i)) continue;
        ++rulebook.exemptions[i];
        ++rulebook.exemptions_granted;
    }
}

// Regulators who only coordinate must each agree to relax their own provisions before users come.
bool needs_consent(const World& world, const Design& design, std::uint32_t p) {
    if (design.coordination.form != Coordination::coordinated) return false;
    const Scenario& scenario = *world.scenario;
    const std::size_t owner = owner_of(world, design, p);
    for (std::size_t i = 0; i < scenario.provisions.items.size(); ++i) {
        if (is_waived(scenario, design, world.products.sandbox[p], i) &&
            regulator_index(scenario, scenario.provisions.items[i].owner) != owner)
            return true;
    }
    return false;
}

void relieve(World& world, const Design& design, std::uint32_t p) {
    world.products.relief[p] = 1;
    ++world.counts_of(p).relieved;
    if (!grants_exemptions(design.waivers)) return;
    count_exemptions(world, design, p);
    if (needs_consent(world, design, p))
        world.products.may_start[p] = world.month + static_cast<std::int32_t>(std::ceil(design.waivers.consent_months));
}

// The prior of the gate is the prediction without the product's own evidence, under full market rules.
void freeze_prior(World& world, const Design& design, std::uint32_t p) {
    const std::size_t owner = owner_of(world, design, p);
    const Prediction prediction = predict(world, world.home_of(p).regulators[owner], p);
    const double market_rules = burden_of(world, design, p, design.waivers.kept_after_exit).log_mitigation;
    const GammaBelief prior = GammaBelief::like_lognormal(prediction.log_rate + market_rules, prediction.spread);
    world.products.prior_shape[p] = prior.shape;
    world.products.prior_mean[p] = prior.mean();
}

// A live test; mere dialogue relaxes nothing and signals nothing.
void open_test(World& world, const Design& design, std::uint32_t p) {
    Products& products = world.products;
    const std::uint32_t firm = products.firm[p];
    const bool placebo = sandbox_of(design, world, p).placebo;
    products.admitted[p] = 1;
    products.relief[p] = 0;
    if (!placebo) relieve(world, design, p);
    pay(world, firm, &Money::compliance, burden_of(world, design, p, products.relief[p]).cost);
    freeze_prior(world, design, p);
    if (!placebo) world.firms.signalled[firm] = world.month;
}

}  // namespace

void admit_applicant(World& world, const Design& design, std::uint32_t p) {
    const std::uint32_t firm = world.products.firm[p];
    record_decision(world, firm, Decision::admitted);
    if (sandbox_of(design, world, p).kind != SandboxKind::advice) open_test(world, design, p);
    receive(world, firm, &Money::grants, design.intake.grant);
    ++world.counts_of(p).admitted;
    world.outcomes.push_back({firm, Lesson::admitted, true});
    enter_stage(world, p, Stage::lab);
}

void reject_application(World& world, std::uint32_t p, Decision why) {
    Products& products = world.products;
    record_decision(world, products.firm[p], why);
    const auto pause = static_cast<std::int32_t>(world.scenario->firms.reapplication_months);
    products.may_reapply[p] = pause > 0 ? world.month + pause : never;
    products.next_choice[p] = world.month + 1;
    ++world.counts_of(p).rejected;
    if (why == Decision::held_out) ++world.counts_of(p).held_out;
    if (why == Decision::ineligible) ++world.counts_of(p).ineligible;
    world.outcomes.push_back({products.firm[p], Lesson::admitted, false});
    enter_stage(world, p, Stage::idea);
}

void decide_by_silence(World& world, const Design& design, std::uint32_t p) {
    ++world.counts_of(p).applications_by_silence;
    if (design.intake.silence == Silence::admits)
        sandbox_state(world, p).unassessed.push_back(p);
    else
        reject_application(world, p, Decision::rejected);
}

}  // namespace leeway
