// Harms are a Binomial number over active users: their mean and their variance are known exactly, over months and over
// the users of one service.
#include <cmath>

#include "catch.hpp"
#include "experiment/validity/bare_model.hpp"
#include "rules/simulate.hpp"
#include "sample.hpp"

using namespace leeway;

namespace {

constexpr std::int64_t people = 2000;
constexpr std::int32_t months = 600;
constexpr double rate = 0.02;

// All use the service of one incumbent every month.
Model everybody_uses_it() {
    Model model = bare_model({"adopt", "harm"});
    model.scenario.citizens.population = model.scenario.citizens.count = people;
    model.scenario.sectors[0].market_ceiling = model.scenario.sectors[0].initial_uptake = 1;
    model.scenario.risk.base_rate = rate;
    model.scenario.firms.count = 1;
    model.scenario.ideas.per_year = 0;
    Adopt& adopt = std::get<Adopt>(model.month);
    adopt.churn = 0;
    adopt.trust_exponent = 0;
    adopt.activity = 1;
    return model;
}

double occurred(const World& world) {
    double sum = 0;
    for (const HarmCell& cell : world.ledger.cells) sum += cell.occurred;
    return sum;
}

}  // namespace

TEST_CASE("harms of a month are Binomial over the active users") {
    const Model model = everybody_uses_it();
    World world = build_world(model.scenario, model.adaptation, test_key("harm counts", 0), months);
    Sample counts;
    double before = 0;
    simulate(world, model.month, model.phases, Design{}, months, [&](const World& now) {
        counts.add(occurred(now) - before);
        before = occurred(now);
    });
    REQUIRE(world.products.active[0] == people);
    const double chance = -std::expm1(-rate), mean = people * chance, variance = mean * (1 - chance);
    CHECK(std::abs(counts.z(mean)) < z_limit);
    const double sampled = counts.error() * counts.error() * months;
    CHECK(std::abs(sampled / variance - 1) < z_limit * std::sqrt(2.0 / (months - 1)));
}
