// Who gets in, when, and at whose cost.
#include "direction/lever_cases.hpp"

namespace leeway {
namespace {

ReadOutcome admitted_of(std::vector<FirmKind> kinds) {
    return over_admitted([kinds](const World& w, std::size_t p) {
        const FirmKind kind = w.firms.kind[w.products.firm[p]];
        for (const FirmKind wanted : kinds) {
            if (kind == wanted) return 1.0;
        }
        return 0.0;
    });
}

const ReadOutcome quality_of_admitted =
    mean_over_admitted([](const World& w, std::size_t p) { return w.products.quality[p]; });

void few_places(Design& d) { d.sandbox[0].places = 2; }
void slow_desk(Model& m) { m.scenario.regulators.hours_per_application = 400; }

}  // namespace

std::vector<LeverCase> entry_cases() {
    const auto nothing = [](Design&) {};
    const ReadOutcome admitted = metric_named("admitted"), applications = metric_named("applications");
    return {
        {"eligibility.firm_kinds", nothing, [](Design& d) { d.eligibility.firm_kinds = {"incumbent"}; }, "applications",
         applications, -1},
        {"eligibility.minimum_novelty", nothing, [](Design& d) { d.eligibility.minimum_novelty = 1.5; }, "admitted",
         admitted, -1},
        {"eligibility.minimum_benefit", nothing, [](Design& d) { d.eligibility.minimum_benefit = 1.5; }, "admitted",
         admitted, -1},
        {"eligibility.readiness", nothing, [](Design& d) { d.eligibility.readiness = 30; }, "admitted", admitted, -1},
        {"eligibility.maximum_predicted_risk", nothing, [](Design& d) { d.eligibility.maximum_predicted_risk = 0.005; },
         "admitted", admitted, -1},
        {"intake.initiator", nothing, [](Design& d) { d.intake.initiator = Initiator::regulator; }, "applications",
         applications, 1, [](Design& d) { d.intake.fee = 60; }},
        {"intake.selection", [](Design& d) { d.intake.selection = Selection::lottery; },
         [](Design& d) { d.intake.selection = Selection::merit; }, "quality of the admitted", quality_of_admitted, 1,
         few_places},
        {"intake.every_months", [](Design& d) { d.intake.every_months = 12; },
         [](Design& d) { d.intake.every_months = 1; }, "admitted", admitted, 1, few_places},
        {"intake.reserved_small", nothing, [](Design& d) { d.intake.reserved_small = 1; },
         "start-ups and small firms admitted", admitted_of({FirmKind::start_up, FirmKind::small_firm}), 1, few_places,
         [](Model& m) { m.scenario.ideas.new_firm_share = 0.5; }},
        {"intake.reserved_public", nothing, [](Design& d) { d.intake.reserved_public = 1; }, "agencies admitted",
         admitted_of({FirmKind::agency}), 1, few_places},
        {"intake.deadline_months", nothing, [](Design& d) { d.intake.deadline_months = 1; }, "decided by silence",
         counted(&Counts::applications_by_silence), 1, [](Design& d) { d.intake.silence = Silence::admits; },
         slow_desk},
        {"intake.silence", [](Design& d) { d.intake.silence = Silence::rejects; },
         [](Design& d) { d.intake.silence = Silence::admits; }, "admitted", admitted, 1,
         [](Design& d) { d.intake.deadline_months = 1; }, slow_desk},
        {"intake.fee", nothing, [](Design& d) { d.intake.fee = 80; }, "applications", applications, -1},
        {"intake.grant", nothing, [](Design& d) { d.intake.grant = 150; }, "applications", applications, 1},
    };
}

}  // namespace leeway
