// Special functions for distributions and posteriors, built on portable arithmetic.
#pragma once

namespace leeway::portable {

/// Logarithm of the Gamma function of x > 0.
double log_gamma(double x);

/// Regularised lower incomplete Gamma function P(a, x), for a > 0 and x >= 0: the distribution function of a Gamma variable.
double regularised_gamma_p(double a, double x);

/// Distribution function of the standard normal.
double normal_cdf(double x);

/// Quantile of the standard normal for 0 < p < 1 (Wichura 1988, algorithm AS 241).
double normal_quantile(double p);

}  // namespace leeway::portable
