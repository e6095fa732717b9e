// The plain loop over citizens and the model's engine give the same bits, on random small worlds: own and common paces,
// every kind of network, caps, assigned sectors, several jurisdictions, churn and harm.
#include "catch.hpp"
#include "plain_citizens.hpp"
#include "sample.hpp"
#include "small_history.hpp"
#include "world/network.hpp"
#include "world/quiet_blocks.hpp"

using namespace leeway;

namespace {

// Number `n` of a series of different small worlds.
Model varied_model(std::uint32_t n) {
    Model model = small_model();
    const Draws draws(test_key("varied", n), "varied");
    const auto between = [&](std::uint32_t what, double low, double high) {
        return low + draws.uniform(what) * (high - low);
    };
    CitizenGroup& citizens = model.scenario.citizens;
    citizens.count = static_cast<std::int64_t>(between(0, 2, 1500));
    citizens.population = citizens.count * static_cast<std::int64_t>(between(1, 1, 100));
    citizens.network = static_cast<NetworkKind>(n % 6);
    citizens.degree = between(2, 2, 12);
    citizens.homophily = between(3, 0, 1);
    model.scenario.sectors[n % 2].enrolment = n % 3 == 0 ? Enrolment::assigned : Enrolment::chosen;
    model.scenario.sectors[0].imitation = between(4, 0, 3);
    model.scenario.sectors[1].innovation = between(5, 0, 2);
    model.scenario.sectors[n % 2].organisation_size = n % 5 == 0 ? between(9, 1, 40) * citizens.represents() : 0;
    model.scenario.sectors[1].field_quality = n % 7 == 0 ? 0.6 : 1;
    model.scenario.sectors[0].outside_appeal = n % 7 == 1 ? 0.8 : 0;
    Adopt& adopt = std::get<Adopt>(model.month);
    adopt.trust_exponent = n % 4 == 0 ? 0 : n % 4 == 1 ? 1 : between(6, 0, 3);
    adopt.churn = between(7, 0, 0.2);
    adopt.abandonment_loss = between(8, 0, 1);
    return model;
}

void catch_up_all(World& world) {
    for (SectorUse& use : world.citizens.use) {
        for (std::uint32_t i = 0; i < world.citizens.count() && !use.blocks.empty(); ++i)
            awake_block(use, world.citizens, i);
    }
}

void check_same(const World& fast, const World& plain) {
    for (std::size_t k = 0; k < fast.sectors(); ++k) {
        const SectorUse &one = fast.citizens.use[k], &other = plain.citizens.use[k];
        CHECK(one.product == other.product);
        CHECK(one.spell == other.spell);
        CHECK(one.using_neighbours == other.using_neighbours);
        CHECK(one.threshold == other.threshold);
    }
    CHECK(fast.citizens.trust == plain.citizens.trust);
    CHECK(fast.citizens.services == plain.citizens.services);
    CHECK(fast.persons_active == plain.persons_active);
    CHECK(fast.products.users == plain.products.users);
    CHECK(fast.firms.capital == plain.firms.capital);
}

}  // namespace

TEST_CASE("the engine gives the bits of the plain loop on random small worlds") {
    std::uint64_t users = 0;
    for (std::uint32_t n = 0; n < 24; ++n) {
        INFO("world " << n);
        const Model model = varied_model(n);
        World fast = build_world(model.scenario, model.adaptation, run_key(7, n, 0), 30), plain = fast;
        const auto look_on = [](const World&) {};
        simulate(fast, model.month, model.phases, small_sandbox(), 30, look_on);
        const Phases<PlainMonth> phases{model.phases.on};
        simulate(plain, plain_month(model.month), phases, small_sandbox(), 30, look_on);
        catch_up_all(fast);
        check_same(fast, plain);
        users += fast.citizens.use[0].users + fast.citizens.use[1].users;
    }
    CHECK(users > 1000);
}
