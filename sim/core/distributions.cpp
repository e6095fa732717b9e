#include "core/distributions.hpp"

#include <algorithm>
#include <cmath>

#include "core/special.hpp"

namespace leeway {
namespace {

constexpr double longest_inversion = 600;  // exp(-600) is far from underflow

// Steps up from 0 until the distribution function passes u; p at most one half.
std::int64_t invert_binomial(double u, std::int64_t trials, double p) {
    const double odds = p / (1 - p);
    double mass = portable::exp(static_cast<double>(trials) * portable::log1p(-p)), passed = mass;
    std::int64_t k = 0;
    while (u > passed && k < trials) {
        mass *= odds * static_cast<double>(trials - k) / static_cast<double>(k + 1);
        ++k;
        if (mass < 1e-300 && static_cast<double>(k) > static_cast<double>(trials) * p) break;
        passed += mass;
    }
    return k;
}

std::int64_t binomial_part(const Draws& draws, std::uint64_t entity, std::int32_t month, std::int64_t trials, double p, std::uint32_t& index) {
    if (static_cast<double>(trials) * p <= longest_inversion) return invert_binomial(draws.uniform(entity, month, index++), trials, p);
    const std::int64_t half = trials / 2;
    const std::int64_t first = binomial_part(draws, entity, month, half, p, index);
    return first + binomial_part(draws, entity, month, trials - half, p, index);
}

}  // namespace

double normal(double u) { return portable::normal_quantile(u); }

double lognormal_mean_one(double u, double sigma) { return portable::exp(sigma * normal(u) - sigma * sigma / 2); }

std::int64_t poisson(double u, double mean) {
    if (mean <= 0) return 0;
    double mass = portable::exp(-mean), passed = mass;
    std::int64_t k = 0;
    while (u > passed && mass > 0) {
        ++k;
        mass *= mean / static_cast<double>(k);
        passed += mass;
    }
    return k;
}

std::int64_t geometric_months(double u, double mean_months) {
    if (mean_months <= 0) return 0;
    const double log_stay = portable::log(mean_months / (1 + mean_months));
    return static_cast<std::int64_t>(std::min(1e6, std::floor(portable::log(u) / log_stay)));
}

std::int64_t binomial(const Draws& draws, std::uint64_t entity, std::int32_t month, std::int64_t trials, double probability) {
    if (trials <= 0 || probability <= 0) return 0;
    if (probability >= 1) return trials;
    std::uint32_t index = 0;
    if (probability > 0.5) return trials - binomial_part(draws, entity, month, trials, 1 - probability, index);
    return binomial_part(draws, entity, month, trials, probability, index);
}

double uniform_quantile(double u, double low, double high) { return low + u * (high - low); }

double log_uniform_quantile(double u, double low, double high) {
    return portable::exp(uniform_quantile(u, portable::log(low), portable::log(high)));
}

double triangular_quantile(double u, double low, double mode, double high) {
    if (high <= low) return low;
    const double left = (mode - low) / (high - low);
    if (u < left) return low + std::sqrt(u * (high - low) * (mode - low));
    return high - std::sqrt((1 - u) * (high - low) * (high - mode));
}

double lognormal_quantile(double u, double median, double sigma) { return median * portable::exp(sigma * normal(u)); }

}  // namespace leeway
