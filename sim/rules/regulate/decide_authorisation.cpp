#include "rules/regulate/decide_authorisation.hpp"

#include <algorithm>

#include "core/arithmetic.hpp"
#include "rules/formula/burden.hpp"
#include "rules/formula/prediction.hpp"
#include "world/transitions.hpp"

namespace leeway {
namespace {

void turn_down(World& world, std::uint32_t p, double Counts::*count) {
    ++(world.counts_of(p).*count);
    world.outcomes.push_back({world.products.firm[p], Lesson::authorised, false});
}

// A defective file goes back to be mended, until the firm gives up: most failed authorisations are withdrawn, not
// refused. A service under a conditional licence stays on the market meanwhile.
void return_file(const WorkQueue& rule, World& world, std::uint32_t p) {
    Products& products = world.products;
    turn_down(world, p, &Counts::returned);
    products.file_error[p] *= rule.refile_error;
    if (products.refilings[p] >= rule.most_refilings) return withdraw(world, p);
    ++products.refilings[p];
    const double rework = world.scenario->firms.rework_months;
    products.months_to_comply[p] = products.conditional[p] ? std::max(1.0, rework) : rework;
    if (!products.conditional[p]) enter_stage(world, p, Stage::preparing);
}

bool too_risky(const WorkQueue& rule, const World& world, const Design& design, std::uint32_t p) {
    if (world.products.graduated[p] || world.scenario->firms.frozen) return false;
    const Prediction prediction = predict(world, p);
    const double mitigation = burden_of(world, design, p, world.products.relief[p]).log_mitigation;
    const double rate = portable::exp(prediction.log_rate + mitigation);
    return rate > rule.refusal_factor * world.scenario->regulators.risk_tolerance;
}

double learnt_from_others(const World& world, std::uint32_t p) {
    return world.scenario->firms.frozen ? 0 : world.home_of(p).published[world.products.sector[p]];
}

void grant(World& world, std::uint32_t p) {
    ++world.counts_of(p).authorised;
    world.outcomes.push_back({world.products.firm[p], Lesson::authorised, true});
    if (world.products.conditional[p])
        world.products.conditional[p] = 0;
    else
        enter_stage(world, p, Stage::approved);
}

}  // namespace

void decide_authorisation(const WorkQueue& rule, World& world, const Design& design, std::uint32_t p,
                          const Draws& draws) {
    Products& products = world.products;
    const double luck = draws.uniform(p, products.refilings[p]);
    const double error = products.file_error[p] * (1 - learnt_from_others(world, p));
    if (luck < error) return return_file(rule, world, p);
    if (too_risky(rule, world, design, p)) {
        turn_down(world, p, &Counts::refused);
        return withdraw(world, p);
    }
    products.owed_to_spillover[p] = luck < products.file_error[p] && !products.admitted[p];
    grant(world, p);
}

}  // namespace leeway
