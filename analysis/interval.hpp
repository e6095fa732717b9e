// The 95 % interval of a mean over worlds. Independent worlds: Student's t, from five worlds on with skewness taken out
// by a cubic transformation (Hall 1992, J. R. Statist. Soc. B 54: 221), because t alone misses the mean of skewed
// values too often. Worlds of a Latin hypercube are not independent draws: their mean varies only with what no sum of
// functions of single parameters explains (Stein 1987, Technometrics 29; Owen 1992, J. R. Statist. Soc. B 54: 541), so
// variance and skewness are those of the residuals of such a regression.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "core/results.hpp"

namespace leeway {

inline constexpr double confidence = 0.95;

/// A mean with its interval; ends are NaN where they cannot be known.
struct Interval {
    double mean = missing_value, low = missing_value, high = missing_value;
};

/// Whether the interval is known and holds no zero.
inline bool leaves_zero_out(const Interval& interval) { return interval.low > 0 || interval.high < 0; }

/// How the variance of a mean over units is estimated.
enum class Estimator {
    independent,      ///< t interval over independent units, corrected for skewness
    latin_hypercube,  ///< residual variance after regression on the parameters of the worlds
    none              ///< the worlds were chosen, not drawn: no interval has a meaning
};

/// The regression on the parameters of the worlds of a Latin hypercube.
struct WorldRegression;

/// The estimator that a plan of worlds asks for, with what it needs.
struct MeanEstimator {
    Estimator kind = Estimator::independent;
    std::shared_ptr<const WorldRegression> regression;  ///< for a Latin hypercube only
};

/// The estimator of these results. A Latin hypercube with too few worlds for a regression on its parameters gets the t
/// interval: usually too wide there, never notably too narrow (Owen 1997, SIAM J. Numer. Anal. 34: the variance is at
/// most n/(n - 1) times that of independent worlds).
MeanEstimator estimator_for(const Results& results);

/// Worlds that a linear regression on `parameters` parameters asks for; the t interval is used below.
std::size_t least_worlds(std::size_t parameters);

/// The mean of the finite values with its interval; one value per world.
Interval estimate_mean(const MeanEstimator& estimator, const std::vector<double>& values);

/// Student's t interval of the mean of independent values (finite ones only), corrected for skewness; ends are NaN for
/// fewer than two.
Interval t_interval(const std::vector<double>& values);

}  // namespace leeway
