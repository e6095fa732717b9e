// The regulator's Gaussian belief over the risk weights: its intervals hold the truth about as often as they say, it
// finds the truth where everything is seen, and silence of the vulnerable misleads it unless supervision looks itself.
#include <cmath>

#include "catch.hpp"
#include "sample.hpp"
#include "small_history.hpp"

using namespace leeway;

namespace {

WeightVector true_weights(const RiskLaw& risk) {
    WeightVector weights;
    weights << std::log(risk.base_rate), risk.autonomy, risk.data_sensitivity, risk.opacity, risk.novelty;
    return weights;
}

// Many services without what no feature explains: all that separates belief from truth is evidence.
Model explained_world() {
    Model model = small_model();
    Scenario& scenario = model.scenario;
    scenario.warm_up_months = 0;
    scenario.ideas.per_year = 120;
    scenario.ideas.bad_actor_share = 0;
    for (Sector& sector : scenario.sectors) sector.risk_spread = 0;
    for (Segment& segment : scenario.citizens.segments) {
        segment.vulnerability = segment.literacy = 1;
        segment.reporting = 1;
        segment.trust = 0.5;
    }
    scenario.firms.maximum_effort = 0;
    scenario.regulators.effort_spread = 0;
    scenario.regulators.prior_spread = 1;
    scenario.regulators.officer_hours = 1e6;
    return model;
}

// Every firm that can comes through a sandbox that sees all harms, then and afterwards.
Design full_supervision() {
    Design design = small_sandbox();
    design.sandbox[0].places = 1000;
    design.supervision.monitoring = 1;
    design.gate.rule = GateRule::fixed_term;
    design.exit.surveillance = 1;
    design.exit.surveillance_months = 240;
    design.learning.rule_updates = RuleUpdates::off;
    return design;
}

/// Mean and error of something over replicates of `model` under `design`, read at the end.
template <class Read>
Sample over_replicates(const Model& model, const Design& design, std::int32_t months, std::string_view test,
                       Read read) {
    Sample sample;
    for (std::uint64_t r = 0; r < 6; ++r) {
        World world = build_world(model.scenario, model.adaptation, test_key(test, r), months);
        simulate(world, model.month, model.phases, design, months, [](const World&) {});
        sample.add(read(world));
    }
    return sample;
}

double distance_from_truth(const World& world) {
    const Regulator& regulator = world.jurisdictions[0].regulators[0];
    return (regulator.belief_mean - true_weights(world.scenario->risk)).norm();
}

double error_of_intercept(const World& world) {
    return world.jurisdictions[0].regulators[0].belief_mean[0] - std::log(world.scenario->risk.base_rate);
}

}  // namespace

TEST_CASE("nominal 90 % intervals of the belief hold the truth in at least 80 % of launches") {
    Model model = small_model();
    model.scenario.ideas.per_year = 150;
    model.scenario.regulators.officer_hours = 2'000;
    double covered = 0, tested = 0;
    for (std::uint64_t r = 0; r < 10; ++r) {
        const Recording run = run_history(model, {}, small_sandbox(), test_key("coverage", r), 60);
        const double launches = run.last().counts.belief_tests - run.start().counts.belief_tests;
        covered += launches * find_metric("belief_coverage")->value(run);
        tested += launches;
    }
    INFO("covered " << covered << " of " << tested);
    REQUIRE(tested > 1'000);
    CHECK(covered / tested >= 0.8);
    CHECK(covered / tested <= 0.99);
}

TEST_CASE("where everybody complains and supervision sees everything, the belief's error shrinks with evidence") {
    const Model model = explained_world();
    const auto error_after = [&](std::int32_t months) {
        return over_replicates(model, full_supervision(), months, "evidence", distance_from_truth).mean();
    };
    const double at_first = error_after(0), early = error_after(12), later = error_after(36), late = error_after(96);
    INFO("distance " << at_first << ", " << early << ", " << later << ", " << late);
    CHECK(early < at_first);
    CHECK(later < 0.7 * early);
    CHECK(late < 0.7 * later);
    CHECK(late < 0.1);
}

TEST_CASE("more people are more evidence, and the belief is nearer to the truth") {
    Model few = explained_world(), many = explained_world();
    few.scenario.citizens.population = 20'000;
    many.scenario.citizens.population = 2'000'000;
    const Sample wide = over_replicates(few, full_supervision(), 48, "people", distance_from_truth),
                 near = over_replicates(many, full_supervision(), 48, "people", distance_from_truth);
    INFO("few " << wide.mean() << ", many " << near.mean());
    CHECK(near.mean() < 0.6 * wide.mean());
}

TEST_CASE("silence of the vulnerable makes services look safer than they are, unless supervision looks itself") {
    Model model = explained_world();
    auto& segments = model.scenario.citizens.segments;
    segments[0].share = segments[1].share = 0.5;
    segments[0].vulnerability = 0.4;
    segments[1].vulnerability = 1.6;
    segments[0].reporting = 0.4;
    segments[1].reporting = 0.1;
    model.scenario.firms.count = 0;
    model.scenario.firms.believed_authorised = 0;
    model.scenario.firms.believed_admitted = model.scenario.firms.believed_graduated = 1;
    model.scenario.firms.file_error = 0;
    model.adaptation.firms = false;
    Design unsupervised = full_supervision();
    unsupervised.supervision.monitoring = unsupervised.exit.surveillance = 0;
    const double seen = 0.5 * 0.4 * 0.4 + 0.5 * 1.6 * 0.1, supposed = 0.5 * 0.4 + 0.5 * 0.1;
    const Sample misled = over_replicates(model, unsupervised, 72, "silence", error_of_intercept),
                 supervised = over_replicates(model, full_supervision(), 72, "silence", error_of_intercept);
    INFO("intercept off by " << misled.mean() << " (exact " << std::log(seen / supposed) << "), supervised "
                             << supervised.mean());
    CHECK(misled.mean() == Approx(std::log(seen / supposed)).margin(0.1));
    CHECK(std::abs(supervised.mean()) < 0.1);
}
