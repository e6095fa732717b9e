#include "core/special.hpp"

#include <cmath>
#include <limits>

#include "core/arithmetic.hpp"

namespace leeway::portable {
namespace {

constexpr double precision = 1e-16;
constexpr int most_terms = 100'000;

// exp(-x) x^a / Gamma(a), the factor that both expansions share.
double gamma_factor(double a, double x) { return exp(a * log(x) - x - log_gamma(a)); }

// Series of P(a, x), quick for x < a + 1 (Abramowitz and Stegun 6.5.29).
double gamma_p_series(double a, double x) {
    double term = 1 / a, sum = term;
    for (int n = 1; n < most_terms && term > sum * precision; ++n) {
        term *= x / (a + n);
        sum += term;
    }
    return sum * gamma_factor(a, x);
}

// Continued fraction of Q(a, x) = 1 - P(a, x), quick for x >= a + 1 (Abramowitz and Stegun 6.5.31, Lentz's method).
double gamma_q_fraction(double a, double x) {
    constexpr double tiny = 1e-300;
    double b = x + 1 - a, c = 1 / tiny, d = 1 / b, h = d;
    for (int n = 1; n < most_terms; ++n) {
        const double step = -n * (n - a);
        b += 2;
        d = step * d + b;
        if (std::abs(d) < tiny) d = tiny;
        c = b + step / c;
        if (std::abs(c) < tiny) c = tiny;
        d = 1 / d;
        h *= d * c;
        if (std::abs(d * c - 1) < precision * 4) break;
    }
    return h * gamma_factor(a, x);
}

double polynomial(double x, const double (&coefficients)[8]) {
    double value = 0;
    for (int k = 7; k >= 0; --k) value = value * x + coefficients[k];
    return value;
}

}  // namespace

// Stirling's series where x is large; below, the recurrence Gamma(x + 1) = x Gamma(x) leads there.
double log_gamma(double x) {
    double product = 1;
    while (x < 12) product *= x++;
    const double z = 1 / (x * x);
    const double series = (1.0 / 12 - z * (1.0 / 360 - z * (1.0 / 1260 - z * (1.0 / 1680 - z * (1.0 / 1188 - z * (691.0 / 360360 - z / 156)))))) / x;
    return (x - 0.5) * log(x) - x + 0.91893853320467274178 + series - log(product);
}

double regularised_gamma_p(double a, double x) {
    if (!(a > 0) || !(x >= 0)) return std::numeric_limits<double>::quiet_NaN();
    if (x == 0) return 0;
    return x < a + 1 ? gamma_p_series(a, x) : 1 - gamma_q_fraction(a, x);
}

double normal_cdf(double x) {
    const double half = 0.5 * regularised_gamma_p(0.5, x * x / 2);
    if (x >= 0) return 0.5 + half;
    const double square = x * x / 2;
    return square < 1.5 ? 0.5 - half : 0.5 * gamma_q_fraction(0.5, square);
}

double normal_quantile(double p) {
    constexpr double a[8] = {3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
                             4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3};
    constexpr double b[8] = {1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
                             2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3};
    constexpr double c[8] = {1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
                             1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4};
    constexpr double d[8] = {1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
                             1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9};
    constexpr double e[8] = {6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
                             2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7};
    constexpr double f[8] = {1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
                             7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15};
    const double q = p - 0.5;
    if (std::abs(q) <= 0.425) {
        const double r = 0.180625 - q * q;
        return q * polynomial(r, a) / polynomial(r, b);
    }
    const double tail = std::sqrt(-log(q < 0 ? p : 1 - p));
    const double value = tail <= 5 ? polynomial(tail - 1.6, c) / polynomial(tail - 1.6, d) : polynomial(tail - 5, e) / polynomial(tail - 5, f);
    return q < 0 ? -value : value;
}

}  // namespace leeway::portable
