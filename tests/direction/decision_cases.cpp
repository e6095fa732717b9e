// Gates, exit, learning and evaluation.
#include "direction/lever_cases.hpp"

namespace leeway {
namespace {

const ReadOutcome graduated = metric_named("graduated");
const ReadOutcome users_of_admitted = over_admitted([](const World& w, std::size_t p) { return w.products.users[p]; });

void sequential(Design& d) { d.gate.rule = GateRule::sequential, d.sandbox[0].extensions = 0; }
void always_pass(Design& d) { d.gate.rule = GateRule::fixed_term; }
void conditional(Design& d) { always_pass(d), d.exit.licence = Licence::conditional; }
void learning_rules(Design& d) { d.learning.rule_updates = RuleUpdates::continuously; }
void quick_rules(Model& m) { std::get<MakeRules>(m.month).lag_months = 6; }

double distance_moved(const Recording&, const World& world) {
    double moved = 0;
    for (std::size_t i = 0; i < world.scenario->provisions.items.size(); ++i)
        moved += std::abs(world.jurisdictions[0].rulebook.level[i] - world.scenario->provisions.items[i].level);
    return moved;
}

std::vector<LeverCase> gate_cases() {
    const auto nothing = [](Design&) {};
    return {
        {"gate.rule", always_pass, nothing, "graduates", graduated, -1},
        {"gate.tolerated_rate", [](Design& d) { d.gate.tolerated_rate = 0.002; },
         [](Design& d) { d.gate.tolerated_rate = 0.05; }, "graduates", graduated, 1},
        {"gate.confidence", [](Design& d) { d.gate.confidence = 0.05; }, [](Design& d) { d.gate.confidence = 0.9; },
         "graduates", graduated, -1},
        {"gate.rejected_factor", [](Design& d) { d.gate.rejected_factor = 1.2; },
         [](Design& d) { d.gate.rejected_factor = 10; }, "graduates", graduated, 1, sequential},
        {"gate.false_alarm", [](Design& d) { d.gate.false_alarm = 1e-6; }, [](Design& d) { d.gate.false_alarm = 0.45; },
         "use in pilots, which fail earlier", counted(&Counts::pilot_user_months), -1,
         [](Design& d) { sequential(d), d.sandbox[0].pilot_months = 12; },
         [](Model& m) { m.scenario.risk.base_rate = 0.06; }},
        {"gate.miss", [](Design& d) { d.gate.miss = 1e-6; }, [](Design& d) { d.gate.miss = 0.45; },
         "use in pilots, which end earlier", counted(&Counts::pilot_user_months), -1, sequential},
        {"gate.minimum_benefit", nothing, [](Design& d) { d.gate.minimum_benefit = 1.3; }, "graduates", graduated, -1},
        {"gate.minimum_use", nothing, [](Design& d) { d.gate.minimum_use = 1; }, "graduates", graduated, -1},
    };
}

std::vector<LeverCase> exit_cases() {
    const auto nothing = [](Design&) {};
    return {
        {"exit.licence", always_pass, conditional, "conditional licences", counted(&Counts::conditional), 1},
        {"exit.authorisation_credit", [](Design& d) { d.exit.authorisation_credit = 0; },
         [](Design& d) { d.exit.authorisation_credit = 1; }, "waiting", metric_named("queue_wait_months"), -1,
         always_pass, [](Model& m) { m.scenario.regulators.officer_hours = 600; }},
        {"exit.conditional_cap", [](Design& d) { d.exit.conditional_cap = 200; }, nothing, "users of tested services",
         users_of_admitted, 1, conditional, [](Model& m) { m.scenario.regulators.officer_hours = 400; }},
        {"exit.surveillance_months", nothing, [](Design& d) { d.exit.surveillance_months = 36; },
         "harms seen after launch", counted(&Counts::surveilled), 1,
         [](Design& d) { always_pass(d), d.exit.surveillance = 0.9; }},
        {"exit.surveillance", nothing, [](Design& d) { d.exit.surveillance = 0.9; }, "harms seen after launch",
         counted(&Counts::surveilled), 1, [](Design& d) { always_pass(d), d.exit.surveillance_months = 36; }},
        {"exit.label", nothing, [](Design& d) { d.exit.label = 1; }, "users of tested services", users_of_admitted, 1,
         always_pass, [](Model& m) { std::get<Adopt>(m.month).badge_pull = 3; }},
        {"exit.wind_down_plan", nothing, [](Design& d) { d.exit.wind_down_plan = true; }, "trust",
         metric_named("trust_mean"), 1, [](Design& d) { d.gate.confidence = 1; },
         [](Model& m) { std::get<Adopt>(m.month).abandonment_loss = 0.5; }},
        {"exit.procurement", nothing, [](Design& d) { d.exit.procurement = 200; }, "money from public buyers",
         money_of(&Money::procurement), 1, always_pass},
    };
}

std::vector<LeverCase> learning_cases() {
    const auto nothing = [](Design&) {};
    return {
        {"learning.rule_updates", [](Design& d) { d.learning.rule_updates = RuleUpdates::off; }, learning_rules,
         "provisions changed", metric_named("rules_changed"), 1, nothing, quick_rules},
        {"learning.maximum_move", [](Design& d) { d.learning.maximum_move = 0.02; },
         [](Design& d) { d.learning.maximum_move = 0.5; }, "distance that the rulebook moves", distance_moved, 1,
         learning_rules, quick_rules},
        {"learning.lag_factor", [](Design& d) { d.learning.lag_factor = 0; },
         [](Design& d) { d.learning.lag_factor = 10; }, "provisions changed in time", metric_named("rules_changed"), -1,
         learning_rules, quick_rules},
        {"evaluation.method", nothing, [](Design& d) { d.evaluation.method = EvaluationMethod::lottery; },
         "quality of the admitted",
         mean_over_admitted([](const World& w, std::size_t p) { return w.products.quality[p]; }), -1,
         [](Design& d) { d.sandbox[0].places = 2; }},
        {"evaluation.hold_out_share", nothing, [](Design& d) { d.evaluation.hold_out_share = 0.5; }, "held out",
         metric_named("held_out"), 1, [](Design& d) { d.evaluation.method = EvaluationMethod::hold_out; }},
    };
}

}  // namespace

std::vector<LeverCase> decision_cases() {
    std::vector<LeverCase> all = gate_cases();
    for (const auto& cases : {exit_cases(), learning_cases()}) all.insert(all.end(), cases.begin(), cases.end());
    return all;
}

}  // namespace leeway
