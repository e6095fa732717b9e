// The live tests.
#include "direction/lever_cases.hpp"
#include "metrics/reading.hpp"

namespace leeway {
namespace {

const ReadOutcome pilot_use = counted(&Counts::pilot_user_months);

double pilot_severity(const Recording& run, const World&) {
    return harm(run, &HarmCell::severity, in_stage(run, HarmStage::pilot));
}

void two_pilots(Design& d) { d.sandbox[0].pilots = 2; }
void cannot_pass(Design& d) { d.gate.confidence = 0.95; }

}  // namespace

std::vector<LeverCase> sandbox_cases() {
    return {
        {"sandbox.owner", [](Design&) {}, [](Design& d) { d.sandbox[0].owner = "data authority"; },
         "waiting, when a small authority must assess", metric_named("queue_wait_months"), 1, [](Design&) {},
         [](Model& m) {
             m.scenario.regulators.items[1].hours_share = 0.03, m.scenario.regulators.items[0].hours_share = 0.97;
         }},
        {"sandbox.kind", [](Design& d) { d.sandbox[0].kind = SandboxKind::none; }, [](Design&) {}, "admitted",
         metric_named("admitted"), 1},
        {"sandbox.sectors", [](Design&) {}, [](Design& d) { d.sandbox[0].sectors = {"payments"}; }, "applications",
         metric_named("applications"), -1},
        {"sandbox.places", [](Design& d) { d.sandbox[0].places = 1; }, [](Design&) {}, "admitted",
         metric_named("admitted"), 1},
        {"sandbox.places_multiplier", [](Design& d) { d.sandbox[0].places_multiplier = 0.25; }, [](Design&) {},
         "admitted", metric_named("admitted"), 1},
        {"sandbox.closes_after", [](Design& d) { d.sandbox[0].closes_after = 12; }, [](Design&) {}, "admitted",
         metric_named("admitted"), 1},
        {"sandbox.advice", [](Design& d) { d.sandbox[0].advice = 0; }, [](Design& d) { d.sandbox[0].advice = 0.9; },
         "defects in the files of the admitted",
         mean_over_admitted([](const World& w, std::size_t p) { return w.products.file_error[p]; }), -1},
        {"sandbox.lab_months", [](Design& d) { d.sandbox[0].lab_months = 0; },
         [](Design& d) { d.sandbox[0].lab_months = 10; }, "tests that reach a pilot in time", metric_named("tested"),
         -1},
        {"sandbox.test_environment", [](Design& d) { d.sandbox[0].test_environment = 0; },
         [](Design& d) { d.sandbox[0].test_environment = 1; }, "true risk of tested products",
         mean_over_admitted(
             [](const World& w, std::size_t p) { return w.products.tested[p] ? w.products.log_risk[p] : 0; }),
         -1},
        {"sandbox.pilots", [](Design&) {}, [](Design& d) { d.sandbox[0].pilots = 3; }, "graduates in time",
         metric_named("graduated"), -1},
        {"sandbox.cap_growth", [](Design& d) { d.sandbox[0].cap_growth = 1; },
         [](Design& d) { d.sandbox[0].cap_growth = 10; }, "use in pilots", pilot_use, 1,
         [](Design& d) { two_pilots(d), d.sandbox[0].user_cap = 500; }},
        {"sandbox.user_cap", [](Design& d) { d.sandbox[0].user_cap = 300; }, [](Design&) {}, "use in pilots", pilot_use,
         1},
        {"sandbox.user_cap_multiplier", [](Design& d) { d.sandbox[0].user_cap_multiplier = 0.1; }, [](Design&) {},
         "use in pilots", pilot_use, 1},
        {"sandbox.exposure_cap", [](Design& d) { d.sandbox[0].exposure_cap = 200; }, [](Design&) {}, "use in pilots",
         pilot_use, 1},
        {"sandbox.value_cap", [](Design& d) { d.sandbox[0].value_cap = 60; }, [](Design&) {}, "severity in pilots",
         pilot_severity, 1},
        {"sandbox.pilot_months", [](Design& d) { d.sandbox[0].pilot_months = 3; },
         [](Design& d) { d.sandbox[0].pilot_months = 12; }, "use in pilots", pilot_use, 1},
        {"sandbox.extensions", [](Design& d) { d.sandbox[0].extensions = 0; },
         [](Design& d) { d.sandbox[0].extensions = 3; }, "pilots extended", counted(&Counts::extended), 1, cannot_pass},
        {"sandbox.placebo", [](Design&) {}, [](Design& d) { d.sandbox[0].placebo = true; },
         "harm seen in pilots per use", metric_named("pilot_harm_seen_per_1000_user_months"), -1,
         [](Design& d) { d.safeguards.strength = 0, d.waivers.share = 0, d.supervision.monitoring = 1; }},
    };
}

}  // namespace leeway
