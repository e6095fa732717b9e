// How much of the variance between worlds does one parameter explain? The first Sobol index (Sobol 1993) from whatever
// worlds there are: polynomials of the parameter's rank are fitted, and the variance that they explain is corrected for
// what as many of them explain by chance (adjusted R squared; Ezekiel 1930, in the manner of Kelley's epsilon squared
// 1935). Luck is no part of the denominator.
#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <vector>

#include "analysis/interval.hpp"
#include "analysis/jackknife.hpp"

namespace leeway {

/// Means of worlds, with what luck leaves in them.
struct WorldMeans {
    Eigen::VectorXd values;  ///< [world], finite
    Eigen::VectorXd luck;    ///< [world]: variance that luck gives each mean; 0 where it is not known
};

/// An interval of a share, cut at 0 and 1; the estimate stays.
Interval cut_ends(Interval share);

/// Their sample variance; NaN with fewer than two.
double variance_of(const Eigen::VectorXd& values);

/// The degree of the polynomials that so many worlds afford: 1 for every 8 of them, from 1 to 6.
Eigen::Index affordable_degree(std::size_t worlds);

/// Variance explained by a parameter with these values, corrected; it can be a little below 0 where there is none.
double explained_variance(const Eigen::VectorXd& parameter, const Eigen::VectorXd& values);

/// The first-order index of a parameter, with its interval by the jackknife over `groups` of worlds. The estimate has
/// no bias and may fall a little below 0; the interval is cut at 0 and 1.
Interval first_order_index(const Eigen::VectorXd& parameter, const WorldMeans& means, const RowGroups& groups);

/// What no single one of these parameters explains: 1 less the sum of their indices, likewise, and itself cut at 0
/// and 1.
Interval unexplained_share(const std::vector<Eigen::VectorXd>& parameters, const WorldMeans& means,
                           const RowGroups& groups);

}  // namespace leeway
