// Elementary functions from + - * / and bit operations alone, so that every processor, compiler and WebAssembly give the
// same bits; the platform's own differ in the last bit. Argument reduction after Cody and Waite 1980; errors about 1 ulp.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace leeway::portable {

namespace detail {

inline constexpr double ln2_high = 6.93147180369123816490e-01;  // the upper bits of ln 2: k * ln2_high is exact for |k| < 2048
inline constexpr double ln2_low = 1.90821492927058770002e-10;

/// x times 2^k, also where the result is subnormal.
inline double scale(double x, int k) {
    const auto power = [](int exponent) { return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52); };
    if (k > 1023) return x * power(1023) * power(k - 1023);
    if (k < -1022) return x * power(-1000) * power(k + 1000);
    return x * power(k);
}

/// expm1(r) for |r| <= 0.35 by its Taylor polynomial, whose remainder is below 2^-54.
inline double expm1_small(double r) {
    const double tail = r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720 + r * (1.0 / 5040 + r * (1.0 / 40320 +
                        r * (1.0 / 362880 + r * (1.0 / 3628800 + r * (1.0 / 39916800 + r * (1.0 / 479001600 +
                        r * (1.0 / 6227020800.0))))))))));
    return r + r * r * (0.5 + r * (1.0 / 6 + tail));
}

/// A power of e as 2^k (1 + fraction), for |x| < 2^20.
struct PowerOfE {
    double fraction;
    int k;
};

inline PowerOfE reduce_power(double x) {
    const double k = std::floor(x * 1.44269504088896338700 + 0.5);
    const double high = x - k * ln2_high, low = k * ln2_low;
    const double r = high - low;
    const double lost = (high - r) - low;  // what rounding took from r
    return {expm1_small(r) + lost, static_cast<int>(k)};
}

}  // namespace detail

/// e to the power x.
inline double exp(double x) {
    if (std::isnan(x)) return x;
    if (x > 709.782712893384) return std::numeric_limits<double>::infinity();
    if (x < -745.2) return 0;
    const detail::PowerOfE power = detail::reduce_power(x);
    return detail::scale(1 + power.fraction, power.k);
}

/// e to the power x, less 1, exact near 0; errors up to 2 ulp.
inline double expm1(double x) {
    if (std::abs(x) <= 0.34) return detail::expm1_small(x);
    if (!(x >= -40)) return std::isnan(x) ? x : -1;
    if (x > 709.782712893384) return std::numeric_limits<double>::infinity();
    const detail::PowerOfE power = detail::reduce_power(x);
    return detail::scale((1 - detail::scale(1, -power.k)) + power.fraction, power.k);
}

/// Natural logarithm; -infinity at 0, NaN below.
inline double log(double x) {
    if (std::isnan(x) || x == std::numeric_limits<double>::infinity()) return x;
    if (x < 0) return std::numeric_limits<double>::quiet_NaN();
    if (x == 0) return -std::numeric_limits<double>::infinity();
    int k = 0;
    if (x < std::numeric_limits<double>::min()) {
        x *= 0x1p54;
        k = -54;
    }
    const auto bits = std::bit_cast<std::uint64_t>(x);
    k += static_cast<int>(bits >> 52) - 1023;
    double mantissa = std::bit_cast<double>((bits & 0x000fffffffffffffULL) | 0x3ff0000000000000ULL);
    if (mantissa > 1.4142135623730951) {
        mantissa *= 0.5;
        ++k;
    }
    // log(1 + f) = 2 atanh(s) with s = f / (2 + f), written so that f itself carries the leading bits.
    const double f = mantissa - 1, s = f / (2 + f), z = s * s, half = 0.5 * f * f;
    const double series = z * (2.0 / 3 + z * (2.0 / 5 + z * (2.0 / 7 + z * (2.0 / 9 + z * (2.0 / 11 + z * (2.0 / 13 +
                          z * (2.0 / 15 + z * (2.0 / 17 + z * (2.0 / 19 + z * (2.0 / 21))))))))));
    return k * detail::ln2_high - ((half - (s * (half + series) + k * detail::ln2_low)) - f);
}

/// Natural logarithm of 1 + x, exact near 0; -infinity at -1, NaN below; errors up to 2 ulp.
inline double log1p(double x) {
    if (!(x > -1)) return log(1 + x);
    const double sum = 1 + x;
    if (sum == std::numeric_limits<double>::infinity()) return sum;
    const double lost = std::abs(x) > 1 ? 1 - (sum - x) : x - (sum - 1);  // what rounding took from the sum
    return log(sum) + lost / sum;
}

/// base to the power exponent, for base >= 0, else NaN; the relative error is at most 2^-52 (1 + |exponent log base|).
inline double pow(double base, double exponent) {
    if (exponent == 0 || base == 1) return 1;
    if (base == 0 && !std::isnan(exponent)) return exponent > 0 ? 0 : std::numeric_limits<double>::infinity();
    return exp(exponent * log(base));
}

}  // namespace leeway::portable
