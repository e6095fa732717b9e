// Elementary functions from + - * / and bit operations alone, so that every processor, compiler and WebAssembly give
// the same bits; the platform's own differ in the last bit. Argument reduction after Cody and Waite 1980; errors are
// below 1.5 units of the last place (ulp) unless said otherwise.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace leeway::portable {

namespace detail {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
inline constexpr double ln2_high = 6.93147180369123816490e-01;  // so short that k * ln2_high is exact for |k| < 2048
inline constexpr double ln2_low = 1.90821492927058770002e-10;
inline constexpr double largest_exponent = 709.782712893384;  // exp of more is infinite
inline constexpr std::uint64_t one = std::bit_cast<std::uint64_t>(1.0);
inline constexpr std::uint64_t root_of_half = std::bit_cast<std::uint64_t>(0.70710678118654746);
inline constexpr std::uint64_t mantissa_bits = 0x000fffffffffffffULL;

/// 2^k for -1022 <= k <= 1023.
inline double power_of_two(std::int64_t k) { return std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52); }

/// x times 2^k, also where the result is subnormal.
inline double scale(double x, std::int64_t k) {
    if (k > 1023) return x * power_of_two(1023) * power_of_two(k - 1023);
    if (k < -1022) return x * power_of_two(-1000) * power_of_two(k + 1000);
    return x * power_of_two(k);
}

/// expm1(r) for |r| <= 0.35 by its Taylor polynomial, whose remainder is below 2^-54; in pairs, which overlap in time.
inline double expm1_small(double r) {
    const double r2 = r * r, r4 = r2 * r2;
    const double middle = (1.0 / 24 + r * (1.0 / 120)) + r2 * (1.0 / 720 + r * (1.0 / 5040));
    const double upper = (1.0 / 40320 + r * (1.0 / 362880)) + r2 * (1.0 / 3628800 + r * (1.0 / 39916800));
    const double tail = middle + r4 * (upper + r4 * (1.0 / 479001600 + r * (1.0 / 6227020800.0)));
    return r + r2 * (0.5 + (r * (1.0 / 6) + r2 * tail));
}

/// A power of e as 2^k (1 + fraction).
struct PowerOfE {
    double fraction;
    std::int64_t k;
};

/// e to the power x + rest, for |x| < 2^20 and a rest far below x's precision of 1.
inline PowerOfE reduce_power(double x, double rest = 0) {
    constexpr double to_integer = 0x1.8p52;  // a sum with it is rounded to an integer, which stands in the lowest bits
    const double shifted = x * 1.44269504088896338700 + to_integer;
    const double k = shifted - to_integer;
    const double high = x - k * ln2_high, low = k * ln2_low - rest;
    const double r = high - low;
    const double lost = (high - r) - low;  // what rounding took from r
    return {expm1_small(r) + (lost + lost * r), static_cast<std::int64_t>(k)};
}

/// A positive number as 2^k (1 + f), with 1 + f between the root of a half and the root of 2; f is exact.
struct LogParts {
    double f;
    std::int64_t k;
};

inline LogParts split_for_log(double x) {
    const bool subnormal = x < std::numeric_limits<double>::min();
    const std::uint64_t bits = std::bit_cast<std::uint64_t>(subnormal ? x * 0x1p54 : x) + (one - root_of_half);
    const double mantissa = std::bit_cast<double>((bits & mantissa_bits) + root_of_half);
    return {mantissa - 1, static_cast<std::int64_t>(bits >> 52) - (subnormal ? 1023 + 54 : 1023)};
}

/// 2 atanh(s) / s - 2 - 2 z / 3 for z = s^2 <= 0.03, divided by z^2: the far terms of the series of log.
inline double far_log_series(double z) {
    const double z2 = z * z, z4 = z2 * z2;
    const double near = (2.0 / 5 + z * (2.0 / 7)) + z2 * (2.0 / 9 + z * (2.0 / 11));
    return near + z4 * ((2.0 / 13 + z * (2.0 / 15)) + z2 * (2.0 / 17 + z * (2.0 / 19) + z2 * (2.0 / 21)));
}

/// A number of twice the precision: high + low, where low is below the precision of high.
struct TwicePrecise {
    double high, low;
};

/// a + b without an error, for |a| >= |b| (Dekker 1971).
inline TwicePrecise add_exactly(double a, double b) {
    const double sum = a + b;
    return {sum, b - (sum - a)};
}

