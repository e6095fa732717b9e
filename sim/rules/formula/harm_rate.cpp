#include "rules/formula/harm_rate.hpp"

#include <algorithm>

#include "core/arithmetic.hpp"
#include "rules/formula/burden.hpp"
#include "rules/formula/prediction.hpp"

namespace leeway {

double learning_factor(const RiskLaw& risk, double exposure) {
    return portable::pow(1 + exposure / risk.learning_exposure, -risk.learning);
}

double known_mitigation(const World& world, const Design& design, std::uint32_t p) {
    const Products& products = world.products;
    const Stage stage = products.stage[p];
    const bool complies = stage != Stage::unauthorised;
    const double provisions = complies ? portable::exp(burden_of(world, design, products.relief[p]).log_mitigation) : 1;
    const bool guarded = !on_market(stage) && !design.sandbox.placebo;
    const double safeguards = guarded ? 1 - design.safeguards.strength : 1;
    return provisions * safeguards * learning_factor(world.scenario->risk, products.exposure[p]);
}

double harm_rate(const World& world, const Design& design, std::uint32_t p) {
    return portable::exp(world.products.log_risk[p] - world.products.effort[p]) * known_mitigation(world, design, p);
}

double supposed_detection(const World& world, const Design& design, std::uint32_t p) {
    const bool watched = !on_market(world.products.stage[p]) && !design.sandbox.placebo;
    const double monitoring = watched ? design.supervision.monitoring : 0;
    return monitoring + (1 - monitoring) * supposed_reporting(world);
}

double redress_share(const World& world, const Design& design, HarmStage stage) {
    const double market = stage == HarmStage::unauthorised ? 0 : world.scenario->liability.redress_share;
    return stage == HarmStage::pilot && !design.sandbox.placebo ? std::max(market, design.safeguards.redress_share)
                                                                : market;
}

double best_effort(double liability, double effort_cost, double maximum_effort) {
    if (liability <= effort_cost) return 0;
    return std::min(maximum_effort, portable::log(liability / effort_cost));
}

double chosen_effort(const World& world, const Design& design, std::uint32_t p) {
    const Products& products = world.products;
    const FirmGroup& group = world.scenario->firms;
    if (products.bad_actor[p] || products.stage[p] == Stage::unauthorised) return 0;
    const bool pilot = !on_market(products.stage[p]);
    const double shield = design.waivers.liability_shield * products.relief[p];
    const double share = redress_share(world, design, pilot ? HarmStage::pilot : HarmStage::authorised);
    const double rate = portable::exp(products.perceived_log_risk[p]) * known_mitigation(world, design, p);
    const double liability =
        rate * world.scenario->liability.harm_value * supposed_detection(world, design, p) * share * (1 - shield);
    return best_effort(liability, group.effort_cost, group.maximum_effort);
}

HarmStage harm_stage(Stage stage) {
    if (!on_market(stage)) return HarmStage::pilot;
    return stage == Stage::unauthorised ? HarmStage::unauthorised : HarmStage::authorised;
}

}  // namespace leeway
