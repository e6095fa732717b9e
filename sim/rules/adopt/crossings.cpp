#include "rules/adopt/crossings.hpp"

#include <algorithm>
#include <cmath>

namespace leeway {
namespace {

bool is_gone(const World& world, std::int32_t product) {
    return !serves_users(world.products, static_cast<std::size_t>(product));
}

// Distrust drives users away.
Crossings decide_by_choice(const Adopt& rule, World& world, std::size_t k, const Mood& mood,
                           const std::vector<double>& available) {
    const Sector& sector = world.scenario->sectors[k];
    SectorUse& use = world.citizens.use[k];
    const double imitation = sector.imitation / std::max(1.0, world.scenario->citizens.degree);
    Crossings crossings;
    for (std::uint32_t i = 0; i < world.citizens.count(); ++i) {
        double& threshold = use.threshold[i];
        if (std::isinf(threshold)) continue;
        if (use.product[i] == no_product) {
            const double pull = (sector.innovation + imitation * use.using_neighbours[i]) / 12;
            threshold -= mood.inclination[i] * available[world.citizens.group[i]] * pull;
            if (threshold <= 0) crossings.adopting.push_back(i);
        } else {
            threshold -= rule.churn / std::max(0.1, mood.confidence[i]);
            if (is_gone(world, use.product[i]) || threshold <= 0) crossings.leaving.push_back(i);
        }
    }
    return crossings;
}

// Trust, literacy and example count for nothing where people are assigned; they leave only a service that has ended.
Crossings decide_by_assignment(World& world, std::size_t k, const std::vector<double>& available) {
    const double hazard = world.scenario->sectors[k].rollout / 12;
    SectorUse& use = world.citizens.use[k];
    Crossings crossings;
    for (std::uint32_t i = 0; i < world.citizens.count(); ++i) {
        double& threshold = use.threshold[i];
        if (std::isinf(threshold)) continue;
        if (use.product[i] == no_product) {
            if (available[world.citizens.group[i]] > 0) threshold -= hazard;
            if (threshold <= 0) crossings.adopting.push_back(i);
        } else if (is_gone(world, use.product[i])) {
            crossings.leaving.push_back(i);
        }
    }
    return crossings;
}

}  // namespace

Crossings decide(const Adopt& rule, World& world, std::size_t k, const Mood& mood,
                 const std::vector<double>& available) {
    if (world.scenario->sectors[k].enrolment == Enrolment::assigned) return decide_by_assignment(world, k, available);
    return decide_by_choice(rule, world, k, mood, available);
}

}  // namespace leeway
