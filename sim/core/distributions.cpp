#include "core/distributions.hpp"

#include <algorithm>
#include <cmath>

#include "core/special.hpp"

namespace leeway {
namespace {

// An inversion from the bottom starts at the probability of 0; much below exp(-600) that would underflow.
constexpr double longest_inversion = 600;
constexpr double largest_count = 0x1p53;

// The smallest k whose distribution function reaches u, from 0 upwards: `none` is the probability of 0, and ratio(k)
// that of k by that of k - 1. It also ends where rounding stops the distribution function short of 1.
template <class Ratio>
std::int64_t walk_up(double u, double none, Ratio ratio) {
    double mass = none, passed = none;
    std::int64_t k = 0;
    while (u > passed) {
        const double factor = ratio(static_cast<double>(k + 1));
        mass *= factor;
        if (factor < 1 && passed + mass == passed) break;
        passed += mass;
        ++k;
    }
    return k;
}

// From a good guess (Cornish and Fisher 1938) up or down; more than k has the probability P(k + 1, mean).
std::int64_t invert_large_poisson(double u, double mean) {
    const double z = normal(u), guess = std::floor(mean + z * std::sqrt(mean) + (z * z - 1) / 6);
    if (!(guess < largest_count)) return static_cast<std::int64_t>(largest_count);
    const auto reaches = [=](double k) { return portable::regularised_gamma_p(k + 1, mean) <= 1 - u; };
    double k = std::max(0.0, guess);
    while (k > 0 && reaches(k - 1)) --k;
    while (!reaches(k)) ++k;
    return static_cast<std::int64_t>(k);
}

std::int64_t invert_binomial(double u, std::int64_t trials, double p) {
    const auto count = static_cast<double>(trials);
    const double odds = p / (1 - p), none = portable::exp(count * portable::log1p(-p));
    return walk_up(u, none, [=](double k) { return odds * (count - k + 1) / k; });
}

// The draws of one binomial number: one, or as many as its halves need.
struct BinomialDraw {
    const Draws& draws;
    std::uint64_t entity;
    std::int32_t month;
    double probability;
    std::uint32_t index = 0;

    std::int64_t operator()(std::int64_t trials) {
        const bool likely = probability > 0.5;  // then failures are counted, from the other end of the same u
        const double p = likely ? 1 - probability : probability;
        if (static_cast<double>(trials) * -portable::log1p(-p) <= longest_inversion) {
            const double u = draws.uniform(entity, month, index++);
            return likely ? trials - invert_binomial(1 - u, trials, p) : invert_binomial(u, trials, p);
        }
        const std::int64_t half = trials / 2, first = (*this)(half);
        return first + (*this)(trials - half);
    }
};

}  // namespace

double normal(double u) { return portable::normal_quantile(u); }

double lognormal_mean_one(double u, double sigma) { return portable::exp(sigma * normal(u) - sigma * sigma / 2); }

std::int64_t poisson(double u, double mean) {
    if (!(mean > 0)) return 0;
    if (mean > longest_inversion) return invert_large_poisson(u, mean);
    return walk_up(u, portable::exp(-mean), [=](double k) { return mean / k; });
}

// At least k months pass with the probability (mean / (1 + mean))^k.
std::int64_t geometric_months(double u, double mean_months) {
    if (!(mean_months > 0)) return 0;
    const double months = portable::log(u) / -portable::log1p(1 / mean_months);
    return static_cast<std::int64_t>(std::min(largest_count, months));
}

std::int64_t binomial(const Draws& draws, std::uint64_t entity, std::int32_t month, std::int64_t trials,
                      double probability) {
    if (trials <= 0 || !(probability > 0)) return 0;
    if (probability >= 1) return trials;
    return BinomialDraw{draws, entity, month, probability}(trials);
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
