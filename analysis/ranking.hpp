// Which design leads by an outcome at month 36 and at the end, and whether the order turns in between.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/interval.hpp"
#include "core/results.hpp"
#include "metrics/metric_table.hpp"

namespace leeway {

inline constexpr std::int64_t early_month = 36;

/// Designs by their mean over worlds in one month.
struct MonthRanking {
    std::int64_t month = 0;
    std::vector<std::size_t> order;  ///< indices of designs, the best first; designs without a value are left out
    std::vector<double> means;       ///< parallel to `order`
};

/// Two designs whose order turns.
struct Flip {
    std::size_t ahead_early = 0, ahead_late = 0;  ///< indices of designs
    bool is_clear = false;                        ///< whether the paired differences leave zero out at both months
};

/// The order by one outcome.
struct Ranking {
    const Metric* metric = nullptr;  ///< never null
    MonthRanking early, late;
    std::vector<Flip> flips;  ///< clear ones first
};

/// The rankings by one monthly outcome; nothing where neither direction is better, the series is not stored, or no
/// month lies behind month 36.
std::optional<Ranking> rank_designs(const Results& results, const MeanEstimator& estimator, const std::string& metric);

/// The finding in one sentence.
std::string ranking_sentence(const Results& results, const Ranking& ranking);

}  // namespace leeway
