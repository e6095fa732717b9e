// S14 and S18: trust is lost fast and comes back slowly (Slovic 1993), and a badge can sell risk as if it were taken
// care of (Brown and Piroska 2022).
#include <algorithm>
#include <cmath>

#include "core/results.hpp"
#include "experiment/validity/facts.hpp"
#include "experiment/validity/readings.hpp"

namespace leeway {
namespace {

constexpr std::int32_t scandal_begins = 12, scandal_ends = 18;

// Half a year in which every service does five times the harm, which victims notice at once: the delay until they do
// would stretch the fall as well as the recovery.
std::vector<Arm> with_and_without_scandal(const Scenario&) {
    const std::vector<std::string> noticed{"sectors.months_until_noticed=0"};
    const Disturbance scandal{{"harm.rate_multiplier=5"}, scandal_begins, scandal_ends};
    return {{untested, noticed, scandal}, {untested, noticed}};
}

// What the scandal took from mean trust, by month from month 0.
std::vector<double> lost_trust(std::span<const History> arms) {
    const auto start = static_cast<std::size_t>(-arms[0].recording.first_month);
    std::vector<double> lost;
    for (std::size_t j = start + 1; j < arms[0].recording.snapshots.size(); ++j)
        lost.push_back(arms[1].recording.snapshots[j].governed().trust_mean -
                       arms[0].recording.snapshots[j].governed().trust_mean);
    return lost;
}

// Speed of the fall to the lowest point over the speed with which half of it comes back. A run that ends before then
// understates the ratio.
double fall_over_recovery(std::span<const History> arms) {
    const std::vector<double> lost = lost_trust(arms);
    const auto worst = std::max_element(lost.begin() + scandal_begins, lost.end());
    const double depth = *worst;
    if (depth <= 0) return missing_value;
    const auto half = std::find_if(worst, lost.end(), [&](double left) { return left <= depth / 2; });
    const auto months_down = static_cast<double>(worst - lost.begin() - scandal_begins + 1);
    const auto months_up = static_cast<double>(half - worst);
    return depth / months_down / (depth / 2 / months_up);
}

double users_of_graduates(const World& world) {
    double users = 0;
    for (std::size_t p = 0; p < world.products.count(); ++p)
        users += world.products.graduated[p] && on_market(world.products.stage[p]) ? world.products.users[p] : 0;
    return users;
}

std::vector<Arm> badge_and_none(const Scenario&) {
    return {{tested, {"safeguards.disclosure=0", "exit.label=1"}},
            {tested, {"safeguards.disclosure=0", "exit.label=0"}}};
}

std::vector<std::string> without_relief(const Scenario&) {
    return {"waivers.share=0", "waivers.kept_after_exit=0", "waivers.liability_shield=0"};
}

std::string without_choice(const Scenario& scenario) {
    const bool some = std::any_of(scenario.sectors.begin(), scenario.sectors.end(),
                                  [](const Sector& sector) { return sector.enrolment == Enrolment::chosen; });
    return some ? "" : "nobody chooses a service: agencies decide on a caseload";
}

std::string without_harm(const Scenario& scenario) {
    return scenario.risk.base_rate > 0 ? "" : "services do no harm here";
}

std::string without_waivers_of_market(const Scenario& scenario) {
    for (const Provision& provision : scenario.provisions.items) {
        if (provision.waivable) return without_new_firms(scenario);
    }
    return "no provision may be waived";
}

}  // namespace

std::vector<Fact> trust_facts() {
    return {
        {.id = "S14",
         .statement = "trust is lost fast and comes back slowly",
         .measure =
             "speed of the fall of mean trust after half a year of fivefold harm, over the speed with which half "
             "of it returns",
         .band = {.low = 2},
         .source = "B12 (V2; about 26 once), B13 (V)",
         .mechanism =
             "victims lose trust at once and tell others; news adds to it; what is lost returns little by little",
         .arms = with_and_without_scandal,
         .value = fall_over_recovery,
         .off = [](const Scenario&) { return std::vector<std::string>{"react.trust.recovery=1"}; },
         .not_applicable = without_harm},
        {.id = "S18.badge",
         .kind = FactKind::input,
         .statement = "a badge raises adoption at equal quality",
         .measure = "users of graduates' services with a label, relative to the same without one, nothing disclosed",
         .band = {.low = 0},
         .source = "H19 (V: qualitative only)",
         .mechanism = "adopt.badge_pull on the choice of a service",
         .arms = badge_and_none,
         .value =
             [](std::span<const History> arms) {
                 return relative_gain(users_of_graduates(arms[0].world), users_of_graduates(arms[1].world));
             },
         .not_applicable = without_choice},
        {.id = "S18.risk",
         .statement = "risk-washing: a sandbox of waivers and a badge takes risks rather than taming them",
         .measure =
             "severity-weighted harm per user-month under waiver-only, relative to the same sandbox without relief "
             "or shield",
         .band = {.low = 0},
         .source = "H19, H20 (V, V2: qualitative only)",
         .mechanism = "relieved and shielded firms choose less effort, and lifted provisions protect nobody",
         .arms =
             [](const Scenario& scenario) {
                 return std::vector<Arm>{{"waiver-only"}, {"waiver-only", without_relief(scenario)}};
             },
         .value =
             [](std::span<const History> arms) {
                 return relative_gain(outcome(arms[0], "harm_per_1000_user_months"),
                                      outcome(arms[1], "harm_per_1000_user_months"));
             },
         .off = without_relief,
         .not_applicable = without_waivers_of_market},
    };
}

}  // namespace leeway
