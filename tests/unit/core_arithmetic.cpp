// The portable elementary functions against the platform's in long double, in units of the last place, and at the
// edges.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "catch.hpp"
#include "core/arithmetic.hpp"
#include "core/random.hpp"

namespace leeway {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double smallest = std::numeric_limits<double>::denorm_min();
constexpr double largest = std::numeric_limits<double>::max();
constexpr std::uint64_t points = 1'000'000;

// The error of `value` in units of the last place of the double nearest to `exact`.
double ulps(double value, long double exact) {
    int exponent = 0;
    std::frexp(exact, &exponent);
    const long double unit = std::ldexp(1.0L, std::max(exponent - 53, -1074));
    return static_cast<double>(std::abs(value - exact) / unit);
}

// The largest error over pseudo-random points, which `point` makes of two uniform numbers.
template <class Function, class Reference, class Point>
double worst_ulps(Function function, Reference reference, Point point) {
    const Draws draws(run_key(1, 0, 0), "arithmetic");
    double worst = 0;
    for (std::uint64_t i = 0; i < points; ++i) {
        const auto words = draws.words(i);
        const double x = point(Draws::unit(words[0], words[1]), Draws::unit(words[2], words[3]));
        const double error = ulps(function(x), reference(static_cast<long double>(x)));
        if (!(error <= worst)) worst = error;
    }
    return worst;
}

// Points of every magnitude between 2^low and 2^high, evenly in the exponent.
auto magnitudes(double low, double high) {
    return [=](double u, double v) { return std::ldexp(1 + v, static_cast<int>(std::floor(low + u * (high - low)))); };
}

auto between(double low, double high) {
    return [=](double u, double) { return low + u * (high - low); };
}

const auto exact_exp = [](long double x) { return std::exp(x); };
const auto exact_expm1 = [](long double x) { return std::expm1(x); };
const auto exact_log = [](long double x) { return std::log(x); };
const auto exact_log1p = [](long double x) { return std::log1p(x); };

}  // namespace

TEST_CASE("exp is exact to 1.5 units of the last place", "[core][arithmetic]") {
    CHECK(worst_ulps(portable::exp, exact_exp, between(-1, 1)) <= 1.5);
    CHECK(worst_ulps(portable::exp, exact_exp, between(-708, 709.78)) <= 1.5);
    CHECK(worst_ulps(portable::exp, exact_exp, magnitudes(-1074, 9)) <= 1.5);
    CHECK(worst_ulps(portable::exp, exact_exp, between(-745.1, -708)) <= 1.5);  // the result is subnormal
}

TEST_CASE("exp at its edges", "[core][arithmetic]") {
    CHECK(portable::exp(0) == 1);
    CHECK(portable::exp(-0.0) == 1);
    CHECK(portable::exp(smallest) == 1);
    CHECK(portable::exp(infinity) == infinity);
    CHECK(portable::exp(-infinity) == 0);
    CHECK(std::isnan(portable::exp(not_a_number)));
    CHECK(portable::exp(709.782712893384) < infinity);
    CHECK(portable::exp(std::nextafter(709.782712893384, infinity)) == infinity);
    CHECK(portable::exp(-745.13) == smallest);
    CHECK(portable::exp(-745.14) == 0);
    CHECK(portable::exp(largest) == infinity);
    CHECK(portable::exp(-largest) == 0);
}

TEST_CASE("log is exact to 1.5 units of the last place", "[core][arithmetic]") {
    CHECK(worst_ulps(portable::log, exact_log, between(0, 1)) <= 1.5);
    CHECK(worst_ulps(portable::log, exact_log, between(0.5, 2)) <= 1.5);
    CHECK(worst_ulps(portable::log, exact_log, between(0.9999, 1.0001)) <= 1.5);
    CHECK(worst_ulps(portable::log, exact_log, magnitudes(-1074, 1023)) <= 1.5);
}

TEST_CASE("log at its edges", "[core][arithmetic]") {
    CHECK(portable::log(1) == 0);
    CHECK(portable::log(0) == -infinity);
    CHECK(portable::log(-0.0) == -infinity);
    CHECK(portable::log(infinity) == infinity);
    CHECK(std::isnan(portable::log(-smallest)));
    CHECK(std::isnan(portable::log(-infinity)));
    CHECK(std::isnan(portable::log(not_a_number)));
    CHECK(ulps(portable::log(smallest), std::log(static_cast<long double>(smallest))) <= 1.5);
    CHECK(ulps(portable::log(largest), std::log(static_cast<long double>(largest))) <= 1.5);
}

