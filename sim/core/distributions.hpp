// Distributions as functions of uniform numbers (inverse transform), so that designs that share a draw stay coupled:
// each is monotone in u and in its parameter. All u lie in the open interval (0, 1).
#pragma once

#include <cstdint>

#include "core/arithmetic.hpp"
#include "core/random.hpp"

namespace leeway {

/// Exponential with mean 1; falls with u.
inline double exponential(double u) { return -portable::log(u); }

/// Standard normal.
double normal(double u);

/// Lognormal with mean exactly 1 and standard deviation `sigma` of its log.
double lognormal_mean_one(double u, double sigma);

/// Poisson by exact inversion; 0 for a mean of 0 or less. The work grows with the mean up to 600 and hardly beyond.
std::int64_t poisson(double u, double mean);

/// Geometric on 0, 1, 2, … with this mean; 0 for a mean of 0 or less. Falls with u.
std::int64_t geometric_months(double u, double mean_months);

/// Binomial by exact inversion; where that would be long, exactly as a sum over halves of the trials, keyed by index.
/// 0 without trials or chance, all trials for a probability of 1 or more.
std::int64_t binomial(const Draws& draws, std::uint64_t entity, std::int32_t month, std::int64_t trials,
                      double probability);

/// Quantiles of the priors of uncertain parameters, at probability u.
double uniform_quantile(double u, double low, double high);
double log_uniform_quantile(double u, double low, double high);
double triangular_quantile(double u, double low, double mode, double high);
double lognormal_quantile(double u, double median, double sigma);

}  // namespace leeway
