// Judging simulated values: the policy for statistical tests is that a mean fails beyond z = 4.892 from its exact value
// (two-sided probability 1e-6). Seeds are fixed, so no test flakes; LEEWAY_TEST_SEED draws new ones.
#pragma once

#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "core/random.hpp"

namespace leeway {

inline constexpr double z_limit = 4.892;

/// Independent values of one quantity, of which the mean is wanted.
class Sample {
  public:
    void add(double value) {
        ++count_;
        const double step = value - mean_;
        mean_ += step / count_;
        squares_ += step * (value - mean_);
    }
    double count() const { return count_; }
    double mean() const { return mean_; }
    /// Standard error of the mean.
    double error() const { return std::sqrt(squares_ / (count_ - 1) / count_); }
    /// Distance of the mean from `exact` in standard errors.
    double z(double exact) const { return (mean_ - exact) / error(); }

  private:
    double count_ = 0, mean_ = 0, squares_ = 0;
};

/// The run key of a replicate in the test named `test`.
inline std::uint64_t test_key(std::string_view test, std::uint64_t replicate) {
    const char* chosen = std::getenv("LEEWAY_TEST_SEED");
    const std::uint64_t seed = chosen ? std::strtoull(chosen, nullptr, 10) : 7;
    return run_key(seed, hash_text(test), replicate);
}

/// A chi-square statistic as a standard normal number (Wilson and Hilferty 1931).
inline double chi_square_score(double chi_square, double degrees) {
    const double variance = 2 / (9 * degrees);
    return (std::cbrt(chi_square / degrees) - (1 - variance)) / std::sqrt(variance);
}

}  // namespace leeway
