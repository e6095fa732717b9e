// Special functions for distributions and posteriors, built on portable arithmetic.
#pragma once

namespace leeway::portable {

/// Logarithm of the Gamma function of x > 0, with a relative error below 1e-13, also near its zeros; infinity at 0, NaN
/// below.
double log_gamma(double x);

/// Regularised lower incomplete Gamma function P(a, x), for a > 0 and x >= 0, else NaN: the distribution function of a
/// Gamma variable. The relative error is below 1e-14 (1 + |log P|).
double regularised_gamma_p(double a, double x);

/// Distribution function of the standard normal, with a relative error below 1e-13 in both tails.
double normal_cdf(double x);

/// Quantile of the standard normal (Wichura 1988, algorithm AS 241), with a relative error below 1e-13; infinite at 0
/// and 1, NaN outside.
double normal_quantile(double p);

}  // namespace leeway::portable
