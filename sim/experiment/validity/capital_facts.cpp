// S1 to S3: firms in a sandbox raise more money (Cornelli and others 2020), part or all of which is that better firms
// are picked (Hellmann, Montag and Vulkan 2022), and who gains most.
#include "core/results.hpp"
#include "experiment/validity/facts.hpp"
#include "experiment/validity/readings.hpp"

namespace leeway {
namespace {

std::vector<Arm> with_and_without_signal(const Scenario&) {
    return {{tested}, {tested, {"funding.sandbox_effect_multiplier=0"}}};
}

// The perfect match: the admitted of a world in which admission tells investors nothing.
double gain_by_signal(std::span<const History> arms) {
    const FirmFilter admitted = decided_as(Decision::admitted, follow_up_months);
    return relative_gain(share_of_firms(arms[0].world, admitted, is_funded),
                         share_of_firms(arms[1].world, admitted, is_funded));
}

// Firms that were turned down, for want of places or of what is asked of them.
bool is_turned_down(const World& world, std::size_t f) {
    return decided_as(Decision::rejected, follow_up_months)(world, f) ||
           decided_as(Decision::ineligible, follow_up_months)(world, f);
}

double gap_of_admitted(std::span<const History> arms) {
    const World& world = arms[0].world;
    return relative_gain(share_of_firms(world, decided_as(Decision::admitted, follow_up_months), is_funded),
                         share_of_firms(world, is_turned_down, is_funded));
}

// What the signal of admission adds to the chance of money, among firms admitted at one age.
double signal_gain(std::span<const History> arms, bool young) {
    const FirmFilter admitted = decided_as(Decision::admitted, follow_up_months);
    const FirmFilter meant = [&](const World& world, std::size_t f) {
        return admitted(world, f) && (world.firms.decided[f] - world.firms.founded[f] <= 6) == young;
    };
    return relative_gain(share_of_firms(arms[0].world, meant, is_funded),
                         share_of_firms(arms[1].world, meant, is_funded));
}

// How many more of the admitted launch than of the same firms in the other arm.
double launches_gained(const World& with, const World& without) {
    constexpr std::int32_t months = 36;
    const FirmFilter admitted = decided_as(Decision::admitted, months);
    double gained = 0;
    for (std::size_t f = 0; f < with.firms.count(); ++f) {
        if (!admitted(with, f)) continue;
        const std::int32_t end = with.firms.decided[f] + months;
        gained += (with.products.launched[f] < end ? 1 : 0) - (without.products.launched[f] < end ? 1 : 0);
    }
    return gained / count_firms(with, admitted);
}

std::vector<std::string> without_dialogue(const Scenario&) {
    return {"sandbox.advice=0", "regulate.supervise.dialogue=0"};
}

// Under clear and under unclear law, the sandbox as it is and without dialogue.
std::vector<Arm> clear_and_unclear_law(const Scenario& scenario) {
    std::vector<Arm> arms;
    for (const char* ambiguity : {"sectors.ambiguity=0.5", "sectors.ambiguity=1.5"}) {
        std::vector<std::string> silent = without_dialogue(scenario);
        silent.insert(silent.begin(), ambiguity);
        arms.push_back({tested, {ambiguity}});
        arms.push_back({tested, silent});
    }
    return arms;
}

}  // namespace

std::vector<Fact> capital_facts() {
    return {
        {.id = "S1",
         .kind = FactKind::input,
         .statement = "firms in a sandbox raise more money than their peers",
         .measure = "chance of admitted firms to raise money within 24 months, relative to the same without the signal",
         .band = {0, 0.5},
         .source = "O1 (V, contested), O4 (V2)",
         .mechanism = "funding.sandbox_boost after admission and graduation",
         .arms = with_and_without_signal,
         .value = gain_by_signal,
         .not_applicable = without_new_firms},
        {.id = "S2",
         .statement = "part or all of that is selection: better firms are picked",
         .measure = "chance to raise money of admitted firms relative to those turned down, where admission relaxes, "
                    "supervises and signals nothing (placebo)",
         .band = {.low = 0},
         .source = "O4 (V2), P9 (V)",
         .mechanism = "officers turn down what looks poor, and investors pay for quality too",
         .arms =
             [](const Scenario&) {
                 return std::vector<Arm>{{tested, {"sandbox.placebo=true"}}};
             },
         .value = gap_of_admitted,
         .off = [](const Scenario&) { return std::vector<std::string>{"finance.quality_exponent=0"}; },
         .not_applicable = without_new_firms},
        {.id = "S3.age",
         .statement = "the gain of money is largest for young, opaque firms",
         .measure = "gain of the chance to raise money by the signal, firms admitted in their first six months less "
                    "older ones",
         .band = {.low = 0},
         .source = "O1 (V, the channel), O3 (R-med)",
         .mechanism = "none",
         .arms = with_and_without_signal,
         .value = [](std::span<const History> arms) { return signal_gain(arms, true) - signal_gain(arms, false); },
         .off = [](const Scenario&) { return std::vector<std::string>{"funding.sandbox_effect_multiplier=0"}; },
         .not_applicable = without_new_firms,
         .gap = "the signal of a sandbox multiplies every firm's chance of money alike; nothing in the model makes "
                "investors know less of young or small firms"},
        {.id = "S3.law",
         .statement = "the dialogue of a sandbox gains firms most where the rules are uncertain",
         .measure =
             "launches gained by dialogue per admitted firm, where law is unclear (ambiguity 1.5) less where it is "
             "clear (0.5)",
         .band = {.low = 0},
         .source = "O1 (V, the channel)",
         .mechanism =
             "dialogue removes a share of a firm's error about its obligations, which unclear law makes larger",
         .arms = clear_and_unclear_law,
         .value =
             [](std::span<const History> arms) {
                 return launches_gained(arms[2].world, arms[3].world) - launches_gained(arms[0].world, arms[1].world);
             },
         .off = without_dialogue,
         .not_applicable = without_new_firms},
    };
}

}  // namespace leeway
