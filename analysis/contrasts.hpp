// What a design changes: the level of every outcome and its difference from the baseline, paired by world and
// replicate.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analysis/interval.hpp"
#include "core/results.hpp"
#include "metrics/metric_table.hpp"

namespace leeway {

/// A quantity over units (worlds, or the replicates of a single world): mean, its interval, and the spread. With fewer
/// than two units there is neither interval nor spread: both are NaN, `p50` is the one value.
struct Summary {
    Interval mean;
    double p05 = missing_value, p50 = missing_value, p95 = missing_value;
    std::size_t units = 0;       ///< with a finite value
    std::vector<double> values;  ///< one per unit, NaN where missing
};

/// One outcome of one design beside the baseline's.
struct OutcomeContrast {
    const Metric* metric = nullptr;  ///< the row of the table; never null
    Summary level, contrast;         ///< contrast: design minus baseline, over complete pairs of runs
    Summary relative;  ///< contrast over the baseline's level, unit by unit; NaN where that is not positive
    std::size_t better = 0, worse = 0, tied = 0;  ///< units by the sign of their mean contrast
    double share_better = missing_value;          ///< ties count half; NaN where neither direction is better
    double luck_saving = missing_value;  ///< replicates that independent luck would take for the same sharpness,
                                         ///< over those there are; NaN where no world has two complete pairs
    std::size_t missing_runs = 0;        ///< runs of the design without a value
    std::size_t missing_pairs = 0;       ///< pairs left out because one of the two runs has no value

    /// Whether the interval of the contrast leaves zero out.
    bool is_clear() const { return contrast.mean.low > 0 || contrast.mean.high < 0; }
    /// Whether at least nine of ten units change in the same direction (the range from p05 to p95 leaves zero out).
    bool units_agree() const { return contrast.p05 > 0 || contrast.p95 < 0; }
    /// Whether the contrast's mean lies in the direction that is better (false where neither is).
    bool is_better() const;
};

/// `outcome` (its entry `inner`, such as a segment) under `design` against `baseline` (indices into results.designs);
/// nothing if the table does not know it.
std::optional<OutcomeContrast> contrast_outcome(const Results& results, const MeanEstimator& estimator,
                                                const OutcomeArray& outcome, std::size_t design, std::size_t baseline,
                                                std::size_t inner = 0);

/// The design that `design` is set against: the one of `baseline`'s name in the same regime of adaptation (settings
/// `adaptation.…` in the label), where there is one, or `baseline` itself.
std::size_t matching_baseline(const Results& results, std::size_t design, std::size_t baseline);

}  // namespace leeway
