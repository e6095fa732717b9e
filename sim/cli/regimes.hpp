// `leeway regimes`: does the ranking of designs flip with who adapts, and what turns it?
#pragma once

#include <string>
#include <vector>

#include "cli/answer_options.hpp"

namespace leeway {

/// What the user typed after `regimes`; every design is set against the others, so no baseline is asked for.
struct RegimesOptions : AnswerOptions {
    std::vector<std::string> metrics;  ///< outcomes to rank by; empty: the headline ones
};

/// Prints the answer; returns the exit code: 0 done, 2 bad input, 3 could not write.
int regimes_command(const RegimesOptions& options);

}  // namespace leeway
