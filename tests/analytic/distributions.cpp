// Do the distributions have the shapes that they name? Single draws are compared with exact distribution functions,
// samples by chi-square and moments, which fail beyond z = 4.892 (two-sided probability 1e-6). LEEWAY_TEST_SEED draws
// new samples.
#include "core/distributions.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/geometric.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <cmath>
#include <cstdlib>
#include <map>
#include <vector>

#include "catch.hpp"

namespace leeway {
namespace {

namespace exact = boost::math;

constexpr double limit = 4.892;
constexpr double rounding = 1e-13;
constexpr std::uint64_t sample_size = 200'000;

/// A chi-square statistic as a standard normal number (Wilson and Hilferty 1931).
double normal_score(double chi_square, double degrees) {
    const double variance = 2 / (9 * degrees);
    return (std::cbrt(chi_square / degrees) - (1 - variance)) / std::sqrt(variance);
}

/// Chi-square of a sample of integers against `distribution`, in bins that each expect 25 or more, as a normal score.
template <class Distribution>
double integer_fit(const std::vector<std::int64_t>& sample, const Distribution& distribution, std::int64_t most) {
    std::map<std::int64_t, double> seen;
    for (const std::int64_t value : sample) ++seen[value];
    const auto size = static_cast<double>(sample.size());
    double chi_square = 0, bins = 0, observed = 0, expected = 0, rest = size;
    for (std::int64_t k = 0; k <= most && rest - expected >= 25; ++k) {
        observed += seen.contains(k) ? seen[k] : 0;
        seen.erase(k);
        expected += size * exact::pdf(distribution, static_cast<double>(k));
        if (expected < 25) continue;
        chi_square += (observed - expected) * (observed - expected) / expected;
        rest -= expected;
        observed = expected = 0;
        ++bins;
    }
    for (const auto& [value, count] : seen) observed += count;
    if (rest > 1) chi_square += (observed - rest) * (observed - rest) / rest;
    return normal_score(chi_square, rest > 1 ? bins : bins - 1);
}

/// What `draw` makes of the entities 0, 1, 2, ….
template <class Draw>
std::vector<std::int64_t> sample_of(Draw draw) {
    std::vector<std::int64_t> sample;
    for (std::uint64_t entity = 0; entity < sample_size; ++entity) sample.push_back(draw(entity));
    return sample;
}

std::uint64_t seed_of_tests() {
    const char* chosen = std::getenv("LEEWAY_TEST_SEED");
    return chosen ? std::strtoull(chosen, nullptr, 10) : 7;
}

Draws stream(std::string_view name) { return Draws(run_key(seed_of_tests(), 0, 0), name); }

/// (sample mean of value(u) - mean) in standard errors, given the exact standard deviation.
template <class Value>
double mean_score(Value value, double mean, double deviation) {
    const Draws draws = stream("mean");
    double sum = 0;
    for (std::uint64_t i = 0; i < sample_size; ++i) sum += value(draws.uniform(i)) - mean;
    return sum / (deviation * std::sqrt(static_cast<double>(sample_size)));
}

/// Is k the smallest integer whose distribution function reaches u, but for rounding?
template <class Distribution>
bool inverts(const Distribution& distribution, double u, std::int64_t k) {
    const auto value = static_cast<double>(k);
    const bool reached = u <= exact::cdf(distribution, value) + rounding;
    return reached && (k == 0 || u > exact::cdf(distribution, value - 1) - rounding);
}

/// Probabilities from the middle into both tails.
std::vector<double> probabilities() {
    std::vector<double> list{0x1p-53, 0x1p-40, 1e-9, 1 - 1e-9, 1 - 0x1p-40};
    for (int i = 1; i < 200; ++i) list.push_back(i / 200.0);
    return list;
}

/// Does quantile(u) agree with the exact one for all those?
template <class Quantile, class Distribution>
bool agrees(Quantile quantile, const Distribution& distribution) {
    return std::ranges::all_of(probabilities(), [&](double u) {
        const double value = exact::quantile(distribution, u);
        return std::abs(quantile(u) - value) <= rounding * (1 + std::abs(value));
    });
}

}  // namespace

TEST_CASE("poisson inverts the exact distribution function at every mean", "[analytic][distributions]") {
    for (const double mean : {1e-9, 0.01, 0.7, 3.0, 40.0, 599.9, 600.1, 5e3, 2e5, 3e6, 1e9}) {
        const exact::poisson_distribution<double> distribution(mean);
        for (const double u : probabilities()) {
            INFO("mean " << mean << ", u " << u << ", count " << poisson(u, mean));
            CHECK(inverts(distribution, u, poisson(u, mean)));
        }
    }
}

TEST_CASE("poisson counts have the exact frequencies", "[analytic][distributions]") {
    const Draws draws = stream("poisson");
    for (const double mean : {0.05, 2.5, 100.0, 900.0}) {
        const auto sample = sample_of([&](std::uint64_t entity) { return poisson(draws.uniform(entity), mean); });
        CHECK(std::abs(integer_fit(sample, exact::poisson_distribution<double>(mean), 10'000)) < limit);
    }
}

TEST_CASE("poisson at its edges", "[analytic][distributions]") {
    CHECK(poisson(0.999, 0) == 0);
    CHECK(poisson(0.999, -1) == 0);
    CHECK(poisson(1 - 0x1p-53, 500) < 800);
    CHECK(poisson(1 - 0x1p-53, 1e12) < 1'000'009'000'000);
    CHECK(poisson(0.5, 1e300) == 1LL << 53);
    for (const double u : {0.01, 0.5, 0.99}) CHECK(poisson(u, 599.999999) <= poisson(u, 600.000001));
}

TEST_CASE("binomial inverts the exact distribution function", "[analytic][distributions]") {
    const Draws draws = stream("binomial");
    for (const std::int64_t trials : {1, 7, 300, 860, 100'000, 1'000'000'000}) {
        for (const double p : {1e-8, 5e-7, 1e-3, 0.2, 0.5, 0.6, 0.97, 1 - 1e-7}) {
            if (static_cast<double>(trials) * std::min(p, 1 - p) > 430) continue;  // that needs more draws than one
            const exact::binomial_distribution<double> distribution(static_cast<double>(trials), p);
            for (std::uint64_t entity = 0; entity < 200; ++entity) {
                INFO("trials " << trials << ", p " << p << ", entity " << entity);
                CHECK(inverts(distribution, draws.uniform(entity, 3), binomial(draws, entity, 3, trials, p)));
            }
        }
    }
}

TEST_CASE("binomial counts have the exact frequencies, also as sums over halves", "[analytic][distributions]") {
    const Draws draws = stream("halves");
    struct Case {
        std::int64_t trials;
        double p;
    };
    for (const auto& [trials, p] :
         {Case{5, 0.3}, Case{40, 0.5}, Case{400, 0.01}, Case{1200, 0.5}, Case{3001, 0.8}, Case{20'000, 0.07}}) {
        const exact::binomial_distribution<double> distribution(static_cast<double>(trials), p);
        const auto sample = sample_of(
            [&, trials = trials, p = p](std::uint64_t entity) { return binomial(draws, entity, 0, trials, p); });
        INFO("trials " << trials << ", p " << p);
        CHECK(std::abs(integer_fit(sample, distribution, trials)) < limit);
    }
}

TEST_CASE("binomial at its edges", "[analytic][distributions]") {
    const Draws draws = stream("edges");
    CHECK(binomial(draws, 0, 0, 0, 0.5) == 0);
    CHECK(binomial(draws, 0, 0, -3, 0.5) == 0);
    CHECK(binomial(draws, 0, 0, 10, 0) == 0);
    CHECK(binomial(draws, 0, 0, 10, -0.1) == 0);
    CHECK(binomial(draws, 0, 0, 10, 1) == 10);
    CHECK(binomial(draws, 0, 0, 10, 1.5) == 10);
    CHECK(binomial(draws, 0, 0, 1'000'000'000'000, 1e-300) == 0);
    for (std::uint64_t entity = 0; entity < 1000; ++entity) {
        const std::int64_t count = binomial(draws, entity, 0, 2000, 0.9999);
        CHECK((count >= 1950 && count <= 2000));
    }
}

TEST_CASE("a more likely event befalls nobody less often under the same draw", "[analytic][distributions]") {
    const Draws draws = stream("coupled");
    for (std::uint64_t entity = 0; entity < 200; ++entity) {
        std::int64_t before = 0;
        for (int step = 1; step < 100; ++step) {
            const std::int64_t count = binomial(draws, entity, 1, 120, step / 100.0);
            CHECK(count >= before);
            before = count;
        }
    }
}

TEST_CASE("months until notice are geometric with the mean as given", "[analytic][distributions]") {
    const Draws draws = stream("geometric");
    for (const double mean : {0.1, 1.0, 6.0, 50.0}) {
        const exact::geometric_distribution<double> distribution(1 / (1 + mean));
        const auto sample =
            sample_of([&](std::uint64_t entity) { return geometric_months(draws.uniform(entity), mean); });
        CHECK(std::abs(integer_fit(sample, distribution, 10'000)) < limit);
        const auto months = [mean](double u) { return static_cast<double>(geometric_months(u, mean)); };
        CHECK(std::abs(mean_score(months, mean, std::sqrt(mean * (1 + mean)))) < limit);
        CHECK(geometric_months(std::nextafter(mean / (1 + mean), 1), mean) == 0);
        CHECK(geometric_months(std::nextafter(mean / (1 + mean), 0), mean) == 1);
    }
    CHECK(geometric_months(0.001, 0) == 0);
    CHECK(geometric_months(0x1p-53, 1e300) == 1LL << 53);
}

TEST_CASE("exponential, normal and lognormal numbers are exact quantiles", "[analytic][distributions]") {
    CHECK(std::ranges::all_of(probabilities(),
                              [](double u) { return std::abs(exponential(u) / -std::log(u) - 1) < rounding; }));
    CHECK(agrees([](double u) { return normal(u); }, exact::normal_distribution<double>(0, 1)));
    for (const double sigma : {0.1, 0.6, 1.5}) {
        const exact::lognormal_distribution<double> mean_one(-sigma * sigma / 2, sigma);
        const exact::lognormal_distribution<double> median_three(std::log(3.0), sigma);
        CHECK(exact::mean(mean_one) == Approx(1).epsilon(1e-14));
        CHECK(agrees([=](double u) { return lognormal_mean_one(u, sigma); }, mean_one));
        CHECK(agrees([=](double u) { return lognormal_quantile(u, 3, sigma); }, median_three));
    }
    CHECK(lognormal_mean_one(0.3, 0) == 1);
}

TEST_CASE("sample moments are those of the distributions", "[analytic][distributions]") {
    CHECK(std::abs(mean_score(exponential, 1, 1)) < limit);
    CHECK(std::abs(mean_score([](double u) { return exponential(u) * exponential(u); }, 2, std::sqrt(20.0))) < limit);
    CHECK(std::abs(mean_score(normal, 0, 1)) < limit);
    CHECK(std::abs(mean_score([](double u) { return normal(u) * normal(u); }, 1, std::sqrt(2.0))) < limit);
    CHECK(std::abs(mean_score([](double u) { return lognormal_mean_one(u, 0.5); }, 1, std::sqrt(std::expm1(0.25)))) <
          limit);
}

TEST_CASE("quantiles of the priors", "[analytic][distributions]") {
    CHECK(uniform_quantile(0.25, 2, 6) == 3);
    CHECK(log_uniform_quantile(0.5, 1, 100) == Approx(10).epsilon(1e-14));
    CHECK(log_uniform_quantile(0.75, 1e-4, 1) == Approx(0.1).epsilon(1e-14));
    CHECK(lognormal_quantile(0.5, 3, 2) == 3);
    CHECK(triangular_quantile(0.7, 4, 4, 4) == 4);
    for (const double mode : {-1.0, 0.5, 2.0, 3.0}) {
        const exact::triangular_distribution<double> distribution(-1, mode, 3);
        CHECK(agrees([=](double u) { return triangular_quantile(u, -1, mode, 3); }, distribution));
    }
}

}  // namespace leeway
