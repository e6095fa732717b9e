// Waivers, safeguards and supervision.
#include "direction/lever_cases.hpp"
#include "metrics/reading.hpp"

namespace leeway {
namespace {

const ReadOutcome pilot_harm = metric_named("pilot_harm_per_1000_user_months");
const ReadOutcome pilot_harm_seen = metric_named("pilot_harm_seen_per_1000_user_months");

double vulnerable_share_of_pilot_harm(const Recording& run, const World&) {
    const auto pilots = [&](std::size_t segment) {
        return harm(run, &HarmCell::occurred, [segment](const HarmPlace& place) {
            return place.stage == HarmStage::pilot && place.group == segment;
        });
    };
    return pilots(1) / (pilots(0) + pilots(1));
}

const ReadOutcome effort_of_tested =
    mean_over_admitted([](const World& w, std::size_t p) { return w.products.tested[p] ? w.products.effort[p] : 0; });
const ReadOutcome users_of_admitted = over_admitted([](const World& w, std::size_t p) { return w.products.users[p]; });

void harmful(Model& m) { m.scenario.risk.base_rate = 0.06; }
void strict(Design& d) { d.supervision.suspension_rate = 15; }
void open_gate(Design& d) { d.gate.rule = GateRule::fixed_term; }
void all_provisions_of_lead(Model& m) { m.scenario.provisions.items[1].owner.clear(); }

std::vector<LeverCase> waiver_cases() {
    const auto nothing = [](Design&) {};
    const auto half = [](Design& d) { d.waivers.share = 0.9; };
    return {
        {"waivers.share", [](Design& d) { d.waivers.share = 0; }, [](Design& d) { d.waivers.share = 1; },
         "harm per use in pilots", pilot_harm, 1, open_gate},
        {"waivers.form", [](Design& d) { d.waivers.form = ReliefForm::restricted_licence; }, nothing,
         "harm per use in pilots", pilot_harm, 1, [](Design& d) { open_gate(d), d.waivers.share = 1; }},
        {"waivers.provisions", [](Design& d) { d.waivers.provisions = {"conduct"}; }, nothing, "harm per use in pilots",
         pilot_harm, 1, [](Design& d) { open_gate(d), d.waivers.share = 1; }},
        {"waivers.share_per_pilot", [](Design& d) { d.waivers.share_per_pilot = 0; }, nothing, "harm per use in pilots",
         pilot_harm, 1, [](Design& d) { open_gate(d), d.waivers.share = 1, d.sandbox[0].pilots = 3; }},
        {"waivers.consent_months", [](Design& d) { d.waivers.consent_months = 0; },
         [](Design& d) { d.waivers.consent_months = 12; }, "tests that reach a pilot in time", metric_named("tested"),
         -1, [](Design& d) { d.coordination.form = Coordination::coordinated; }},
        {"waivers.kept_after_exit", nothing, [](Design& d) { d.waivers.kept_after_exit = 1; },
         "months to comply after the test", over_admitted([](const World& w, std::size_t p) {
             return w.products.graduated[p] ? w.products.relief[p] : 0;
         }),
         1, half},
        {"waivers.precedent", nothing, [](Design& d) { d.waivers.precedent = true; }, "exemptions reused",
         counted(&Counts::precedents_used), 1, [](Design& d) { open_gate(d), d.waivers.kept_after_exit = 1; }},
        {"waivers.liability_shield", nothing, [](Design& d) { d.waivers.liability_shield = 1; }, "mitigation effort",
         effort_of_tested, -1, [](Design& d) { d.waivers.kept_after_exit = 1; }, harmful},
    };
}

std::vector<LeverCase> safeguard_cases() {
    const auto nothing = [](Design&) {};
    return {
        {"safeguards.strength", [](Design& d) { d.safeguards.strength = 0; },
         [](Design& d) { d.safeguards.strength = 0.9; }, "harm per use in pilots", pilot_harm, -1, open_gate},
        {"safeguards.oversight_cost", nothing, [](Design& d) { d.safeguards.oversight_cost = 5; }, "cost of oversight",
         money_of(&Money::oversight), 1},
        {"safeguards.redress_share", [](Design& d) { d.safeguards.redress_share = 0; },
         [](Design& d) { d.safeguards.redress_share = 1; }, "harms redressed in pilots",
         [](const Recording& run, const World&) {
             return harm(run, &HarmCell::redressed, in_stage(run, HarmStage::pilot));
         },
         1, open_gate, [](Model& m) { m.scenario.liability.redress_share = 0.1, m.scenario.risk.base_rate = 0.06; }},
        {"safeguards.fund_levy", nothing, [](Design& d) { d.safeguards.fund_levy = 0.5; }, "balance of the fund",
         metric_named("fund_balance"), 1},
        {"safeguards.insurance", nothing, [](Design& d) { d.safeguards.insurance = 1; }, "redress by insurers",
         money_of(&Money::insured_redress), 1, open_gate, harmful},
        {"safeguards.disclosure", [](Design& d) { d.safeguards.disclosure = 0; },
         [](Design& d) { d.safeguards.disclosure = 1; }, "users of tested services", users_of_admitted, -1,
         [](Design& d) { open_gate(d), d.exit.label = 1; }, [](Model& m) { std::get<Adopt>(m.month).badge_pull = 3; }},
        {"safeguards.exclude_vulnerable", nothing, [](Design& d) { d.safeguards.exclude_vulnerable = true; },
         "share of pilot harm that falls on the vulnerable", vulnerable_share_of_pilot_harm, -1, open_gate},
        {"safeguards.minimum_vulnerable", nothing, [](Design& d) { d.safeguards.minimum_vulnerable = 0.9; },
         "share of pilot harm that falls on the vulnerable", vulnerable_share_of_pilot_harm, 1,
         [](Design& d) { open_gate(d), d.sandbox[0].user_cap = 800; }},
        {"safeguards.kill_switch", nothing, [](Design& d) { d.safeguards.kill_switch = true; }, "harms in pilots",
         metric_named("harm_in_pilots"), -1, strict,
         [](Model& m) { harmful(m), std::get<Regulate>(m.month).run_pilot.suspension_months = 6; }},
        {"safeguards.user_support", nothing, [](Design& d) { d.safeguards.user_support = 1; }, "use in pilots",
         counted(&Counts::pilot_user_months), 1, open_gate,
         [](Model& m) { m.scenario.citizens.segments[1].literacy = 0.3; }},
        {"safeguards.data_reversal", nothing, [](Design& d) { d.safeguards.data_reversal = 1; }, "harms undone",
         counted(&Counts::harms_undone), 1, strict, harmful},
    };
}

std::vector<LeverCase> supervision_cases() {
    const auto nothing = [](Design&) {};
    return {
        {"supervision.monitoring", [](Design& d) { d.supervision.monitoring = 0; },
         [](Design& d) { d.supervision.monitoring = 1; }, "harm seen in pilots per use", pilot_harm_seen, 1, open_gate},
        {"supervision.hours_factor", [](Design& d) { d.supervision.hours_factor = 0.1; }, nothing,
         "harm seen in pilots per use", pilot_harm_seen, 1,
         [](Design& d) { open_gate(d), d.supervision.monitoring = 1; }},
        {"supervision.audit", nothing, [](Design& d) { d.supervision.audit = 1; }, "harms uncovered by audit",
         counted(&Counts::audited), 1, [](Design& d) { d.supervision.monitoring = 0; }, harmful},
        {"supervision.suspension_rate", nothing, [](Design& d) { d.supervision.suspension_rate = 5; }, "suspended",
         metric_named("suspended"), 1, [](Design& d) { d.supervision.monitoring = 1; }, harmful},
        {"supervision.training_hours", nothing, [](Design& d) { d.supervision.training_hours = 20; }, "waiting",
         metric_named("queue_wait_months"), -1, nothing,
         [](Model& m) {
             m.scenario.regulators.officer_hours = 700;
             m.scenario.regulators.skill_per_training_hour = 0.4;
         }},
    };
}

}  // namespace

std::vector<LeverCase> protection_cases() {
    std::vector<LeverCase> all = waiver_cases();
    for (const auto& cases : {safeguard_cases(), supervision_cases()})
        all.insert(all.end(), cases.begin(), cases.end());
    for (LeverCase& lever : all) {
        if (lever.lever.starts_with("waivers.") && lever.lever != "waivers.consent_months") {
            const SetModel in = lever.in;
            lever.in = [in](Model& m) { all_provisions_of_lead(m), in(m); };
        }
    }
    return all;
}

}  // namespace leeway
