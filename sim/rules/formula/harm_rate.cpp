#include "rules/formula/harm_rate.hpp"

#include <algorithm>

#include "core/arithmetic.hpp"
#include "rules/formula/benefit.hpp"
#include "rules/formula/burden.hpp"
#include "rules/formula/field_conditions.hpp"
#include "rules/formula/prediction.hpp"

namespace leeway {

double learning_factor(const RiskLaw& risk, double exposure) {
    return portable::pow(1 + exposure / risk.learning_exposure, -risk.learning);
}

bool is_guarded(const World& world, const Design& design, std::uint32_t p) {
    return !on_market(world.products.stage[p]) && !sandbox_of(design, world, p).placebo;
}

bool is_surveilled(const World& world, const Design& design, std::uint32_t p) {
    const Products& products = world.products;
    return products.graduated[p] && on_market(products.stage[p]) && !sandbox_of(design, world, p).placebo &&
           world.month - products.launched[p] < design.exit.surveillance_months;
}

double known_mitigation(const World& world, const Design& design, std::uint32_t p) {
    const Products& products = world.products;
    const bool complies = products.stage[p] != Stage::unauthorised;
    const LegalPlace place = legal_place(world, p);
    const double provisions =
        complies ? portable::exp(burden_at(world, design, place, products.relief[p]).log_mitigation) : 1;
    const double safeguards = is_guarded(world, design, p) ? 1 - design.safeguards.strength : 1;
    return provisions * safeguards * learning_factor(world.scenario->risk, products.exposure[p]);
}

double harm_rate(const World& world, const Design& design, std::uint32_t p) {
    return portable::exp(world.products.log_risk[p] - world.products.effort[p]) * known_mitigation(world, design, p) *
           harm_in_use(world, design, p);
}

double supposed_detection(const World& world, const Design& design, std::uint32_t p) {
    const double watched = is_guarded(world, design, p)      ? design.supervision.monitoring
                           : is_surveilled(world, design, p) ? design.exit.surveillance
                                                             : 0;
    return watched + (1 - watched) * supposed_reporting(*world.scenario);
}

double redress_share(const World& world, const Design& design, HarmStage stage, std::uint32_t p) {
    const double market = stage == HarmStage::unauthorised ? 0 : world.scenario->liability.redress_share;
    const bool test = stage == HarmStage::pilot && !sandbox_of(design, world, p).placebo;
    return test ? std::max(market, design.safeguards.redress_share) : market;
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
    const double share = redress_share(world, design, pilot ? HarmStage::pilot : HarmStage::authorised, p) *
                         (pilot ? 1 - design.safeguards.insurance : 1);
    const double rate = portable::exp(products.perceived_log_risk[p]) * known_mitigation(world, design, p) *
                        mean_severity(world.scenario->sectors[products.sector[p]]);
    const double liability = rate * world.scenario->liability.harm_value * supposed_detection(world, design, p) *
                             share * liability_left(world, design, p);
    return best_effort(liability, group.effort_cost, group.maximum_effort);
}

HarmStage harm_stage(Stage stage) {
    if (!on_market(stage)) return HarmStage::pilot;
    return stage == Stage::unauthorised ? HarmStage::unauthorised : HarmStage::authorised;
}

}  // namespace leeway