TEST_CASE("expm1 and log1p keep their precision near 0", "[core][arithmetic]") {
    CHECK(worst_ulps(portable::expm1, exact_expm1, between(-1, 1)) <= 2);
    CHECK(worst_ulps(portable::expm1, exact_expm1, between(-50, 709.78)) <= 2);
    CHECK(worst_ulps(portable::expm1, exact_expm1, magnitudes(-1074, 9)) <= 2);
    CHECK(worst_ulps(portable::log1p, exact_log1p, between(-1, 1)) <= 2);
    CHECK(worst_ulps(portable::log1p, exact_log1p, magnitudes(-1074, 1023)) <= 2);
    const auto negative = [](double u, double v) { return -magnitudes(-1074, 0)(u, v) / 2; };
    CHECK(worst_ulps(portable::expm1, exact_expm1, negative) <= 2);
    CHECK(worst_ulps(portable::log1p, exact_log1p, negative) <= 2);
}

TEST_CASE("expm1 and log1p at their edges", "[core][arithmetic]") {
    CHECK(portable::expm1(0) == 0);
    CHECK(portable::expm1(smallest) == smallest);
    CHECK(portable::expm1(-infinity) == -1);
    CHECK(portable::expm1(-largest) == -1);
    CHECK(portable::expm1(infinity) == infinity);
    CHECK(portable::expm1(710) == infinity);
    CHECK(std::isnan(portable::expm1(not_a_number)));
    CHECK(portable::log1p(0) == 0);
    CHECK(portable::log1p(smallest) == smallest);
    CHECK(portable::log1p(-1) == -infinity);
    CHECK(portable::log1p(infinity) == infinity);
    CHECK(std::isnan(portable::log1p(-1.5)));
    CHECK(std::isnan(portable::log1p(not_a_number)));
    CHECK(ulps(portable::log1p(largest), std::log1p(static_cast<long double>(largest))) <= 2);
}

TEST_CASE("pow is exact to 1.5 units of the last place", "[core][arithmetic]") {
    const Draws draws(run_key(1, 0, 0), "pow");
    double worst = 0;
    for (std::uint64_t i = 0; i < points; ++i) {
        const auto words = draws.words(i);
        const double scale = i % 2 == 0 ? 60 : 0.01;
        const double base = std::exp2(between(-scale, scale)(Draws::unit(words[0], words[1]), 0));
        const double exponent = between(-800 / scale, 800 / scale)(Draws::unit(words[2], words[3]), 0);
        const long double exact = std::pow(static_cast<long double>(base), static_cast<long double>(exponent));
        worst = std::max(worst, ulps(portable::pow(base, exponent), exact));
    }
    CHECK(worst <= 1.5);
}

TEST_CASE("pow at its edges", "[core][arithmetic]") {
    CHECK(portable::pow(0, 0) == 1);
    CHECK(portable::pow(not_a_number, 0) == 1);
    CHECK(portable::pow(1, not_a_number) == 1);
    CHECK(portable::pow(0, 2) == 0);
    CHECK(portable::pow(0, -2) == infinity);
    CHECK(std::isnan(portable::pow(0, not_a_number)));
    CHECK(portable::pow(infinity, 0.5) == infinity);
    CHECK(portable::pow(infinity, -1) == 0);
    CHECK(portable::pow(0.5, infinity) == 0);
    CHECK(portable::pow(2, infinity) == infinity);
    CHECK(portable::pow(2, 3) == 8);
    CHECK(portable::pow(10, 22) == 1e22);
    CHECK(portable::pow(2, 1023) == 0x1p1023);
    CHECK(portable::pow(2, 1024) == infinity);
    CHECK(portable::pow(2, -1074) == smallest);
    CHECK(portable::pow(smallest, 0.5) == 0x1p-537);
    CHECK(portable::pow(2, 2000) == infinity);
    CHECK(portable::pow(2, -2000) == 0);
    CHECK(std::isnan(portable::pow(-2, 2)));
}

}  // namespace leeway
