// S5 and S6: sandboxes are oversubscribed, and a relief that comes without dialogue is hardly used.
#include "core/text.hpp"
#include "experiment/validity/facts.hpp"
#include "experiment/validity/readings.hpp"

namespace leeway {
namespace {

// Of all that came, as schemes report it: those that still wait are not accepted.
double accepted(const History& history) { return outcome(history, "admitted") / outcome(history, "applications"); }

std::vector<Arm> twice_the_ideas(const Scenario&) { return {{tested, {"ideas.per_year_multiplier=2"}}, {tested}}; }

std::string without_ideas(const Scenario& scenario) {
    return scenario.ideas.per_year > 0 ? "" : "no ideas come, so nobody applies";
}

// A licensing waiver for a class of firms, as in Australia: whoever notifies may serve 100 clients for a year; nobody
// advises, watches, or counts it towards a licence.
std::vector<Arm> waiver_and_test(const Scenario&) {
    return {{tested,
             {"sandbox.kind=notification", "sandbox.advice=0", "sandbox.lab_months=0", "sandbox.pilot_months=12",
              "sandbox.user_cap=100", "supervision.monitoring=0", "intake.fee=0", "exit.authorisation_credit=0",
              "exit.label=0"}},
            {tested}};
}

}  // namespace

std::vector<Fact> capacity_facts() {
    return {
        {.id = "S5.accepted",
         .kind = FactKind::calibrated,
         .statement = "sandboxes are oversubscribed: 15 to 55 % of applications are accepted",
         .measure = "applications admitted, of all that came",
         .band = {0.15, 0.55},
         .source = "P1-P12 (V2, V)",
         .mechanism = "places a cohort against applications; places and ideas were chosen with P1-P6 in view",
         .arms = sandbox_as_it_is,
         .value = [](std::span<const History> arms) { return accepted(arms[0]); },
         .not_applicable = without_ideas},
        {.id = "S5.crowding",
         .statement = "acceptance falls as demand grows",
         .measure = "share of applications accepted with twice the ideas, less that with the usual ones",
         .band = {.high = 0},
         .source = "P8, P10-P12 (V, V2; other programmes than the one that is calibrated on)",
         .mechanism = "places and officers' hours are limited, whoever comes",
         .arms = twice_the_ideas,
         .value = [](std::span<const History> arms) { return accepted(arms[0]) - accepted(arms[1]); },
         .off =
             [](const Scenario&) {
                 return std::vector<std::string>{"sandbox.places_multiplier=1000",
                                                 "regulators.officer_hours_multiplier=1000"};
             },
         .not_applicable = without_ideas},
        {.id = "S5.queue",
         .statement = "the queue grows with applications per officer",
         .measure = "months from filing to decision with twice the ideas, less those with the usual ones",
         .band = {.low = 0},
         .source = "P23, P28, P35 (V2, V)",
         .mechanism = "applications, tests and authorisations share the officers' hours; what does not fit waits",
         .arms = twice_the_ideas,
         .value =
             [](std::span<const History> arms) {
                 return outcome(arms[0], "queue_wait_months") - outcome(arms[1], "queue_wait_months");
             },
         .off = [](const Scenario&) { return std::vector<std::string>{"regulators.officer_hours_multiplier=1000"}; },
         .not_applicable = without_ideas},
        {.id = "S6",
         .statement = "dialogue is the product, not the waiver: relief without contact is hardly used",
         .measure = "applications for a class waiver by notification, relative to those for the test with dialogue",
         .band = {0, 0.5},
         .source = "O6 (V), P24 (V2)",
         .mechanism = "none",
         .arms = waiver_and_test,
         .value =
             [](std::span<const History> arms) {
                 return outcome(arms[0], "applications") / outcome(arms[1], "applications");
             },
         .off = [](const Scenario&) { return std::vector<std::string>{"sandbox.advice=0"}; },
         .not_applicable = without_ideas,
         .gap = "a firm puts the chance to graduate in the place of the chance of an authorisation, not before it, and "
                "whoever notifies waits for nobody: with all, half or none of the rules waived, and without any signal "
                "to investors, just as many notify"},
    };
}

}  // namespace leeway
