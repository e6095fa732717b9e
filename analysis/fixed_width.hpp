// Are the contrasts of all designs with their baselines known well enough? Stein's two-stage interval (1945, Ann. Math.
// Statist. 16): the first replicates estimate the variance, and Student's t with their degrees of freedom holds for
// whatever number of replicates follows from it. Later looks may only ask for more: they depend on variances alone,
// which for normal means are independent of the means themselves (the argument of Starr 1966, Ann. Math. Statist. 37),
// so that looking costs nothing. Several contrasts share the error by Bonferroni's inequality.
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/replicate_means.hpp"

namespace leeway {

/// What is asked.
struct WidthGoal {
    double half_width;
    double confidence;        ///< that all contrasts lie within their half-widths at once
    std::size_t first_stage;  ///< replicates that estimate the variance for the t quantile, at least 2
};

/// What is known after so many replicates.
struct WidthAnswer {
    bool reached = false;
    std::vector<double> half_widths;  ///< [design], also valid where the goal is not reached; NaN for baselines
    double replicates_needed = 0;     ///< by the present estimate
};

/// `baseline_of` gives each design's baseline; a baseline is its own.
WidthAnswer judge_width(const ReplicateMeans& means, const std::vector<std::size_t>& baseline_of,
                        const WidthGoal& goal);

}  // namespace leeway
