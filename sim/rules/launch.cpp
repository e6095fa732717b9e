#include "rules/launch.hpp"

#include <cmath>

#include "rules/formula/harm_rate.hpp"
#include "rules/formula/prediction.hpp"
#include "world/transitions.hpp"

namespace leeway {
namespace {

void score_prediction(const Launch& rule, World& world, std::uint32_t p) {
    const Prediction prediction = predict(world, p);
    const double truth = world.products.log_risk[p] - world.products.effort[p];
    ++world.counts_of(p).belief_tests;
    if (std::abs(truth - prediction.log_rate) <= rule.coverage_level * prediction.spread)
        ++world.counts_of(p).belief_covered;
}

void launch(const Launch& rule, World& world, const Design& design, std::uint32_t p) {
    Products& products = world.products;
    const bool unauthorised = products.route[p] == Route::unauthorised && design.rulebook.authorisation_required;
    enter_stage(world, p, unauthorised ? Stage::unauthorised : Stage::authorised);
    products.launched[p] = world.month;
    products.effort[p] = chosen_effort(world, design, p);
    score_prediction(rule, world, p);
    ++world.counts_of(p).launched;
    world.counts_of(p).months_to_launch += world.month - products.arrival[p];
    if (products.owed_to_spillover[p]) ++world.counts_of(p).spillover_launches;
}

}  // namespace

void Launch::operator()(World& world, const Levers& levers, const Draws&) const {
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        if (world.products.stage[p] == Stage::approved) launch(*this, world, levers.of(world, p), p);
    }
    if (world.month != world.first_month) return;
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {  // the services that are there from the start
        if (on_market(world.products.stage[p])) world.products.effort[p] = chosen_effort(world, levers.of(world, p), p);
    }
}

}  // namespace leeway
