// Which design is best? The fully sequential procedure of Kim and Nelson (2001, ACM Trans. Model. Comput. Simul. 11),
// with paired luck: the best design is named with the asked probability wherever it leads by at least the indifference.
// Differences of pairs walk between two lines that close in on each other; whoever falls below the line against any
// other is out.
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/replicate_means.hpp"

namespace leeway {

/// What is asked.
struct BestGoal {
    double indifference;  ///< the smallest difference that matters, above 0
    double probability;
    std::size_t round;  ///< replicates between two looks; the first ones estimate variances, at least 2
    bool more_is_better;
};

/// What is known of a group of designs after so many replicates.
struct BestAnswer {
    bool decided = false;
    std::size_t best = 0;                 ///< the design that leads
    std::vector<std::size_t> contenders;  ///< designs that are not out, in the order of the group
    double most_replicates = 0;           ///< after which it will be decided at the latest
};

/// Judges the designs of `group` (indices, at least one). The looks are the multiples of `round` and the last
/// replicate; all are gone through, so that the answer is a function of the values alone.
BestAnswer judge_best(const ReplicateMeans& means, const std::vector<std::size_t>& group, const BestGoal& goal);

}  // namespace leeway
