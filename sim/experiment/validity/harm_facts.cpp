// S11 to S13: harm is rare inside and comes with scale, an unregulated boom has a heavy tail, and harm falls on the
// vulnerable. No study with a control group measures harm inside against outside; these rest on analogues.
#include <algorithm>
#include <functional>

#include "core/results.hpp"
#include "core/text.hpp"
#include "experiment/validity/facts.hpp"
#include "experiment/validity/readings.hpp"

namespace leeway {
namespace {

double detected_in_pilots(const World& world) {
    double sum = 0;
    const HarmLedger& ledger = world.ledger;
    const std::size_t cells = ledger.sectors * ledger.groups * ledger.causes;
    const std::size_t first = static_cast<std::size_t>(HarmStage::pilot) * cells;
    for (std::size_t cell = first; cell < first + cells; ++cell) sum += ledger.cells[cell].detected;
    return sum;
}

// Of the known harms of all services that were ever tested.
double share_after_the_test(std::span<const History> arms) {
    const World& world = arms[0].world;
    double known = 0;
    for (std::size_t p = 0; p < world.products.count(); ++p)
        known += world.products.tested[p] ? world.products.seen[p] : 0;
    return known > 0 ? 1 - detected_in_pilots(world) / known : missing_value;
}

bool came_to_market(const World& world, std::size_t p) {
    return world.products.launched[p] >= 0 && world.products.launched[p] != never && world.home(p) == 0;
}

// How many times the mean of all services the worst hundredth of them does.
double tail_of_harm(const World& world) {
    std::vector<double> known;
    for (std::size_t p = 0; p < world.products.count(); ++p) {
        if (came_to_market(world, p)) known.push_back(world.products.seen[p]);
    }
    std::sort(known.begin(), known.end(), std::greater<>());
    const std::size_t worst = std::max<std::size_t>(1, known.size() / 100);
    double all = 0, of_worst = 0;
    for (std::size_t i = 0; i < known.size(); ++i) {
        all += known[i];
        of_worst += i < worst ? known[i] : 0;
    }
    return all > 0 ? of_worst / static_cast<double>(worst) / (all / static_cast<double>(known.size())) : missing_value;
}

bool firm_has_failed(const World& world, std::size_t f) {
    return is_entrant(world, f) && world.firms.status[f] == FirmStatus::failed;
}

bool is_fraud(const World& world, std::size_t f) { return world.products.bad_actor[f] != 0; }

std::string without_market(const Scenario& scenario) {
    if (scenario.risk.base_rate <= 0) return "services do no harm here";
    return without_new_firms(scenario);
}

// Every segment is as vulnerable as the average person, and those counted as vulnerable keep being counted.
std::vector<std::string> equal_vulnerability(const Scenario& scenario) {
    std::vector<std::string> equal;
    for (std::size_t s = 0; s < scenario.citizens.segments.size(); ++s) {
        const double value = scenario.citizens.segments[s].vulnerability > 1 ? 1.000001 : 1;
        equal.push_back("citizens.segments[" + std::to_string(s) + "].vulnerability=" + number_text(value));
    }
    return equal;
}

std::string without_vulnerable(const Scenario& scenario) {
    const double share = vulnerable_share(scenario);
    if (share > 0 && share < 1) return "";
    return share > 0 ? "everybody is vulnerable" : "nobody is more vulnerable than others";
}

// The rules come back to both arms, and the sandbox closes.
std::vector<std::string> with_rules_for_all(const Scenario&) {
    return {"rulebook.authorisation_required=true", "rulebook.level_ceiling=1", "sandbox.places=0"};
}

}  // namespace

std::vector<Fact> harm_facts() {
    return {
        {.id = "S11.rate",
         .statement = "harm is rare inside a sandbox: about 0.1 to 1 in 1,000",
         .measure = "known harms in live tests per 1,000 active user-months",
         .band = {0.09, 0.81},
         .source = "H1 (V2, D; legal services, per service)",
         .mechanism = "safeguards, provisions that stay, effort and suspensions, on risk of an assumed base rate",
         .arms = sandbox_as_it_is,
         .value =
             [](std::span<const History> arms) { return outcome(arms[0], "pilot_harm_seen_per_1000_user_months"); },
         .off =
             [](const Scenario&) {
                 return std::vector<std::string>{"safeguards.strength=0", "provisions.items.mitigation=0",
                                                 "firms.maximum_effort=0", "supervision.suspension_rate=1000"};
             },
         .not_applicable = without_market},
        {.id = "S11.scale",
         .statement = "harm comes with scale: most of it after the test",
         .measure = "share of the known harms of tested services that fall outside their tests",
         .band = {.low = 0.5},
         .source = "H7 (V), O14 (V2)",
         .mechanism = "caps on users and short tests hold exposure small until the market",
         .arms = sandbox_as_it_is,
         .value = share_after_the_test,
         .off =
             [](const Scenario&) {
                 return std::vector<std::string>{"sandbox.user_cap_multiplier=10000", "sandbox.pilot_months=60"};
             },
         .not_applicable = without_market},
        {.id = "S12.tail",
         .statement = "an unregulated boom has a heavier tail of harm",
         .measure = "known harms of the worst hundredth of new services over the mean of all, without rules less with "
                    "a sandbox",
         .band = {.low = 0},
         .source = "H11 (V), H12 (V2)",
         .mechanism = "no file is decided: nothing is refused or kept waiting, and the worst come early and grow large",
         .arms =
             [](const Scenario&) {
                 return std::vector<Arm>{{"permissive"}, {tested}};
             },
         .value =
             [](std::span<const History> arms) { return tail_of_harm(arms[0].world) - tail_of_harm(arms[1].world); },
         .off = with_rules_for_all,
         .not_applicable = without_market},
        {.id = "S12.fraud",
         .statement = "about a quarter of the failures of an unregulated boom are linked to fraud",
         .measure = "share of failed new firms without rules that were bad actors",
         .band = {0.15, 0.35},
         .source = "H11 (V)",
         .mechanism = "ideas.bad_actor_share",
         .arms = [](const Scenario&) { return std::vector<Arm>{{"permissive"}}; },
         .value =
             [](std::span<const History> arms) { return share_of_firms(arms[0].world, firm_has_failed, is_fraud); },
         .off = [](const Scenario&) { return std::vector<std::string>{"ideas.bad_actor_share=0"}; },
         .not_applicable = without_market,
         .gap = "the share of bad actors among ideas is a constant: nothing draws them to where nobody looks"},
        {.id = "S13.use",
         .kind = FactKind::input,
         .statement = "the vulnerable are harmed more often by what they use",
         .measure = "severity-weighted harm per 1,000 user-months of vulnerable segments, less that of the others",
         .band = {.low = 0},
         .source = "H8-H10 (V), H16 (V: sign, per mortgage)",
         .mechanism = "citizens.segments.vulnerability multiplies the rate of harm",
         .arms = [](const Scenario&) { return std::vector<Arm>{{untested}}; },
         .value = [](std::span<const History> arms) { return outcome(arms[0], "harm_gap"); },
         .not_applicable = without_vulnerable},
        {.id = "S13.head",
         .statement = "harm falls on the vulnerable more than on others, head by head",
         .measure = "share of severity-weighted harm on vulnerable segments, less their share of the population",
         .band = {.low = 0},
         .source = "H8-H10 (V), H16 (V: sign)",
         .mechanism = "they are harmed more often per use, against less use because of literacy, trust and income",
         .arms = [](const Scenario&) { return std::vector<Arm>{{untested}}; },
         .value =
             [](std::span<const History> arms) {
                 return outcome(arms[0], "harm_vulnerable_share") - vulnerable_share(*arms[0].world.scenario);
             },
         .off = equal_vulnerability,
         .not_applicable = without_vulnerable},
    };
}

}  // namespace leeway
