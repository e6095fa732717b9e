#include "rules/formula/prediction.hpp"

#include <algorithm>
#include <cmath>

namespace leeway {

Prediction predict(const World& world, const Regulator& regulator, std::size_t p) {
    const WeightVector row = design_row(world.products.features[p]);
    const WeightVector spread_of_row = regulator.belief_covariance.lazyProduct(row);
    double mean = 0, variance = unexplained_variance(world, p);
    for (int k = 0; k < weight_count; ++k) {
        mean += row[k] * regulator.belief_mean[k];
        variance += row[k] * spread_of_row[k];
    }
    return {mean, std::sqrt(variance)};
}

Prediction predict(const World& world, std::size_t p) { return predict(world, world.home_of(p).regulators[0], p); }

double unexplained_variance(const World& world, std::size_t p) {
    const double risk = world.sector_of(p).risk_spread;
    const double effort = world.scenario->regulators.effort_spread;
    return risk * risk + effort * effort;
}

double supposed_reporting(const Scenario& scenario) {
    double reporting = 0;
    for (const Segment& segment : scenario.citizens.segments)
        reporting += segment.share * std::min(1.0, segment.reporting * scenario.citizens.complaint_multiplier);
    return reporting;
}

double evidence_share(const Scenario& scenario, const Design& design, std::size_t r) {
    return design.coordination.form == Coordination::siloed ? scenario.regulators.items[r].complaint_share : 1;
}

}  // namespace leeway
