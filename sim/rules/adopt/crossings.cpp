#include "rules/adopt/crossings.hpp"

#include <algorithm>
#include <array>

#include "rules/adopt/live_month.hpp"
#include "rules/adopt/quiet_month.hpp"
#include "world/for_each_stretch.hpp"

namespace leeway {
namespace {

/// Those who cross, in every sector, of one stretch of citizens.
using Crossing = std::vector<std::vector<std::uint32_t>>;

Crossing live_stretch(World& world, const Confidence& confidence, const std::vector<bool>& own_paces,
                      const std::vector<std::vector<Pace>>& paces, std::size_t number) {
    Citizens& citizens = world.citizens;
    const Stretch& stretch = citizens.stretches[number];
    std::array<float, stretch_size> confidences;
    if (!confidence.is_common())
        confidence.from_trust(&citizens.trust[stretch.begin], stretch.end - stretch.begin, confidences.data());
    Crossing crossing(world.sectors());
    for (std::size_t k = 0; k < world.sectors(); ++k) {
        const Pace& pace = paces[k][stretch.group];
        if (own_paces[k])
            live_month(citizens.use[k], pace, stretch.begin, stretch.end, confidences.data(), crossing[k]);
        else
            live_quiet_month(citizens.use[k], citizens, number, pace, crossing[k]);
    }
    return crossing;
}

Crossings sort_crossings(const SectorUse& use, std::size_t k, const std::vector<Crossing>& crossing) {
    Crossings crossings;
    for (const Crossing& of_stretch : crossing) {
        for (const std::uint32_t i : of_stretch[k])
            (use.product[i] == no_product ? crossings.adopting : crossings.leaving).push_back(i);
    }
    return crossings;
}

// The users of services that have ended leave, whatever their threshold.
void leave_ended_services(World& world, std::vector<Crossings>& crossings) {
    std::vector<std::size_t> ended;
    for (std::size_t p = 0; p < world.products.count(); ++p) {
        if (!serves_users(world.products, p) && agents_of(world, p) > 0) ended.push_back(p);
    }
    if (ended.empty()) return;
    update_users(world);
    for (const std::size_t p : ended) {
        std::vector<std::uint32_t>& leaving = crossings[world.products.sector[p]].leaving;
        for (std::size_t g = 0; g < world.groups(); ++g) {
            const auto users = users_of(world, p, g);
            leaving.insert(leaving.end(), users.begin(), users.end());
        }
    }
    for (Crossings& of_sector : crossings) {
        std::vector<std::uint32_t>& leaving = of_sector.leaving;
        std::sort(leaving.begin(), leaving.end());
        leaving.erase(std::unique(leaving.begin(), leaving.end()), leaving.end());
    }
}

}  // namespace

std::vector<Crossings> decide(World& world, const Confidence& confidence, const std::vector<std::vector<Pace>>& paces) {
    std::vector<bool> own_paces;
    for (std::size_t k = 0; k < world.sectors(); ++k) {
        own_paces.push_back(has_own_paces(world, confidence, k));
        if (!own_paces[k]) add_month(world.citizens.use[k], world.citizens, paces[k]);
    }
    std::vector<Crossing> crossing(world.citizens.stretches.size());
    for_each_stretch(world.citizens, [&](std::size_t number, const Stretch&) {
        crossing[number] = live_stretch(world, confidence, own_paces, paces, number);
    });
    std::vector<Crossings> crossings;
    for (std::size_t k = 0; k < world.sectors(); ++k)
        crossings.push_back(sort_crossings(world.citizens.use[k], k, crossing));
    leave_ended_services(world, crossings);
    return crossings;
}

}  // namespace leeway
