#include "rules/formula/prediction.hpp"

#include <algorithm>
#include <cmath>

namespace leeway {

Prediction predict(const World& world, std::uint32_t p) {
    const WeightVector row = design_row(world.products.features[p]);
    const WeightVector spread_of_row = world.regulator.belief_covariance.lazyProduct(row);
    double mean = 0, variance = unexplained_variance(world, p);
    for (int k = 0; k < weight_count; ++k) {
        mean += row[k] * world.regulator.belief_mean[k];
        variance += row[k] * spread_of_row[k];
    }
    return {mean, std::sqrt(variance)};
}

double unexplained_variance(const World& world, std::uint32_t p) {
    const double risk = world.scenario->sectors[world.products.sector[p]].risk_spread;
    const double effort = world.scenario->regulators.effort_spread;
    return risk * risk + effort * effort;
}

double supposed_reporting(const World& world) {
    double reporting = 0;
    for (const Segment& segment : world.scenario->citizens.segments) {
        reporting += segment.share * std::min(1.0, segment.reporting * world.scenario->citizens.complaint_multiplier);
    }
    return reporting;
}

}  // namespace leeway