/// a * b without an error, where nothing over- or underflows (Dekker 1971).
inline TwicePrecise multiply_exactly(double a, double b) {
    const auto upper_half = [](double x) {
        return std::bit_cast<double>(std::bit_cast<std::uint64_t>(x) & ~0x7ffffffULL);
    };
    const double a1 = upper_half(a), a2 = a - a1, b1 = upper_half(b), b2 = b - b1, product = a * b;
    return {product, ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2};
}

/// log of a positive finite x to about 65 bits: 2 s + 2 s^3 / 3 + …, s = f / (2 + f) and its cube in twice the
/// precision.
inline TwicePrecise precise_log(double x) {
    const auto [f, k] = split_for_log(x);
    const auto [divisor, divisor_low] = add_exactly(2, f);
    const double s = f / divisor;
    const TwicePrecise back = multiply_exactly(s, divisor);
    const double s_low = ((f - back.high) - back.low - s * divisor_low) / divisor;
    const TwicePrecise z = multiply_exactly(s, s);
    const TwicePrecise cube = multiply_exactly(z.high, s);
    const TwicePrecise third = multiply_exactly(cube.high, 2.0 / 3);
    constexpr double two_thirds_low = 0x1.5555555555555p-55;  // 2/3 less its double
    const double cube_low = cube.low + z.low * s + 3 * z.high * s_low;
    const double third_low = third.low + cube.high * two_thirds_low + cube_low * (2.0 / 3);
    const TwicePrecise series = add_exactly(2 * s, third.high);
    const double series_low = series.low + (2 * s_low + third_low + s * z.high * z.high * far_log_series(z.high));
    const TwicePrecise sum = k == 0 ? series : add_exactly(static_cast<double>(k) * ln2_high, series.high);
    return add_exactly(sum.high, k == 0 ? series_low : sum.low + (series_low + static_cast<double>(k) * ln2_low));
}

}  // namespace detail

/// e to the power x.
inline double exp(double x) {
    if (!(std::abs(x) <= 708)) {
        if (std::isnan(x)) return x;
        if (x > detail::largest_exponent) return detail::infinity;
        if (x < -745.2) return 0;
    }
    const auto [fraction, k] = detail::reduce_power(x);
    return detail::scale(1 + fraction, k);
}

/// e to the power x, less 1, exact near 0; errors up to 2 ulp.
inline double expm1(double x) {
    if (std::abs(x) <= 0.34) return detail::expm1_small(x);
    if (!(x >= -40)) return std::isnan(x) ? x : -1;
    if (x > detail::largest_exponent) return detail::infinity;
    const auto [fraction, k] = detail::reduce_power(x);
    return detail::scale((1 - detail::scale(1, -k)) + fraction, k);
}

/// Natural logarithm; -infinity at 0, NaN below.
inline double log(double x) {
    if (!(x > 0 && x < detail::infinity)) {
        if (x == 0) return -detail::infinity;
        return x < 0 ? detail::not_a_number : x;
    }
    const auto [f, exponent] = detail::split_for_log(x);
    const auto k = static_cast<double>(exponent);
    // log(1 + f) = 2 atanh(s) with s = f / (2 + f), written so that f itself carries the leading bits.
    const double s = f / (2 + f), z = s * s, half = 0.5 * f * f;
    const double series = z * (2.0 / 3 + z * detail::far_log_series(z));
    return k * detail::ln2_high - ((half - (s * (half + series) + k * detail::ln2_low)) - f);
}

/// Natural logarithm of 1 + x, exact near 0; -infinity at -1, NaN below; errors up to 2 ulp.
inline double log1p(double x) {
    if (!(x > -1)) return log(1 + x);
    const double sum = 1 + x;
    if (sum == detail::infinity) return sum;
    const double lost = std::abs(x) > 1 ? 1 - (sum - x) : x - (sum - 1);  // what rounding took from the sum
    return log(sum) + lost / sum;
}

/// base to the power exponent, for base >= 0, else NaN.
inline double pow(double base, double exponent) {
    if (exponent == 0 || base == 1) return 1;
    if (base == 0 && !std::isnan(exponent)) return exponent > 0 ? 0 : detail::infinity;
    const double size = exponent * log(base);
    if (!(std::abs(size) < 800 && std::abs(size) > 0x1p-60)) return exp(size);
    const auto [high, low] = detail::precise_log(base);
    const detail::TwicePrecise power = detail::multiply_exactly(exponent, high);
    if (power.high > 710 || power.high < -746) return exp(power.high);
    const auto [fraction, k] = detail::reduce_power(power.high, power.low + exponent * low);
    return detail::scale(1 + fraction, k);
}

}  // namespace leeway::portable
