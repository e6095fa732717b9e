#include "core/special.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

#include "core/arithmetic.hpp"

namespace leeway::portable {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double log_root_two_pi = 0.91893853320467274178;
constexpr double root_two_pi = 2.50662827463100050242;
constexpr double precision = 1e-16;
constexpr int most_terms = 100'000;
constexpr double least_for_stirling = 12;
constexpr double least_for_uniform_expansion = 1e6;

template <std::size_t size>
double polynomial(double x, const double (&coefficients)[size]) {
    double value = 0;
    for (std::size_t k = size; k > 0; --k) value = value * x + coefficients[k - 1];
    return value;
}

// log Gamma(x) less (x - 1/2) log x - x + log sqrt(2 pi), by Stirling's series.
double stirling_rest(double x) {
    constexpr double terms[] = {1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156};
    return polynomial(1 / (x * x), terms) / x;
}

// log Gamma(2 + z) for |z| <= 1/2 (Abramowitz and Stegun 6.1.33); the terms are (-1)^n (zeta(n) - 1) / n, the first 1
// minus Euler's constant. It keeps its relative precision at the zero.
double log_gamma_around_two(double z) {
    constexpr double terms[] = {
        4.22784335098467139e-01,       6.44934066848226437e-01 / 2,   -2.02056903159594285e-01 / 3,
        8.23232337111381915e-02 / 4,   -3.69277551433699263e-02 / 5,  1.73430619844491397e-02 / 6,
        -8.34927738192282684e-03 / 7,  4.07735619794433938e-03 / 8,   -2.00839282608221442e-03 / 9,
        9.94575127818085337e-04 / 10,  -4.94188604119464559e-04 / 11, 2.46086553308048299e-04 / 12,
        -1.22713347578489147e-04 / 13, 6.12481350587048293e-05 / 14,  -3.05882363070204936e-05 / 15,
        1.52822594086518717e-05 / 16,  -7.63719763789976227e-06 / 17, 3.81729326499983986e-06 / 18,
        -1.90821271655393893e-06 / 19, 9.53962033872796113e-07 / 20,  -4.76932986787806463e-07 / 21,
        2.38450502727732991e-07 / 22,  -1.19219925965311073e-07 / 23, 5.96081890512594796e-08 / 24,
        -2.98035035146522802e-08 / 25, 1.49015548283650412e-08 / 26,  -7.45071178983542949e-09 / 27};
    return z * polynomial(z, terms);
}

// x / a - 1 - log(x / a), without cancellation where x is near a: with m = x / a - 1 and s = m / (2 + m) it is
// s m - 2 (s^3 / 3 + s^5 / 5 + …).
double excess_over_log(double a, double x) {
    const double m = (x - a) / a;
    if (std::abs(m) > 0.3) return x / a - 1 - log(x / a);
    constexpr double terms[] = {1.0 / 3,  1.0 / 5,  1.0 / 7,  1.0 / 9,  1.0 / 11, 1.0 / 13,
                                1.0 / 15, 1.0 / 17, 1.0 / 19, 1.0 / 21, 1.0 / 23};
    const double s = m / (2 + m);
    return s * m - 2 * s * s * s * polynomial(s * s, terms);
}

// exp(-x) x^a / Gamma(a), the factor that both expansions share; in the second form nothing large cancels.
double gamma_factor(double a, double x) {
    if (a < least_for_stirling) return exp(a * log(x) - x - log_gamma(a));
    return std::sqrt(a) / root_two_pi * exp(-a * excess_over_log(a, x) - stirling_rest(a));
}

// Series of P(a, x) without the factor, quick for x < a + 1 (Abramowitz and Stegun 6.5.29).
double gamma_p_series(double a, double x) {
    double term = 1 / a, sum = term;
    for (int n = 1; n < most_terms && term > sum * precision; ++n) {
        term *= x / (a + n);
        sum += term;
    }
    return sum;
}

// Continued fraction of Q(a, x) = 1 - P(a, x) without the factor, quick for x >= a + 1 (Abramowitz and Stegun 6.5.31,
// Lentz's method).
double gamma_q_fraction(double a, double x) {
    double b = x + 1 - a, c = infinity, d = 1 / b, h = d;
    for (int n = 1; n < most_terms; ++n) {
        const double step = -n * (n - a);
        b += 2;
        d = 1 / (step * d + b);
        c = b + step / c;
        h *= d * c;
        if (std::abs(d * c - 1) < precision * 4) break;
    }
    return h;
}

// P(a, x) for large a, where the expansions above are long (Temme 1979, his series in eta; what follows is below
// 1e-14).
double gamma_p_uniform(double a, double x) {
    constexpr double first[] = {-1.0 / 3, 1.0 / 12, -2.0 / 135, 1.0 / 864, 1.0 / 2835, -139.0 / 777600};
    constexpr double second[] = {-1.0 / 540, -1.0 / 288};
    const double excess = excess_over_log(a, x);
    if (a * excess > 800) return x < a ? 0 : 1;
    const double eta = std::copysign(std::sqrt(2 * excess), x - a);
    const double correction = exp(-a * excess) / (root_two_pi * std::sqrt(a));
    return normal_cdf(eta * std::sqrt(a)) - correction * (polynomial(eta, first) + polynomial(eta, second) / a);
}

// exp(-x^2 / 2): x^2 rounded would lose precision in the tails, so x is split into a short part and a rest.
double exp_minus_half_square(double x) {
    const double shorter = std::floor(x * 1024) / 1024;
    return exp(-shorter * shorter / 2) * exp(-(x - shorter) * (x + shorter) / 2);
}

}  // namespace

