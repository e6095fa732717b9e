// Adoption on two levels without imitation is a sum of two exponential passages, known in closed form month by month.
#include "world/organisations.hpp"

#include <cmath>

#include "catch.hpp"
#include "experiment/validity/one_service.hpp"
#include "sample.hpp"

using namespace leeway;

namespace {

constexpr std::int32_t months = 48;
constexpr double innovation = 0.9;  // of members, per year
constexpr std::int64_t people = 3000;

Model schools_and_pupils(double of_schools, double ceiling) {
    Model model = one_service(people, NetworkKind::complete, innovation, 0);
    Sector& sector = model.scenario.sectors[0];
    sector.organisation_size = 10;
    sector.organisation_innovation = of_schools;
    sector.organisation_imitation = 0;
    sector.organisation_ceiling = ceiling;
    return model;
}

// An organisation that adopts in month m leaves its members the months m + 1 to the last.
double exact_share(double of_schools, double ceiling) {
    const double school = of_schools / 12, pupil = innovation / 12;
    double share = 0;
    for (int m = 0; m < months; ++m)
        share += -std::expm1(-school) * std::exp(-school * m) * -std::expm1(-pupil * (months - 1 - m));
    return ceiling * share;
}

World after(const Model& model, std::uint64_t replicate, std::int32_t until) {
    World world = build_world(model.scenario, model.adaptation, test_key("organisations", replicate), months);
    simulate(world, model.month, model.phases, Design{}, until, [](const World&) {});
    return world;
}

double share_of(const World& world) {
    return static_cast<double>(world.citizens.use[0].users) / world.citizens.count();
}

}  // namespace

TEST_CASE("pupils follow their schools as two passages in a row") {
    constexpr double of_schools = 0.5, ceiling = 0.6;
    const Model model = schools_and_pupils(of_schools, ceiling);
    Sample users, schools;
    for (std::uint64_t r = 0; r < 150; ++r) {
        const World world = after(model, r, months);
        users.add(share_of(world));
        schools.add(share_of_open_organisations(world, 0, 0));
    }
    INFO(users.mean() << " +- " << users.error() << ", exact " << exact_share(of_schools, ceiling));
    CHECK(std::abs(users.z(exact_share(of_schools, ceiling))) < z_limit);
    CHECK(std::abs(schools.z(ceiling * -std::expm1(-of_schools / 12 * months))) < z_limit);
}

TEST_CASE("schools that follow each other keep to the recursion of their mean") {
    Model model = schools_and_pupils(0.1, 1);
    model.scenario.citizens.population = model.scenario.citizens.count = 100'000;
    model.scenario.sectors[0].organisation_imitation = 1;
    const World world = after(model, 0, months);
    double expected = 0;
    for (int m = 0; m < months; ++m) expected += (1 - expected) * -std::expm1(-(0.1 + expected) / 12);
    CHECK(share_of_open_organisations(world, 0, 0) == Approx(expected).margin(0.05));
    CHECK(expected > 0.5);
}

TEST_CASE("nobody uses a service before their school has adopted, and each member keeps its own luck") {
    const Model model = schools_and_pupils(0.3, 1);
    const World world = after(model, 0, months / 2);
    Model alone = model;
    alone.scenario.sectors[0].organisation_size = 0;
    const World without = after(alone, 0, months / 2);
    int outside = 0, sooner = 0;
    world.citizens.for_each_organisation(10, [&](std::size_t number, const Stretch& members) {
        for (std::uint32_t i = members.begin; i < members.end; ++i) {
            const bool uses = world.citizens.use[0].product[i] != no_product;
            outside += uses && world.citizens.use[0].organisation_threshold[number] > 0 ? 1 : 0;
            sooner += uses && without.citizens.use[0].product[i] == no_product ? 1 : 0;
        }
    });
    CHECK(outside == 0);
    CHECK(sooner == 0);
    CHECK(world.citizens.use[0].users > 100);
    CHECK(world.citizens.use[0].users < without.citizens.use[0].users);
}

TEST_CASE("the first users come school by school, in the share that the sector names") {
    Model model = schools_and_pupils(0.3, 0.5);
    model.scenario.sectors[0].initial_uptake = 0.4;
    Sample shares;
    for (std::uint64_t r = 0; r < 150; ++r) shares.add(share_of(after(model, r, 0)));
    CHECK(std::abs(shares.z(0.5 * 0.4)) < z_limit);
}

TEST_CASE("an agent that stands for several organisations is one of its own") {
    Model model = schools_and_pupils(0.3, 1);
    model.scenario.citizens.population = 100 * people;
    const World world = after(model, 0, 0);
    CHECK(agents_per_organisation(world, 0) == 1);
    CHECK(world.citizens.use[0].organisation_threshold.size() == static_cast<std::size_t>(people));
}
