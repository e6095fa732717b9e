#include "experiment/sequential_power.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "core/arithmetic.hpp"
#include "core/special.hpp"

namespace leeway {
namespace {

/// Probabilities of counts that leave the test undecided; the first belongs to the count `least`.
struct Undecided {
    std::int64_t least = 0;
    std::vector<double> probability;
};

/// The counts at which a test with this exposure passes or fails: up to `passing`, and from `failing` on.
struct Limits {
    std::int64_t passing, failing;
};

// The logarithm of the likelihood ratio is count * log(rejected / tolerated) - exposure * (rejected - tolerated).
Limits limits_at(const SequentialTest& test, double exposure, bool last) {
    const double step = portable::log(test.rejected / test.tolerated);
    const double drift = exposure * (test.rejected - test.tolerated);
    if (last && test.must_decide) {
        const auto passing = static_cast<std::int64_t>(std::floor(drift / step));
        return {passing, passing + 1};
    }
    const double low = portable::log(test.miss / (1 - test.false_alarm)) + drift;
    const double high = portable::log((1 - test.miss) / test.false_alarm) + drift;
    return {static_cast<std::int64_t>(std::floor(low / step)), static_cast<std::int64_t>(std::ceil(high / step))};
}

double poisson_probability(std::int64_t count, double mean) {
    if (count < 0) return 0;
    if (mean == 0) return count == 0 ? 1 : 0;
    const auto k = static_cast<double>(count);
    return portable::exp(k * portable::log(mean) - mean - portable::log_gamma(k + 1));
}

double poisson_at_most(std::int64_t count, double mean) {
    if (count < 0) return 0;
    return mean == 0 ? 1 : 1 - portable::regularised_gamma_p(static_cast<double>(count + 1), mean);
}

std::vector<double> poisson_probabilities(std::int64_t first, std::size_t size, double mean) {
    std::vector<double> probabilities(size);
    for (std::size_t k = 0; k < size; ++k)
        probabilities[k] = poisson_probability(first + static_cast<std::int64_t>(k), mean);
    return probabilities;
}

/// Adds a Poisson count to every undecided one; what passes is added to `passed`, what fails is dropped.
Undecided look(const Undecided& before, double mean, const Limits& limits, double& passed) {
    Undecided after{std::max<std::int64_t>(0, limits.passing + 1), {}};
    after.probability.assign(static_cast<std::size_t>(std::max<std::int64_t>(0, limits.failing - after.least)), 0);
    const std::size_t states = before.probability.size();
    if (states == 0) return after;
    // The increments that lead from any count before to any after, the least of them from the last to the first.
    const std::int64_t least_more = after.least - before.least - static_cast<std::int64_t>(states - 1);
    const auto probabilities = poisson_probabilities(least_more, states + after.probability.size(), mean);
    for (std::size_t i = 0; i < states; ++i) {
        const std::int64_t count = before.least + static_cast<std::int64_t>(i);
        passed += before.probability[i] * poisson_at_most(limits.passing - count, mean);
        for (std::size_t k = 0; k < after.probability.size(); ++k)
            after.probability[k] += before.probability[i] * probabilities[states - 1 - i + k];
    }
    return after;
}

}  // namespace

double probability_of_passing(const SequentialTest& test, double rate, const std::vector<double>& exposure_of_looks) {
    Undecided undecided{0, {1}};
    double exposure = 0, passed = 0;
    for (std::size_t i = 0; i < exposure_of_looks.size(); ++i) {
        exposure += exposure_of_looks[i];
        const Limits limits = limits_at(test, exposure, i + 1 == exposure_of_looks.size());
        undecided = look(undecided, rate * exposure_of_looks[i], limits, passed);
    }
    return passed;
}

}  // namespace leeway