double log_gamma(double x) {
    if (!(x > 0)) return x == 0 ? infinity : not_a_number;
    if (x == infinity) return infinity;
    if (x >= least_for_stirling) return (x - 0.5) * log(x) - x + log_root_two_pi + stirling_rest(x);
    if (x < 0.5) return log_gamma_around_two(x) - log(x * (1 + x));
    if (x < 1.5) return log_gamma_around_two(x - 1) - log(x);
    double product = 1;
    while (x >= 2.5) product *= --x;
    return log_gamma_around_two(x - 2) + log(product);
}

double regularised_gamma_p(double a, double x) {
    if (!(a > 0) || !(x >= 0) || a == infinity) return not_a_number;
    if (x == 0) return 0;
    if (x == infinity) return 1;
    if (a > least_for_uniform_expansion) return gamma_p_uniform(a, x);
    return x < a + 1 ? gamma_p_series(a, x) * gamma_factor(a, x) : 1 - gamma_q_fraction(a, x) * gamma_factor(a, x);
}

double normal_cdf(double x) {
    constexpr double series_up_to = 1.75;
    if (std::abs(x) < series_up_to) return 0.5 + std::copysign(0.5 * regularised_gamma_p(0.5, x * x / 2), x);
    if (x > 0) return 1 - normal_cdf(-x);
    if (!(x >= -40)) return std::isnan(x) ? x : 0;
    return gamma_q_fraction(0.5, x * x / 2) * exp_minus_half_square(x) * -x / (2 * root_two_pi);
}

double normal_quantile(double p) {
    constexpr double a[8] = {3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
                             1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
                             3.3430575583588128105e4, 2.5090809287301226727e3};
    constexpr double b[8] = {1.0000000000000000000e0, 4.2313330701600911252e1, 6.8718700749205790830e2,
                             5.3941960214247511077e3, 2.1213794301586595867e4, 3.9307895800092710610e4,
                             2.8729085735721942674e4, 5.2264952788528545610e3};
    constexpr double c[8] = {1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                             3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                             2.27238449892691845833e-2, 7.74545014278341407640e-4};
    constexpr double d[8] = {1.0000000000000000000e0,   2.05319162663775882187e0,  1.67638483018380384940e0,
                             6.89767334985100004550e-1, 1.48103976427480074590e-1, 1.51986665636164571966e-2,
                             5.47593808499534494600e-4, 1.05075007164441684324e-9};
    constexpr double e[8] = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                             2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                             2.71155556874348757815e-5, 2.01033439929228813265e-7};
    constexpr double f[8] = {1.0000000000000000000e0,   5.99832206555887937690e-1, 1.36929880922735805310e-1,
                             1.48753612908506148525e-2, 7.86869131145613259100e-4, 1.84631831751005468180e-5,
                             1.42151175831644588870e-7, 2.04426310338993978564e-15};
    if (p == 0 || p == 1) return p == 0 ? -infinity : infinity;
    const double q = p - 0.5;
    if (std::abs(q) <= 0.425) {
        const double r = 0.180625 - q * q;
        return q * polynomial(r, a) / polynomial(r, b);
    }
    const double tail = std::sqrt(-log(q < 0 ? p : 1 - p));
    const double value = tail <= 5 ? polynomial(tail - 1.6, c) / polynomial(tail - 1.6, d)
                                   : polynomial(tail - 5, e) / polynomial(tail - 5, f);
    return q < 0 ? -value : value;
}

}  // namespace leeway::portable
