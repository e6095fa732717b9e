#include "world/build_citizens.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/hash.hpp"
#include "core/large_pages.hpp"
#include "world/for_each_stretch.hpp"
#include "world/neighbours_see.hpp"
#include "world/network.hpp"
#include "world/organisations.hpp"
#include "world/thresholds.hpp"
#include "world/transitions.hpp"

namespace leeway {
namespace {

std::uint32_t key_of_group(const Scenario& scenario, std::size_t jurisdiction, std::size_t segment) {
    const std::uint64_t place = jurisdiction == 0 ? 0 : hash_text(item_of(scenario, jurisdiction).name);
    return static_cast<std::uint32_t>(mix(place ^ hash_text(scenario.citizens.segments[segment].name)) >> 32);
}

std::vector<double> shares_of_groups(const Scenario& scenario) {
    std::vector<double> shares;
    for (std::size_t j = 0; j < scenario.jurisdictions.items.size(); ++j) {
        for (const Segment& segment : scenario.citizens.segments)
            shares.push_back(item_of(scenario, j).population_share * segment.share);
    }
    return shares;
}

std::vector<std::uint16_t> groups_by_key(const std::vector<std::uint32_t>& keys) {
    std::vector<std::uint16_t> groups(keys.size());
    std::iota(groups.begin(), groups.end(), std::uint16_t{0});
    std::stable_sort(groups.begin(), groups.end(), [&](auto a, auto b) { return keys[a] < keys[b]; });
    return groups;
}

// Each group takes the citizens whose place in the population, (i + 1/2) / count, lies within its shares.
void cut_into_quarters(Citizens& citizens, const std::vector<std::uint16_t>& groups,
                       const std::vector<double>& shares) {
    const auto people = static_cast<double>(citizens.count());
    std::uint32_t begin = 0;
    std::size_t stretches = 0;
    double passed = 0;
    citizens.quarter_of.resize(groups.size());
    for (const std::uint16_t group : groups) {
        passed += shares[group];
        const double next = std::clamp(std::ceil(passed * people - 0.5), static_cast<double>(begin), people);
        const std::uint32_t end = group == groups.back() ? citizens.count() : static_cast<std::uint32_t>(next);
        citizens.quarter_of[group] = static_cast<std::uint16_t>(citizens.quarters.size());
        citizens.quarters.push_back({begin, end, stretches, group});
        stretches += (end - begin + stretch_size - 1) / stretch_size;
        begin = end;
    }
}

void cut_into_stretches(Citizens& citizens) {
    for (const Quarter& quarter : citizens.quarters) {
        for (std::uint32_t begin = quarter.begin; begin < quarter.end; begin += stretch_size)
            citizens.stretches.push_back({begin, std::min(quarter.end, begin + stretch_size), quarter.group});
    }
}

void place_people(World& world) {
    const CitizenGroup& people = world.scenario->citizens;
    Citizens& citizens = world.citizens;
    for (std::size_t g = 0; g < world.groups(); ++g)
        world.group_key.push_back(key_of_group(*world.scenario, g / world.segments(), g % world.segments()));
    citizens.represents = people.represents();
    citizens.trust.resize(static_cast<std::size_t>(people.count));
    citizens.services.assign(citizens.count(), 0);
    cut_into_quarters(citizens, groups_by_key(world.group_key), shares_of_groups(*world.scenario));
    cut_into_stretches(citizens);
    for (std::size_t g = 0; g < world.groups(); ++g) {
        const Quarter& members = citizens.members_of(g);
        std::fill_n(citizens.trust.begin() + members.begin, members.size(),
                    static_cast<float>(world.segment_of_group(g).trust));
        citizens.persons_in_group.push_back(members.size() * citizens.represents);
    }
}

std::vector<std::uint32_t> first_of_quarters(const Citizens& citizens) {
    std::vector<std::uint32_t> first;
    for (const Quarter& quarter : citizens.quarters) first.push_back(quarter.begin);
    first.push_back(citizens.count());
    return first;
}

void place_interest(World& world, std::size_t k) {
    const FirstThresholds first = first_thresholds(world, k);
    SectorUse& use = world.citizens.use[k];
    fill_with_zeros(use.threshold, world.citizens.count());
    fill_with_zeros(use.product, world.citizens.count());
    use.spell.assign(world.citizens.count(), 0);
    if (!world.acquaintances->complete)
        use.using_neighbours = Counters(world.citizens.count(), world.acquaintances->largest_degree);
    for_each_stretch(world.citizens, [&](std::size_t, const Stretch& stretch) {
        for (std::uint32_t i = stretch.begin; i < stretch.end; ++i) {
            use.threshold[i] = first.of(i);
            use.product[i] = no_product;
        }
    });
}

std::vector<std::int32_t> services_of_first_month(const World& world, std::size_t k) {
    std::vector<std::int32_t> services;
    for (std::size_t p = 0; p < static_cast<std::size_t>(world.scenario->firms.count); ++p) {
        if (world.products.sector[p] == k && on_market(world.products.stage[p]))
            services.push_back(static_cast<std::int32_t>(p));
    }
    return services;
}

// Where organisations adopt, all interested members of the first ones use a service.
void start_first_users(World& world, std::size_t k, const Draws& first, const Draws& thresholds) {
    const std::vector<std::int32_t> services = services_of_first_month(world, k);
    const double uptake = world.scenario->sectors[k].initial_uptake;
    if (services.empty() || uptake == 0) return;
    SectorUse& use = world.citizens.use[k];
    const bool by_organisation = !use.organisation_threshold.empty();
    if (by_organisation) open_first_organisations(world, k, uptake, first.named("organisations"));
    std::vector<std::uint32_t> started;
    for (std::uint32_t i = 0; i < world.citizens.count(); ++i) {
        if (use.threshold[i] == not_interested) continue;
        const auto words = first.words(i, 0, static_cast<std::uint32_t>(k));
        if (!by_organisation && Draws::unit(words[0], words[1]) >= uptake) continue;
        const double place = Draws::unit(words[2]) * static_cast<double>(services.size());
        start_using(world, k, i, services[static_cast<std::size_t>(place)]);
        use.spell[i] = 1;
        use.threshold[i] = draw_threshold(thresholds, i, 1, k);
        started.push_back(i);
    }
    tell_neighbours(world, k, started, {});
}

}  // namespace

void place_citizens(World& world, const Draws& draws) {
    place_people(world);
    world.acquaintances =
        acquaintances_of(world.scenario->citizens, first_of_quarters(world.citizens), draws.named("acquaintances"));
    world.citizens.use.resize(world.sectors());
    for (std::size_t k = 0; k < world.sectors(); ++k) {
        place_interest(world, k);
        found_organisations(world, k, draws);
    }
}

void place_first_users(World& world, const Draws& draws) {
    for (std::size_t k = 0; k < world.sectors(); ++k)
        start_first_users(world, k, draws.named("first users"), draws.named("threshold"));
}

}  // namespace leeway
