// `leeway frontier`: which design is preferred at each exchange rate between harm and uptake, and which are dominated.
#pragma once

#include <vector>

#include "cli/answer_options.hpp"

namespace leeway {

/// What the user typed after `frontier`.
struct FrontierOptions : AnswerOptions {
    std::vector<double> rates;  ///< exchange rates of the curve; empty: from 0 to where nothing changes
};

/// Prints the answer; returns the exit code: 0 done, 2 bad input, 3 could not write.
int frontier_command(const FrontierOptions& options);

}  // namespace leeway
