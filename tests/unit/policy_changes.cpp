// Levers over time: changes by date and by condition, how long they last, and what they may touch.
#include "catch.hpp"
#include "rules/levers.hpp"
#include "small_history.hpp"

using namespace leeway;

namespace {

World world_in_month(const Model& model, std::int32_t month) {
    World world = build_world(model.scenario, model.adaptation, 1, 24);
    world.month = month;
    return world;
}

Design with_change(Change change) {
    Design design;
    design.sandbox[0].places = 4;
    design.changes = {std::move(change)};
    return design;
}

}  // namespace

TEST_CASE("a dated change comes into force in its month and returns after it has lasted") {
    const Model model = small_model();
    World world = world_in_month(model, 0);
    Policy policy({with_change({.lever = "sandbox.places", .value = 9, .month = 3, .lasts = 2})});
    const std::array<std::int64_t, 7> places{4, 4, 4, 9, 9, 4, 4};
    for (const std::int64_t expected : places) {
        CHECK(policy.in_force(world).of_jurisdiction(0).sandbox[0].places == expected);
        ++world.month;
    }
    CHECK(world.total(&Counts::changes_made) == 1);
}

TEST_CASE("a condition is met by the state of the world, and only from its month on") {
    const Model model = small_model();
    World world = world_in_month(model, 0);
    Policy policy({with_change(
        {.lever = "supervision.monitoring", .value = 0.8, .month = 2, .when = Condition::news_above, .threshold = 4})});
    world.jurisdictions[0].news = 5;
    CHECK(policy.in_force(world).of_jurisdiction(0).supervision.monitoring == 0);
    world.month = 2;
    world.jurisdictions[0].news = 3;
    CHECK(policy.in_force(world).of_jurisdiction(0).supervision.monitoring == 0);
    world.month = 3;
    world.jurisdictions[0].news = 5;
    CHECK(policy.in_force(world).of_jurisdiction(0).supervision.monitoring == 0.8);
    world.month = 4;
    world.jurisdictions[0].news = 0;  // made once, it stays
    CHECK(policy.in_force(world).of_jurisdiction(0).supervision.monitoring == 0.8);
}

TEST_CASE("trust and harm conditions read the jurisdiction's own citizens") {
    const Model model = small_model();
    World world = world_in_month(model, 0);
    Policy by_trust(
        {with_change({.lever = "gate.confidence", .value = 0.9, .when = Condition::trust_below, .threshold = 0.4})});
    Policy by_harm(
        {with_change({.lever = "gate.confidence", .value = 0.9, .when = Condition::harm_above, .threshold = 1})});
    CHECK(by_trust.in_force(world).of_jurisdiction(0).gate.confidence == Design{}.gate.confidence);
    CHECK(by_harm.in_force(world).of_jurisdiction(0).gate.confidence == Design{}.gate.confidence);
    for (float& trust : world.citizens.trust) trust = 0.3F;
    world.jurisdictions[0].detected_severity = 20;  // 20 * 12 * 1000 / 200,000 = 1.2 per 1,000 people-years
    CHECK(by_trust.in_force(world).of_jurisdiction(0).gate.confidence == 0.9);
    CHECK(by_harm.in_force(world).of_jurisdiction(0).gate.confidence == 0.9);
}

TEST_CASE("a change names a lever that exists, with a value in its range") {
    Design design;
    design.sandbox.resize(2);
    design.sandbox[1].name = "ai";
    CHECK(apply_change(design, {.lever = "sandbox.places", .value = 7}));
    CHECK((design.sandbox[0].places == 7 && design.sandbox[1].places == 7));
    CHECK(apply_change(design, {.lever = "sandbox[ai].places", .value = 3}));
    CHECK((design.sandbox[0].places == 7 && design.sandbox[1].places == 3));
    CHECK(apply_change(design, {.lever = "gate.rule", .word = "sequential"}));
    CHECK(design.gate.rule == GateRule::sequential);
    CHECK(apply_change(design, {.lever = "safeguards.kill_switch", .value = 1}));
    CHECK(design.safeguards.kill_switch);
    CHECK_FALSE(apply_change(design, {.lever = "sandbox.plaes", .value = 7}));
    CHECK_FALSE(apply_change(design, {.lever = "gate.confidence", .value = 2}));
    CHECK_FALSE(apply_change(design, {.lever = "gate.rule", .word = "guess"}));
}

TEST_CASE("a design without changes is one design for ever, in every jurisdiction") {
    Model model = small_model();
    model.scenario.jurisdictions.items = {
        JurisdictionItem{.name = "home", .population_share = 0.5, .idea_share = 0.5, .hours_share = 0.5},
        JurisdictionItem{.name = "away", .population_share = 0.5, .idea_share = 0.5, .hours_share = 0.5}};
    World world = world_in_month(model, 0);
    Policy policy({small_sandbox()});
    CHECK(policy.in_force(world).of_jurisdiction(1).sandbox[0].places == small_sandbox().sandbox[0].places);
    CHECK(world.jurisdictions[1].sandboxes.size() == 1);
    CHECK(world.total(&Counts::changes_made) == 0);
}
