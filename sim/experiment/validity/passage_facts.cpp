// S8 and S9: how many of the admitted reach a test and the market, and how many exemptions become rules.
#include "core/results.hpp"
#include "experiment/validity/facts.hpp"
#include "experiment/validity/readings.hpp"

namespace leeway {
namespace {

constexpr std::int32_t months_to_test = 12, months_to_market = 36;

double reach_a_test(std::span<const History> arms) {
    return share_of_firms(arms[0].world, decided_as(Decision::admitted, months_to_test),
                          [](const World& world, std::size_t f) { return world.products.tested[f] != 0; });
}

double launch(std::span<const History> arms) {
    return share_of_firms(arms[0].world, decided_as(Decision::admitted, months_to_market),
                          launches_within(months_to_market));
}

// With officers for them, so that approvals grow.
std::vector<Arm> twice_the_places(const Scenario&) {
    return {{tested, {"sandbox.places_multiplier=2", "regulators.officer_hours_multiplier=2"}}, {tested}};
}

std::string without_waivable_rules(const Scenario& scenario) {
    for (const Provision& provision : scenario.provisions.items) {
        if (provision.waivable) return "";
    }
    return "no provision may be waived, so there are no exemptions";
}

double made_rules(const History& history) { return outcome(history, "exemptions_made_rules_share"); }

// Nothing can be said where no exemption became a rule.
double more_made_rules(std::span<const History> arms) {
    const double more = made_rules(arms[0]), usual = made_rules(arms[1]);
    return more > 0 || usual > 0 ? more - usual : missing_value;
}

}  // namespace

std::vector<Fact> passage_facts() {
    return {
        {.id = "S8.tested",
         .kind = FactKind::calibrated,
         .statement = "about four in five admitted firms reach a live test",
         .measure = "share of firms admitted a year before the end or earlier that reached a pilot",
         .band = {0.692, 0.902},
         .source = "P1 (V2)",
         .mechanism = "regulate.run_lab.start_probability, money and demand that are learnt in the lab",
         .arms = sandbox_as_it_is,
         .value = reach_a_test,
         .not_applicable = without_new_firms},
        {.id = "S8.launched",
         .kind = FactKind::calibrated,
         .statement = "46 to 66 % of admitted firms launch within three years",
         .measure = "share of admitted firms whose service came to market within 36 months of admission",
         .band = {0.46, 0.66},
         .source = "K1, K2, K5, P19 (V2)",
         .mechanism = "tests that do not start, gates, files with defects and money that runs out; O10 of the same "
                      "cohorts is a target of calibration",
         .arms = sandbox_as_it_is,
         .value = launch,
         .not_applicable = without_new_firms},
        {.id = "S9.share",
         .statement = "about a fifth of exemptions become rules for all",
         .measure = "share of exemptions granted whose provision was later lowered",
         .band = {0.18, 0.27},
         .source = "B34, K2, K3 (V2)",
         .mechanism = "rulemaking moves a provision by the regulator's belief and settles all its exemptions at once",
         .arms = sandbox_as_it_is,
         .value = [](std::span<const History> arms) { return made_rules(arms[0]); },
         .off = [](const Scenario&) { return std::vector<std::string>{"learning.rule_updates=never"}; },
         .not_applicable = without_waivable_rules,
         .gap =
             "a provision that is lowered makes rules of all its exemptions at once, and one that is raised of none; "
             "cases are not judged one by one"},
        {.id = "S9.flat",
         .statement = "that share does not grow with the number of approvals",
         .measure = "share of exemptions made rules with twice the places and officers, less that with the usual ones",
         .band = {-0.05, 0.05},
         .source = "K1-K4 (V2)",
         .mechanism = "rulemaking answers to evidence on the market and to its lag, not to the number of exemptions",
         .arms = twice_the_places,
         .value = more_made_rules,
         .off = [](const Scenario&) { return std::vector<std::string>{"learning.rule_updates=never"}; },
         .not_applicable = without_waivable_rules},
    };
}

}  // namespace leeway
