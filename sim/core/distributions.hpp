// Distributions as functions of uniform numbers (inverse transform), so that designs that share a draw stay coupled.
#pragma once

#include <cstdint>

#include "core/arithmetic.hpp"
#include "core/random.hpp"

namespace leeway {

/// Exponential with mean 1.
inline double exponential(double u) { return -portable::log(u); }

/// Standard normal.
double normal(double u);

/// Lognormal with mean exactly 1 and standard deviation `sigma` of its log.
double lognormal_mean_one(double u, double sigma);

/// Poisson with this mean, by exact inversion; `mean` at most 600.
std::int64_t poisson(double u, double mean);

/// Geometric on 0, 1, 2, … with this mean.
std::int64_t geometric_months(double u, double mean_months);

/// Binomial, by exact inversion; where that would be long, exactly as a sum over halves of the trials, keyed by index.
std::int64_t binomial(const Draws& draws, std::uint64_t entity, std::int32_t month, std::int64_t trials, double probability);

/// Quantiles of the priors of uncertain parameters.
double uniform_quantile(double u, double low, double high);
double log_uniform_quantile(double u, double low, double high);
double triangular_quantile(double u, double low, double mode, double high);
double lognormal_quantile(double u, double median, double sigma);

}  // namespace leeway
