// Four firms, six citizens, five months: written by hand, month by month.
//
// Each firm has the only service of its own sector. A citizen adopts when the months passed exceed its threshold
// (hazard 1 a month). A user pays 5 (thousand) a month; a service costs 10 a month; a firm whose capital falls below 0
// fails. Sector 0: thresholds .5 .5 1.5 2.5, two citizens never. Sector 1: 1.5, five never. Sector 2: nobody. Sector 3:
// all six at .5.
#include <algorithm>
#include <array>

#include "catch.hpp"
#include "rules/model.hpp"
#include "rules/simulate.hpp"

using namespace leeway;

namespace {

constexpr double never_wants = -1;

HazardUnits in_units(double hazard) {
    return hazard == never_wants ? not_interested : static_cast<HazardUnits>(hazard / hazard_unit);
}

Model by_hand() {
    Model model;
    Scenario& scenario = model.scenario;
    scenario.warm_up_months = 0;
    scenario.citizens.population = scenario.citizens.count = 6;
    scenario.citizens.degree = 2;
    scenario.sectors.clear();
    for (const char* name : {"a", "b", "c", "d"})
        scenario.sectors.push_back(Sector{.name = name, .innovation = 12, .imitation = 0, .idea_share = 0.25});
    scenario.ideas.per_year = 0;
    scenario.firms.count = 4;
    scenario.firms.margin = 5000;
    scenario.firms.burn = 10;
    Adopt& adopt = std::get<Adopt>(model.month);
    adopt.reach_scale = 1e-9;
    adopt.trust_exponent = 0;
    adopt.churn = 0;
    adopt.activity = 1;
    model.phases.on.fill(false);
    model.phases.on[4] = true;  // adopt
    model.phases.on[8] = true;  // finance
    return model;
}

World place_by_hand(const Model& model) {
    World world = build_world(model.scenario, model.adaptation, 1, 5);
    const std::array<std::array<double, 6>, 4> thresholds{
        {{.5, .5, 1.5, 2.5, never_wants, never_wants},
         {1.5, never_wants, never_wants, never_wants, never_wants, never_wants},
         {never_wants, never_wants, never_wants, never_wants, never_wants, never_wants},
         {.5, .5, .5, .5, .5, .5}}};
    const std::array<double, 4> capital{3, 22, 25, 0};
    for (std::uint8_t f = 0; f < 4; ++f) {
        world.products.sector[f] = f;
        world.products.firm[f] = f;
        world.products.quality[f] = world.products.price[f] = 1;
        world.firms.capital[f] = capital[f];
        std::transform(thresholds[f].begin(), thresholds[f].end(), world.citizens.use[f].threshold.begin(), in_units);
    }
    return world;
}

}  // namespace

TEST_CASE("four firms and six citizens live as written by hand") {
    const Model model = by_hand();
    World world = place_by_hand(model);
    const std::array<std::array<double, 4>, 5> users{
        {{2, 0, 0, 6}, {3, 1, 0, 6}, {4, 1, 0, 6}, {4, 1, 0, 6}, {4, 0, 0, 6}}};
    //                                                 +0  -10 -10 +20   +5  -5  -10        +10 -5  fails      +10 -5
    //                                                 +10 fails
    const std::array<std::array<double, 4>, 5> capital{
        {{3, 12, 15, 20}, {8, 7, 5, 40}, {18, 2, 0, 60}, {28, 0, 0, 80}, {38, 0, 0, 100}}};
    const std::array<std::array<bool, 4>, 5> alive{{{true, true, true, true},
                                                    {true, true, true, true},
                                                    {true, true, false, true},
                                                    {true, false, false, true},
                                                    {true, false, false, true}}};
    std::size_t month = 0;
    simulate(world, model.month, model.phases, Design{}, 5, [&](const World& now) {
        for (std::size_t f = 0; f < 4; ++f) {
            INFO("month " << month << ", firm " << f);
            const bool lives = alive[month][f];
            CHECK((now.firms.status[f] == FirmStatus::alive) == lives);
            CHECK(now.products.users[f] == (lives ? users[month][f] : 0));
            CHECK(now.firms.capital[f] == Approx(capital[month][f]));
        }
        ++month;
    });
    CHECK(world.total(&Counts::failed) == 2);
    CHECK(world.citizens.use[1].product[0] == no_product);  // its service is gone
}
