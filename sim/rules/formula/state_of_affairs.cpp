#include "rules/formula/state_of_affairs.hpp"

#include "world/sum_of_trust.hpp"

namespace leeway {

double population_of(const World& world, std::size_t jurisdiction) {
    return static_cast<double>(world.scenario->citizens.population) *
           item_of(*world.scenario, jurisdiction).population_share;
}

double detected_harm_per_1000_citizen_years(const World& world, std::size_t jurisdiction) {
    const double persons = population_of(world, jurisdiction);
    return persons > 0 ? 12'000 * world.jurisdictions[jurisdiction].detected_severity / persons : 0;
}

double mean_trust(const World& world, std::size_t jurisdiction) {
    const Citizens& citizens = world.citizens;
    double sum = 0, agents = 0;
    for (std::size_t g = 0; g < world.groups(); ++g) {
        if (world.jurisdiction_of_group(g) != jurisdiction) continue;
        sum += sum_of_trust(citizens, g);
        agents += citizens.members_of(g).size();
    }
    return agents > 0 ? sum / agents : 1;
}

double live_tests(const World& world, std::size_t jurisdiction) {
    double tests = 0;
    for (std::size_t p = 0; p < world.products.count(); ++p) {
        const Stage stage = world.products.stage[p];
        tests += (stage == Stage::lab || stage == Stage::pilot) && world.home(p) == jurisdiction ? 1 : 0;
    }
    return tests;
}

}  // namespace leeway
