// The regulator: its officers' hours, the cases that wait for them, the rulebook, and its belief over the risk weights.
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <string>
#include <vector>

#include "world/products.hpp"

namespace leeway {

inline constexpr int weight_count = static_cast<int>(feature_count) + 1;  // an intercept and the features
using WeightVector = Eigen::Matrix<double, weight_count, 1>;
using WeightMatrix = Eigen::Matrix<double, weight_count, weight_count>;

/// The features of a product with a leading 1 for the intercept.
inline WeightVector design_row(const Features& features) {
    WeightVector row;
    row[0] = 1;
    for (std::size_t k = 0; k < feature_count; ++k) row[static_cast<int>(k) + 1] = features[k];
    return row;
}

enum class CaseKind : std::uint8_t { application, authorisation, enforcement };

/// A piece of work that waits for officers.
struct Case {
    std::uint32_t product;
    CaseKind kind;
    std::int32_t arrived;
    double hours_left;
};

/// Counts by which Little's law is checked: cases that came, cases that left, and the months that they spent.
struct QueueTally {
    double arrived = 0, left = 0, case_months = 0, months_waited_by_left = 0;
};

struct Regulator {
    std::vector<Case> queue;     ///< in order of arrival
    double hours_used = 0;       ///< this month
    double hours_available = 0;  ///< this month
    double hours_spent = 0;      ///< since the first month
    double monitoring = 0;       ///< share of harms in pilots that supervision sees, with the officers there are
    QueueTally tally;
    WeightVector belief_mean = WeightVector::Zero();
    WeightMatrix belief_covariance = WeightMatrix::Identity();
    std::vector<std::uint32_t> applicants;  ///< assessed, waiting for the next intake
};

/// The rulebook in force: the level of each provision, and the revision that waits for its lag.
struct Rulebook {
    std::vector<double> level;
    std::vector<double> next_level;
    std::int32_t next_month = never;  ///< month in which next_level comes into force
    double changes = 0;
    std::int32_t first_change = never;
    std::int32_t moratorium_until = -never;
    std::int32_t calm_until = -never;  ///< no new backlash before this month
    double backlash_months = 0;
};

}  // namespace leeway
