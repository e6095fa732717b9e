// S4 and S15: after a first admission other firms of the sector enter more (Hellmann, Montag and Vulkan 2022); strict
// rules beforehand keep firms out, the incremental ones first (Aghion, Bergeaud and Van Reenen 2023).
#include <cmath>

#include "core/results.hpp"
#include "experiment/validity/facts.hpp"
#include "experiment/validity/readings.hpp"

namespace leeway {
namespace {

// A sandbox for the busiest sector alone, whose results are published and not published.
std::vector<Arm> published_and_secret(const Scenario& scenario) {
    const std::string only = "sandbox.sectors=[\"" + scenario.sectors[busiest_sector(scenario)].name + "\"]";
    return {{tested, {only, "transparency.publish=1"}}, {tested, {only, "transparency.publish=0"}}};
}

// Firms outside the sandbox, in the tested sector or in the others.
FirmFilter outsiders(std::size_t sector, bool inside_it) {
    return [=](const World& world, std::size_t f) {
        return is_entrant(world, f) && world.firms.decision[f] != Decision::admitted &&
               (world.products.sector[f] == sector) == inside_it;
    };
}

bool launches(const World& world, std::size_t f) { return world.products.launched[f] != never; }

template <class Measure>
double gain_beyond_other_sectors(std::span<const History> arms, const Measure& measure) {
    const std::size_t sector = busiest_sector(*arms[0].world.scenario);
    const auto gain = [&](bool inside_it) {
        const FirmFilter meant = outsiders(sector, inside_it);
        return relative_gain(measure(arms[0].world, meant), measure(arms[1].world, meant));
    };
    return gain(true) - gain(false);
}

double more_entry(std::span<const History> arms) { return gain_beyond_other_sectors(arms, count_firms); }

double more_launches(std::span<const History> arms) {
    return gain_beyond_other_sectors(arms, [](const World& world, const FirmFilter& meant) {
        return count_firms(world, [&](const World& w, std::size_t f) { return meant(w, f) && launches(w, f); });
    });
}

std::string without_other_sectors(const Scenario& scenario) {
    if (scenario.sectors.size() < 2) return "there is one sector, and none to compare it with";
    return without_new_firms(scenario);
}

double mean_quality(const World& world) {
    double sum = 0;
    for (std::size_t f = 0; f < world.firms.count(); ++f) sum += is_entrant(world, f) ? world.products.quality[f] : 0;
    return sum / count_firms(world, is_entrant);
}

std::vector<Arm> strict_and_usual_rules(const Scenario&) { return {{"precautionary"}, {untested}}; }

std::string without_rules(const Scenario& scenario) {
    if (scenario.provisions.items.empty()) return "there are no provisions that could be made stricter";
    return without_new_firms(scenario);
}

std::vector<std::string> without_spillover(const Scenario&) { return {"firms.spillover_multiplier=0"}; }

}  // namespace

std::vector<Fact> entry_facts() {
    return {
        {.id = "S4.entry",
         .statement = "beside a sandbox, other firms of its sector enter more",
         .measure = "entrants outside the sandbox, published against secret results: gain in the tested sector less "
                    "gain in the others",
         .band = {.low = 0},
         .source = "O4 (V2; size unknown)",
         .mechanism = "published tests show outsiders of the sector what is asked of them",
         .arms = published_and_secret,
         .value = more_entry,
         .off = without_spillover,
         .not_applicable = without_other_sectors,
         .gap =
             "whoever enters goes by what firms believe of an authorisation, and beliefs move with outcomes of peers; "
             "what is published shows only when a file is decided"},
        {.id = "S4.launch",
         .statement = "beside a sandbox, more of the other firms of its sector come to market",
         .measure = "launches outside the sandbox, published against secret results: gain in the tested sector less "
                    "gain in the others",
         .band = {.low = 0},
         .source = "O4 (V2; size unknown)",
         .mechanism =
             "published tests remove a share of outsiders' error about their obligations, in that sector alone",
         .arms = published_and_secret,
         .value = more_launches,
         .off = without_spillover,
         .not_applicable = without_other_sectors},
        {.id = "S15.entry",
         .kind = FactKind::input,
         .statement = "strict rules beforehand keep firms out",
         .measure = "entrants under every provision in full, relative to today's rules",
         .band = {.high = 0},
         .source = "B29 (V)",
         .mechanism = "enter.elasticity on the value of the best route; its prior is taken from the same source",
         .arms = strict_and_usual_rules,
         .value =
             [](std::span<const History> arms) {
                 return relative_gain(count_firms(arms[0].world, is_entrant), count_firms(arms[1].world, is_entrant));
             },
         .not_applicable = without_rules},
        {.id = "S15.quality",
         .statement = "strict rules keep incremental ideas out first: those who enter are better",
         .measure = "mean quality of entrants under every provision in full, less that under today's rules",
         .band = {.low = 0},
         .source = "B29 (V)",
         .mechanism = "entry responds to the value of the best route, which is higher for better ideas",
         .arms = strict_and_usual_rules,
         .value =
             [](std::span<const History> arms) { return mean_quality(arms[0].world) - mean_quality(arms[1].world); },
         .off = [](const Scenario&) { return std::vector<std::string>{"enter.elasticity=0"}; },
         .not_applicable = without_rules,
         .gap =
             "the chance of entry is exponential in the value of the best route: a cost that all bear alike thins all "
             "ideas by one factor, and a delay takes most from the best"},
    };
}

}  // namespace leeway
