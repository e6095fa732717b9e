// What the regulator predicts of a product from its features: a Gaussian for the log harm rate without mitigation.
#pragma once

#include <cstdint>

#include "world/world.hpp"

namespace leeway {

struct Prediction {
    double log_rate = 0;  ///< of harms per active user-month, after the firm's effort, before provisions
    double spread = 0;    ///< standard deviation: of the belief and of what no feature explains
};

/// The prediction for product `p` by the current belief over the risk weights.
Prediction predict(const World& world, std::uint32_t p);

/// Variance of log harm rates that no feature explains, in product `p`'s sector: of the risk itself and of firms'
/// efforts.
double unexplained_variance(const World& world, std::uint32_t p);

/// The share of harms that the regulator supposes to be reported: the mean over the population.
double supposed_reporting(const World& world);

}  // namespace leeway
