#include "experiment/validity/bare_model.hpp"

#include <algorithm>
#include <variant>

#include "rules/simulate.hpp"

namespace leeway {

void run_only(Model& model, std::initializer_list<std::string_view> phases) {
    for (const FieldEntry& phase : field_table(model.phases).fields)
        *std::get<bool*>(phase.value) = std::find(phases.begin(), phases.end(), phase.name) != phases.end();
}

Model bare_model(std::initializer_list<std::string_view> phases) {
    Model model;
    Scenario& scenario = model.scenario;
    scenario.name = "bare";
    scenario.warm_up_months = 0;
    scenario.citizens.population = scenario.citizens.count = 2;
    scenario.sectors = {Sector{.name = "only", .risk_spread = 0, .months_until_noticed = 0, .severity_spread = 0}};
    scenario.risk.autonomy = scenario.risk.data_sensitivity = scenario.risk.opacity = scenario.risk.novelty = 0;
    scenario.risk.learning = 0;
    scenario.ideas = {.new_firm_share = 1,
                      .bad_actor_share = 0,
                      .frontier_growth = 0,
                      .quality_spread = 0,
                      .demand_error = 0,
                      .optimism = 0,
                      .price_spread = 0};
    scenario.firms.count = 0;
    scenario.firms.capital = 1e6;
    scenario.firms.capital_spread = 0;
    scenario.firms.file_error = 0;
    scenario.firms.maximum_effort = 0;
    Enter& enter = std::get<Enter>(model.month);
    enter.acceptance = 1;
    enter.elasticity = 0;
    run_only(model, phases);
    return model;
}

void let_all_apply(Model& model) {
    FirmGroup& firms = model.scenario.firms;
    firms.margin = 100;
    firms.discount = 0.001;
    firms.value_scale = 1;
    firms.relocation_share = 0;
    firms.reapplication_months = 0;
    firms.believed_authorised = 0;
    firms.believed_admitted = firms.believed_graduated = firms.believed_caught = 1;
    model.scenario.liability.fine = 1e6;
    std::get<ChooseRoute>(model.month).rationality = 1000;
    model.adaptation = {false, false};
}

World live(const Model& model, const Design& design, std::uint64_t key, std::int32_t months) {
    World world = build_world(model.scenario, model.adaptation, key, months);
    simulate(world, model.month, model.phases, design, months, [](const World&) {});
    return world;
}

}  // namespace leeway
