// What a count of harms says about the log of their rate: the Gaussian that stands for a Poisson likelihood, expanded
// at its mode under what was expected (Laplace's approximation of the Poisson-lognormal model). A count in next to no
// exposure says next to nothing, whatever it is; log((seen + 1/2) / exposure) would say that the rate is high.
#pragma once

namespace leeway {

/// A measured log rate with the variance of its error.
struct Observation {
    double log_rate = 0, variance = 1;
};

/// The observation that `seen` harms in `exposure` user-months (above 0) make, where a log rate of `expected` with
/// standard deviation `spread` was expected.
Observation observe_log_rate(double seen, double exposure, double expected, double spread);

}  // namespace leeway
