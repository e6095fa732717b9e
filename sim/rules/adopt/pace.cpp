#include "rules/adopt/pace.hpp"

#include <algorithm>
#include <cmath>

#include "world/network.hpp"

namespace leeway {
namespace {

constexpr double monthly = 1 / (12 * hazard_unit);  // hazard units per month of a rate of 1 per year

// Multiples of the golden section spread over the unit interval as evenly as any sequence does (Weyl 1916).
float rounding_in(const World& world) {
    const double turns = 0.61803398874989485 * (world.month - world.first_month + 1);
    return static_cast<float>(turns - std::floor(turns));
}

// What a network is made for, not what it came to be: one citizen more who knows nobody slows nobody down.
double usual_acquaintances(const World& world) {
    const CitizenGroup& people = world.scenario->citizens;
    switch (people.network) {
        case NetworkKind::complete:
        case NetworkKind::edge_list:
            return mean_degree(*world.acquaintances, world.citizens.count());
        case NetworkKind::erdos_renyi:
        case NetworkKind::block_model:
            return std::min(people.degree, static_cast<double>(people.count - 1));
        default:
            return std::min(2 * std::floor(people.degree / 2), static_cast<double>(people.count - 1));
    }
}

Pace pace_of_choice(const Adopt& rule, const World& world, std::size_t k, double inclination) {
    const Sector& sector = world.scenario->sectors[k];
    const double example = sector.imitation / std::max(1.0, usual_acquaintances(world));
    const bool all_see_all = world.acquaintances->complete;
    const double seen_by_all = all_see_all ? static_cast<double>(world.citizens.use[k].users) : 0;
    Pace pace;
    pace.alone = static_cast<float>(inclination * monthly * (sector.innovation + example * seen_by_all));
    pace.by_example = all_see_all ? 0 : static_cast<float>(inclination * monthly * example);
    pace.leaving = static_cast<float>(rule.churn / hazard_unit);
    return pace;
}

Pace pace_of_assignment(const World& world, std::size_t k, bool available) {
    Pace pace;
    if (available) pace.alone = static_cast<float>(world.scenario->sectors[k].rollout * monthly);
    return pace;
}

}  // namespace

bool has_own_paces(const World& world, const Confidence& confidence, std::size_t k) {
    return world.scenario->sectors[k].enrolment == Enrolment::chosen && !confidence.is_common();
}

std::vector<Pace> paces_of(const Adopt& rule, const World& world, std::size_t k, const std::vector<double>& available) {
    const bool chosen = world.scenario->sectors[k].enrolment == Enrolment::chosen;
    std::vector<Pace> paces;
    for (std::size_t g = 0; g < world.groups(); ++g) {
        const double inclination = world.segment_of_group(g).literacy * available[g];
        paces.push_back(chosen ? pace_of_choice(rule, world, k, inclination)
                               : pace_of_assignment(world, k, available[g] > 0));
        paces.back().rounding = rounding_in(world);
    }
    return paces;
}

}  // namespace leeway
