#include "world/organisations.hpp"

#include <algorithm>
#include <cmath>

#include "world/quiet_blocks.hpp"

namespace leeway {
namespace {

// An organisation is known by its first member.
template <class Visit>
void for_each_organisation(const World& world, std::size_t k, const Visit& visit) {
    const std::uint32_t agents = agents_per_organisation(world, k);
    if (agents > 0) world.citizens.for_each_organisation(agents, visit);
}

void close_organisation(SectorUse& use, const Stretch& members) {
    std::fill(use.threshold.begin() + members.begin, use.threshold.begin() + members.end, not_interested);
}

}  // namespace

std::uint32_t agents_per_organisation(const World& world, std::size_t k) {
    const double persons = world.scenario->sectors[k].organisation_size;
    if (persons <= 0) return 0;
    const double agents = std::floor(persons / world.citizens.represents + 0.5);
    return static_cast<std::uint32_t>(std::clamp(agents, 1.0, static_cast<double>(world.citizens.count())));
}

FirstThresholds first_thresholds(const World& world, std::size_t k) {
    const Draws draws(world.run_key, "build_world");
    return {draws.named("interested"), draws.named("threshold"), world.scenario->sectors[k].market_ceiling, k};
}

void found_organisations(World& world, std::size_t k, const Draws& draws) {
    SectorUse& use = world.citizens.use[k];
    const FirstThresholds first{draws.named("interested organisation"), draws.named("organisation threshold"),
                                world.scenario->sectors[k].organisation_ceiling, k};
    for_each_organisation(world, k, [&](std::size_t, const Stretch& members) {
        use.organisation_threshold.push_back(first.of(members.begin));
        close_organisation(use, members);
    });
}

void open_organisation(World& world, std::size_t k, const Stretch& members) {
    const FirstThresholds first = first_thresholds(world, k);
    for (std::uint32_t i = members.begin; i < members.end; ++i)
        set_threshold(world.citizens.use[k], world.citizens, i, first.of(i));
}

void open_first_organisations(World& world, std::size_t k, double share, const Draws& draws) {
    std::vector<HazardUnits>& thresholds = world.citizens.use[k].organisation_threshold;
    for_each_organisation(world, k, [&](std::size_t number, const Stretch& members) {
        const bool first = draws.uniform(members.begin, 0, static_cast<std::uint32_t>(k)) < share;
        if (!first || thresholds[number] == not_interested) return;
        thresholds[number] = 0;
        open_organisation(world, k, members);
    });
}

double share_of_open_organisations(const World& world, std::size_t k, std::size_t j) {
    const std::vector<HazardUnits>& thresholds = world.citizens.use[k].organisation_threshold;
    double open = 0, all = 0;
    for_each_organisation(world, k, [&](std::size_t number, const Stretch& members) {
        if (world.jurisdiction_of_group(members.group) != j) return;
        ++all;
        open += thresholds[number] == 0 ? 1 : 0;
    });
    return all > 0 ? open / all : 0;
}

}  // namespace leeway
