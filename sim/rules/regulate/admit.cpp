#include "rules/regulate/admit.hpp"

#include <algorithm>
#include <vector>

#include "core/arithmetic.hpp"
#include "core/distributions.hpp"
#include "rules/formula/burden.hpp"
#include "rules/formula/posterior.hpp"
#include "rules/formula/prediction.hpp"
#include "world/transitions.hpp"

namespace leeway {
namespace {

struct Applicant {
    std::uint32_t product;
    double assessed_quality;
    double rank;  // the lowest is picked first
};

Applicant assess(const World& world, const Design& design, std::uint32_t p, const Draws& draws) {
    const double noise = world.scenario->regulators.assessment_noise * normal(draws.uniform(p, world.month, 0));
    const double quality = world.products.quality[p] * portable::exp(noise);
    switch (design.intake.selection) {
        case Selection::merit:
            return {p, quality, -quality};
        case Selection::lottery:
            return {p, quality, draws.uniform(p, world.month, 1)};
        default:
            return {p, quality, static_cast<double>(world.products.since[p])};
    }
}

std::vector<Applicant> applicants_in_rank(World& world, const Design& design, const Draws& draws) {
    std::vector<Applicant> applicants;
    for (const std::uint32_t p : world.regulator.applicants) {
        if (world.products.stage[p] == Stage::applying) applicants.push_back(assess(world, design, p, draws));
    }
    world.regulator.applicants.clear();
    std::stable_sort(applicants.begin(), applicants.end(), [](const Applicant& a, const Applicant& b) {
        return a.rank != b.rank ? a.rank < b.rank : a.product < b.product;
    });
    return applicants;
}

void signal_admission(World& world, const Design& design, std::uint32_t firm) {
    if (!design.sandbox.placebo) world.firms.signalled[firm] = world.month;
}

// The prior of the gate is the prediction without the product's own evidence, under full market rules.
void freeze_prior(World& world, const Design& design, std::uint32_t p) {
    const Prediction prediction = predict(world, p);
    const double market_rules = burden_of(world, design, design.waivers.kept_after_exit).log_mitigation;
    const GammaBelief prior = GammaBelief::like_lognormal(prediction.log_rate + market_rules, prediction.spread);
    world.products.prior_shape[p] = prior.shape;
    world.products.prior_mean[p] = prior.mean();
}

void admit(World& world, const Design& design, std::uint32_t p) {
    Products& products = world.products;
    const std::uint32_t firm = products.firm[p];
    products.admitted[p] = 1;
    products.relief[p] = design.sandbox.placebo ? 0 : 1;
    pay(world, firm, &Money::compliance, burden_of(world, design, products.relief[p]).cost);
    freeze_prior(world, design, p);
    signal_admission(world, design, firm);
    ++world.counts.admitted;
    world.outcomes.push_back({firm, Lesson::admitted, true});
    enter_stage(world, p, Stage::lab);
}

void reject(World& world, std::uint32_t p) {
    Products& products = world.products;
    const auto pause = static_cast<std::int32_t>(world.scenario->firms.reapplication_months);
    products.may_reapply[p] = pause > 0 ? world.month + pause : never;
    products.next_choice[p] = world.month + 1;
    ++world.counts.rejected;
    world.outcomes.push_back({products.firm[p], Lesson::admitted, false});
    enter_stage(world, p, Stage::idea);
}

}  // namespace

void Admit::operator()(World& world, const Design& design, const Draws& draws) const {
    const bool intake = world.month >= 0 && world.month % design.intake.every_months == 0;
    if (!intake || world.month < world.rulebook.moratorium_until) return;
    std::int64_t places = design.places();
    for (const Applicant& applicant : applicants_in_rank(world, design, draws)) {
        ++world.counts.applications_decided;
        if (places > 0 && applicant.assessed_quality >= design.intake.minimum_quality) {
            admit(world, design, applicant.product);
            --places;
        } else {
            reject(world, applicant.product);
        }
    }
}

}  // namespace leeway
