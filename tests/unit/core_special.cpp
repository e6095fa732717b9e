// The special functions against those of Boost.Math in long double: relative errors, also in the tails and near zeros.
#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>

#include "catch.hpp"
#include "core/random.hpp"
#include "core/special.hpp"

namespace leeway {
namespace {

constexpr double tolerance = 1e-13;
constexpr double gamma_p_tolerance = 1e-14;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr std::uint64_t points = 20'000;

double relative_error(double value, long double exact) {
    if (exact == 0) return std::abs(value);
    return static_cast<double>(std::abs(value / exact - 1));
}

// The largest of `error(u, v)` over pseudo-random pairs of uniform numbers.
template <class Error>
double worst(Error error) {
    const Draws draws(run_key(2, 0, 0), "special");
    double most = 0;
    for (std::uint64_t i = 0; i < points; ++i) {
        const auto words = draws.words(i);
        const double one = error(Draws::unit(words[0], words[1]), Draws::unit(words[2], words[3]));
        if (!(one <= most)) most = one;
    }
    return most;
}

double log_gamma_error(double x) {
    return relative_error(portable::log_gamma(x), boost::math::lgamma(static_cast<long double>(x)));
}

// Relative, in units of the size of log P: far in the tail, exp multiplies the rounding of its argument by that.
double gamma_p_error(double a, double x) {
    const long double exact = boost::math::gamma_p(static_cast<long double>(a), static_cast<long double>(x));
    if (exact < 1e-290L) return 0;
    return relative_error(portable::regularised_gamma_p(a, x), exact) / static_cast<double>(1 - std::log(exact));
}

double normal_cdf_error(double x) {
    return relative_error(portable::normal_cdf(x), boost::math::erfc(-x / std::sqrt(2.0L)) / 2);
}

double normal_quantile_error(double p) {
    return relative_error(portable::normal_quantile(p),
                          -std::sqrt(2.0L) * boost::math::erfc_inv(2 * static_cast<long double>(p)));
}

}  // namespace

TEST_CASE("log_gamma agrees with Boost, also near its zeros at 1 and 2", "[core][special]") {
    CHECK(worst([](double u, double) { return log_gamma_error(3 * u); }) <= tolerance);
    CHECK(worst([](double u, double) { return log_gamma_error(1 + std::exp(-40 * u)); }) <= tolerance);
    CHECK(worst([](double u, double) { return log_gamma_error(2 - std::exp(-36 * u)); }) <= tolerance);
    CHECK(worst([](double u, double) { return log_gamma_error(20 * u); }) <= tolerance);
    CHECK(worst([](double u, double) { return log_gamma_error(std::exp(1400 * u - 700)); }) <= tolerance);
}

TEST_CASE("log_gamma at its edges", "[core][special]") {
    CHECK(portable::log_gamma(1) == 0);
    CHECK(portable::log_gamma(2) == 0);
    CHECK(portable::log_gamma(0) == infinity);
    CHECK(portable::log_gamma(infinity) == infinity);
    CHECK(std::isnan(portable::log_gamma(-1)));
    CHECK(std::isnan(portable::log_gamma(not_a_number)));
}

TEST_CASE("regularised_gamma_p agrees with Boost", "[core][special]") {
    CHECK(worst([](double u, double v) { return gamma_p_error(12 * u, 20 * v); }) <= gamma_p_tolerance);
    CHECK(worst([](double u, double v) { return gamma_p_error(std::exp(9 * u), std::exp(9 * v)); }) <=
          gamma_p_tolerance);
    CHECK(worst([](double u, double v) { return gamma_p_error(std::exp(14 * u - 7), std::exp(300 * (v - 1))); }) <=
          gamma_p_tolerance);
    const auto near_mean = [](double u, double v) {
        const double a = std::exp(18 * u);
        return gamma_p_error(a, std::max(0.01, a + 12 * (v - 0.5) * std::sqrt(a)));
    };
    CHECK(worst(near_mean) <= gamma_p_tolerance);
}

TEST_CASE("regularised_gamma_p at its edges", "[core][special]") {
    CHECK(portable::regularised_gamma_p(3, 0) == 0);
    CHECK(portable::regularised_gamma_p(3, infinity) == 1);
    CHECK(portable::regularised_gamma_p(3, 1e300) == 1);
    CHECK(portable::regularised_gamma_p(1e6, 1) == 0);
    CHECK(gamma_p_error(1e8, 1e8) <= gamma_p_tolerance);
    CHECK(gamma_p_error(1e8, 1e8 - 5e4) <= gamma_p_tolerance);
    CHECK(std::isnan(portable::regularised_gamma_p(0, 1)));
    CHECK(std::isnan(portable::regularised_gamma_p(1, -1)));
    CHECK(std::isnan(portable::regularised_gamma_p(not_a_number, 1)));
    CHECK(std::isnan(portable::regularised_gamma_p(1, not_a_number)));
}

TEST_CASE("normal_cdf agrees with Boost into both tails", "[core][special]") {
    CHECK(worst([](double u, double) { return normal_cdf_error(16 * u - 8); }) <= tolerance);
    CHECK(worst([](double u, double) { return normal_cdf_error(-37.5 * u); }) <= tolerance);
    CHECK(portable::normal_cdf(0) == 0.5);
    CHECK(portable::normal_cdf(infinity) == 1);
    CHECK(portable::normal_cdf(-infinity) == 0);
    CHECK(std::isnan(portable::normal_cdf(not_a_number)));
}

TEST_CASE("normal_quantile agrees with Boost into both tails", "[core][special]") {
    CHECK(worst([](double u, double) { return normal_quantile_error(u); }) <= tolerance);
    CHECK(worst([](double u, double) { return normal_quantile_error(std::exp(-700 * u)); }) <= tolerance);
    CHECK(worst([](double u, double) { return normal_quantile_error(1 - std::exp(-36 * u)); }) <= tolerance);
    CHECK(portable::normal_quantile(0.5) == 0);
    CHECK(portable::normal_quantile(0) == -infinity);
    CHECK(portable::normal_quantile(1) == infinity);
    CHECK(std::isnan(portable::normal_quantile(not_a_number)));
    CHECK(std::isnan(portable::normal_quantile(-0.1)));
}

}  // namespace leeway
