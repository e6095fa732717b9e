// What an evaluator finds in the results against the true effect of admission, which paired runs with a placebo sandbox
// tell: a lottery among applicants finds it, a comparison after selection by merit is off by what the placebo shows.
#include <cmath>

#include "catch.hpp"
#include "experiment/validity/bare_model.hpp"
#include "metrics/follow_up.hpp"
#include "metrics/metric_table.hpp"
#include "metrics/recording.hpp"
#include "rules/simulate.hpp"
#include "sample.hpp"

using namespace leeway;

namespace {

constexpr std::int32_t months = 60;
constexpr std::uint64_t replicates = 300;

// Everybody applies, whoever is turned down files for an authorisation, nobody fails or learns; what differs between
// firms is their quality, which investors see, and the signal of admission. Spillover, displacement and reapplication
// are off.
Model applicants() {
    Model model = bare_model({"enter", "choose_route", "regulate", "launch", "finance"});
    Scenario& scenario = model.scenario;
    scenario.ideas.per_year = 120;
    scenario.ideas.quality_spread = 0.7;
    let_all_apply(model);
    scenario.firms.burn = scenario.firms.burn_before_launch = 0;
    scenario.firms.believed_authorised = 0.5;
    scenario.firms.spillover_multiplier = 0;
    scenario.firms.displacement = false;
    scenario.regulators.officer_hours = 1e9;
    scenario.regulators.assessment_noise = 0.3;
    scenario.funding.chance = 0.02;
    scenario.funding.sandbox_boost = 1;
    scenario.funding.kept_value = 0;  // so that a placebo attracts the same firms
    std::get<Finance>(model.month).market_factor = 1;
    std::get<Regulate>(model.month).run_lab.start_probability = 1;
    return model;
}

Design programme(Selection selection) {
    Design design;
    design.sandbox[0].places = 20;
    design.intake.selection = selection;
    design.gate.rule = GateRule::fixed_term;
    return design;
}

double naive_difference(const World& world) {
    const auto groups = follow_up_of(world);
    return groups[static_cast<std::size_t>(Decision::admitted)].raised_after -
           groups[static_cast<std::size_t>(Decision::rejected)].raised_after;
}

double raised_by_admitted(const World& world) {
    return follow_up_of(world)[static_cast<std::size_t>(Decision::admitted)].raised_after;
}

/// Over replicates: what the evaluator finds, the truth of the admitted firms, and what is wrong with it.
struct Mirror {
    Sample found, effect, bias;
    double largest_gap = 0;  ///< between the bias and what the placebo's evaluator finds, in any replicate
};

Mirror hold_up(Selection selection) {
    const Model model = applicants();
    Design placebo = programme(selection);
    placebo.sandbox[0].placebo = true;
    Mirror mirror;
    for (std::uint64_t r = 0; r < replicates; ++r) {
        const std::uint64_t key = test_key("mirror", r);
        const World with = live(model, programme(selection), key, months), without = live(model, placebo, key, months);
        REQUIRE(with.firms.decision == without.firms.decision);
        const double effect = raised_by_admitted(with) - raised_by_admitted(without);
        const double bias = naive_difference(with) - effect;
        mirror.found.add(naive_difference(with));
        mirror.effect.add(effect);
        mirror.bias.add(bias);
        mirror.largest_gap = std::max(mirror.largest_gap, std::abs(bias - naive_difference(without)));
    }
    return mirror;
}

}  // namespace

TEST_CASE("under a lottery the naive difference is the true effect on admitted firms") {
    const Mirror mirror = hold_up(Selection::lottery);
    INFO("found " << mirror.found.mean() << ", true " << mirror.effect.mean() << ", bias " << mirror.bias.mean()
                  << " +- " << mirror.bias.error());
    CHECK(mirror.effect.z(0) > z_limit);
    CHECK(std::abs(mirror.bias.z(0)) < z_limit);
    CHECK(mirror.largest_gap < 1e-6);
}

TEST_CASE("under merit the naive difference is off by the selection that a placebo shows") {
    const Mirror mirror = hold_up(Selection::merit);
    INFO("found " << mirror.found.mean() << ", true " << mirror.effect.mean() << ", bias " << mirror.bias.mean()
                  << " +- " << mirror.bias.error());
    CHECK(mirror.effect.z(0) > z_limit);
    CHECK(mirror.bias.z(0) > z_limit);
    CHECK(mirror.largest_gap < 1e-6);
}

TEST_CASE("without a causal effect a lottery finds none, and merit finds one all the same") {
    Model model = applicants();
    model.scenario.funding.sandbox_effect_multiplier = 0;
    Sample lottery, merit;
    for (std::uint64_t r = 0; r < replicates; ++r) {
        const std::uint64_t key = test_key("mirror without effect", r);
        lottery.add(naive_difference(live(model, programme(Selection::lottery), key, months)));
        merit.add(naive_difference(live(model, programme(Selection::merit), key, months)));
    }
    INFO("lottery " << lottery.mean() << ", merit " << merit.mean());
    CHECK(std::abs(lottery.z(0)) < z_limit);
    CHECK(merit.z(0) > z_limit);
}

TEST_CASE("the data of the mirror are outcomes of the run, and a programme that evaluates itself finds the same") {
    const Model model = applicants();
    Design design = programme(Selection::merit);
    design.evaluation.method = EvaluationMethod::lottery;  // then a lottery admits
    World world = build_world(model.scenario, model.adaptation, test_key("mirror data", 0), months);
    Recording recording = begin_recording(world);
    simulate(world, model.month, model.phases, design, months, [&](const World& now) { record_month(recording, now); });
    end_recording(recording, world, design);
    const auto outcome = [&](std::string_view name) { return find_metric(name)->value(recording); };
    const double difference = outcome("mirror_admitted_raised_after") - outcome("mirror_rejected_raised_after");
    CHECK(difference == naive_difference(world));
    CHECK(outcome("programme_estimate") == difference);
    CHECK(outcome("mirror_admitted_firms") > 50);
    CHECK(outcome("mirror_rejected_firms") > 50);
}
