// What harms may be besides independent and alike: two kinds of error, shocks that run along links, and users of
// another size. Counts and sums are known exactly.
#include <cmath>

#include "catch.hpp"
#include "experiment/validity/bare_model.hpp"
#include "rules/harm/errors.hpp"
#include "rules/harm/shock.hpp"
#include "rules/simulate.hpp"
#include "sample.hpp"

using namespace leeway;

namespace {

constexpr std::int32_t months = 240;

// All use the service of one incumbent every month.
Model everybody_uses_it(std::int64_t people) {
    Model model = bare_model({"adopt", "harm"});
    model.scenario.citizens.population = model.scenario.citizens.count = people;
    model.scenario.sectors[0].market_ceiling = model.scenario.sectors[0].initial_uptake = 1;
    model.scenario.risk.base_rate = 0.02;
    model.scenario.firms.count = 1;
    model.scenario.ideas.per_year = 0;
    model.scenario.ideas.quality_spread = 0;
    Adopt& adopt = std::get<Adopt>(model.month);
    adopt.churn = adopt.trust_exponent = 0;
    adopt.activity = 1;
    return model;
}

double ledger(const World& world, double HarmCell::*member) {
    double sum = 0;
    for (const HarmCell& cell : world.ledger.cells) sum += cell.*member;
    return sum;
}

double still_to_notice(const World& world) {
    double events = 0;
    for (const auto& month : world.noticed_in) events += static_cast<double>(month.size());
    return events;
}

}  // namespace

TEST_CASE("missed cases are a share of harms, with a severity and a silence of their own") {
    Model model = everybody_uses_it(2000);
    Sector& sector = model.scenario.sectors[0];
    sector.missed_share = 0.3;
    sector.missed_severity = 5;
    sector.missed_noticed = 0;
    const World world = live(model, Design{}, test_key("missed", 0), months);
    const double harms = ledger(world, &HarmCell::occurred), missed = world.total(&Counts::missed_cases);
    CHECK(std::abs(missed - 0.3 * harms) < z_limit * std::sqrt(harms * 0.3 * 0.7));
    CHECK(ledger(world, &HarmCell::severity) == Approx(harms + 4 * missed));
    CHECK(still_to_notice(world) == harms - missed);
}

TEST_CASE("a missed case is noticed after a geometric delay of its own mean, if ever") {
    const Sector sector{.name = "diagnosis",
                        .months_until_noticed = 1,
                        .missed_share = 0.4,
                        .missed_months_until_noticed = 20,
                        .missed_noticed = 0.7};
    const Draws draws(test_key("delay", 0), "kinds"), luck(test_key("delay", 0), "luck");
    Sample missed, noticed, late, soon;
    for (std::uint32_t h = 0; h < 20'000; ++h) {
        const ErrorKind kind = kind_of_error(sector, draws, 1, 0, h);
        const auto delay = static_cast<double>(months_until_noticed(kind, luck.uniform(1, 0, h)));
        missed.add(kind.missed ? 1 : 0);
        if (kind.missed) noticed.add(kind.ever_noticed ? 1 : 0);
        if (kind.ever_noticed) (kind.missed ? late : soon).add(delay);
    }
    CHECK(std::abs(missed.z(0.4)) < z_limit);
    CHECK(std::abs(noticed.z(0.7)) < z_limit);
    CHECK(std::abs(late.z(20)) < z_limit);
    CHECK(std::abs(soon.z(1)) < z_limit);
}

TEST_CASE("a shock that strikes all harms every active person, in the months that its rate gives") {
    Model model = everybody_uses_it(200);
    model.scenario.risk.base_rate = 0;
    model.scenario.sectors[0].shock_rate = 3;
    model.scenario.sectors[0].shock_severity = 7;
    World world = build_world(model.scenario, model.adaptation, test_key("shock", 0), months);
    double shocks = 0, before = 0;
    simulate(world, model.month, model.phases, Design{}, months, [&](const World& now) {
        const double struck = now.total(&Counts::shock_harms) - before;
        before += struck;
        shocks += struck > 0 ? 1 : 0;
        if (struck > 0) CHECK(struck == 200);
    });
    const double chance = -std::expm1(-3.0 / 12);
    CHECK(std::abs(shocks - months * chance) < z_limit * std::sqrt(months * chance * (1 - chance)));
    CHECK(ledger(world, &HarmCell::occurred) == before);
    CHECK(ledger(world, &HarmCell::severity) == Approx(7 * before));
    CHECK(still_to_notice(world) == before);  // each is noticed in its month, when nobody reacts here
}

// On a ring, a citizen escapes if its cluster of open links holds no seed; a cluster reaches a geometric number of
// citizens to either side.
TEST_CASE("a shock that runs along the links of a ring strikes the clusters of bond percolation") {
    Model model = everybody_uses_it(4000);
    model.scenario.citizens.network = NetworkKind::ring;
    model.scenario.citizens.degree = 2;
    const double first = 0.05, link = 0.8;
    model.scenario.sectors[0].shock_share = first;
    model.scenario.sectors[0].shock_contagion = link;
    World world = live(model, Design{}, test_key("contagion", 0), 1);
    update_users(world);
    const Draws draws(test_key("contagion", 0), "shock");
    Sample struck;
    for (world.month = 0; world.month < 200; ++world.month)
        struck.add(static_cast<double>(struck_users(world, 0, draws).size()) / 4000);
    const double side = (1 - link) / (1 - link * (1 - first)), exact = 1 - (1 - first) * side * side;
    INFO(struck.mean() << " +- " << struck.error() << ", exact " << exact);
    CHECK(std::abs(struck.z(exact)) < z_limit);
}

TEST_CASE("users of another size suffer as many harms, each as much larger") {
    const Model persons = everybody_uses_it(1000);
    Model firms = persons;
    firms.scenario.sectors[0].user_size = 25;
    const World small = live(persons, Design{}, test_key("size", 0), months),
                large = live(firms, Design{}, test_key("size", 0), months);
    CHECK(ledger(large, &HarmCell::occurred) == ledger(small, &HarmCell::occurred));
    CHECK(ledger(large, &HarmCell::severity) == Approx(25 * ledger(small, &HarmCell::severity)));
    CHECK(large.total(&Counts::benefit_user_months) == Approx(25 * small.total(&Counts::benefit_user_months)));
    CHECK(ledger(small, &HarmCell::occurred) > 1000);
}
