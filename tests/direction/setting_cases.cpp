// Coordination, transparency, borders and the rulebook.
#include "direction/lever_cases.hpp"

namespace leeway {
namespace {

void two_countries(Model& m) {
    m.scenario.jurisdictions.items = {
        JurisdictionItem{.name = "home", .population_share = 0.6, .idea_share = 0.6, .hours_share = 0.6},
        JurisdictionItem{.name = "neighbour", .population_share = 0.4, .idea_share = 0.4, .hours_share = 0.4}};
}
void always_pass(Design& d) { d.gate.rule = GateRule::fixed_term; }
void slow_desks(Model& m) { m.scenario.regulators.officer_hours = 700; }

double published_abroad(const Recording&, const World& world) {
    double sum = 0;
    for (const double share : world.jurisdictions[1].published) sum += share;
    return sum;
}

double doubt(const Recording&, const World& world) {
    return world.jurisdictions[0].regulators[0].belief_covariance.trace();
}

}  // namespace

std::vector<LeverCase> setting_cases() {
    const auto nothing = [](Design&) {};
    return {
        {"coordination.form", nothing, [](Design& d) { d.coordination.form = Coordination::one_stop; }, "waiting",
         metric_named("queue_wait_months"), -1, nothing, slow_desks},
        {"transparency.publish", [](Design& d) { d.transparency.publish = 0; },
         [](Design& d) { d.transparency.publish = 1; }, "launches owed to published results",
         metric_named("spillover_launches"), 1, always_pass,
         [](Model& m) { std::get<Regulate>(m.month).gate.spillover = 0.2; }},
        {"transparency.publish_abroad", nothing, [](Design& d) { d.transparency.publish_abroad = 1; },
         "what the neighbour learns", published_abroad, 1, nothing, two_countries},
        {"transparency.publish_to_citizens", nothing, [](Design& d) { d.transparency.publish_to_citizens = 1; },
         "trust, when all tests pass", metric_named("trust_mean"), 1, always_pass,
         [](Model& m) { std::get<React>(m.month).news.result_effect = 0.01; }},
        {"cross_border.partners", [](Design& d) { d.cross_border.partners = {"home"}; }, nothing,
         "users of foreign licences", counted(&Counts::passported), 1,
         [](Design& d) { d.cross_border.passport_licences = true; }, two_countries},
        {"cross_border.passport_tests", nothing, [](Design& d) { d.cross_border.passport_tests = 1; },
         "doubt in the regulator's belief", doubt, -1, nothing, two_countries},
        {"cross_border.passport_licences", nothing, [](Design& d) { d.cross_border.passport_licences = true; },
         "users of foreign licences", counted(&Counts::passported), 1, nothing, two_countries},
        {"rulebook.level_floor", nothing, [](Design& d) { d.rulebook.level_floor = 1; }, "cost of compliance",
         metric_named("compliance_cost"), 1},
        {"rulebook.level_ceiling", [](Design& d) { d.rulebook.level_ceiling = 0; }, nothing, "harm per use",
         metric_named("harm_events_per_1000_user_months"), -1},
        {"rulebook.authorisation_required", nothing, [](Design& d) { d.rulebook.authorisation_required = false; },
         "services launched", metric_named("services_launched"), 1},
    };
}

}  // namespace leeway
