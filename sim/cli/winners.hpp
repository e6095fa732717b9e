// `leeway winners`: who is better off, worse off and the same under each design.
#pragma once

#include "cli/answer_options.hpp"

namespace leeway {

/// What the user typed after `winners`.
struct WinnersOptions : AnswerOptions {
    double same_percent = 1;  ///< a change within so many percent of what a party has counts as none
};

/// Prints the answer; returns the exit code: 0 done, 2 bad input, 3 could not write.
int winners_command(const WinnersOptions& options);

}  // namespace leeway
