#include "rules/adopt.hpp"

#include <vector>

#include "rules/adopt/activity.hpp"
#include "rules/adopt/choice.hpp"
#include "rules/adopt/crossings.hpp"
#include "rules/adopt/offers.hpp"
#include "rules/adopt/organisations.hpp"
#include "world/neighbours_see.hpp"

namespace leeway {

void Adopt::operator()(World& world, const Levers& levers, const Draws& draws) const {
    const Confidence confidence(*this);
    std::vector<std::vector<Offer>> offers;
    std::vector<std::vector<double>> available;
    std::vector<std::vector<Pace>> paces;
    for (std::size_t k = 0; k < world.sectors(); ++k) {
        offers.push_back(offers_in(*this, world, levers, k));
        available.push_back(availability(*this, world, levers, offers[k]));
        paces.push_back(paces_of(*this, world, k, available[k]));
    }
    const std::vector<Crossings> crossings = decide(world, confidence, paces);
    for (std::size_t k = 0; k < world.sectors(); ++k) {
        leave(*this, world, levers, k, crossings[k].leaving, draws.named("threshold"));
        const auto started = take_up(world, k, crossings[k].adopting, offers[k], draws);
        tell_neighbours(world, k, started, crossings[k].leaving);
        let_organisations_adopt(world, k, available[k]);
    }
    count_active_agents(*this, world, levers, confidence);
    count_persons(world, levers);
}

}  // namespace leeway
