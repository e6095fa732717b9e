// The evaluation mirror's data: what an evaluator of the programme would see of admitted, rejected, held-out and
// outside firms, and the estimate that the programme itself would make of its effect. The truth is known only from
// paired runs.
#pragma once

#include <array>

#include "metrics/recording.hpp"

namespace leeway {

/// Firms of the governed jurisdiction whose follow-up ended before the run, by the decision on their first application;
/// those that never applied are followed from their entry.
std::array<FollowUp, decision_count> follow_up_of(const World& world);

/// Mean differences, over pairs of an admitted firm and the rejected one that looks most alike; `firms` is the number
/// of pairs. All are missing where nobody can be matched.
FollowUp matched_difference(const World& world);

/// Mean effect of admission on money raised in the follow-up time (thousand currency) by the programme's own method,
/// from what follow_up_of says of the groups; missing where the method has nobody to compare with.
double estimate_of_programme(const World& world, EvaluationMethod method,
                             const std::array<FollowUp, decision_count>& groups);

}  // namespace leeway
