// What a regulator predicts of a product from its features: a Gaussian for the log harm rate without mitigation; and
// which part of the evidence reaches it.
#pragma once

#include <cstdint>

#include "policy/design.hpp"
#include "world/world.hpp"

namespace leeway {

struct Prediction {
    double log_rate = 0;  ///< of harms per active user-month, after the firm's effort, before provisions
    double spread = 0;    ///< standard deviation: of the belief and of what no feature explains
};

/// The prediction for product `p` by `regulator`'s current belief over the risk weights.
Prediction predict(const World& world, const Regulator& regulator, std::size_t p);

/// The same by the leading regulator of the product's home.
Prediction predict(const World& world, std::size_t p);

/// Variance of log harm rates that no feature explains, in product `p`'s sector: of the risk itself and of firms'
/// efforts.
double unexplained_variance(const World& world, std::size_t p);

/// The share of harms that regulators suppose to be reported: the mean over the population.
double supposed_reporting(const Scenario& scenario);

/// The share of complaints that reaches regulator `r`: its own where regulators are siloed, all where they share.
double evidence_share(const Scenario& scenario, const Design& design, std::size_t r);

}  // namespace leeway
