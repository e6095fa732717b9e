// `leeway sensitivity`: what outcomes depend on: levers, assumptions (and which), or luck.
#pragma once

#include <string>
#include <vector>

#include "cli/answer_options.hpp"

namespace leeway {

/// What the user typed after `sensitivity`.
struct SensitivityOptions : AnswerOptions {
    std::vector<std::string> metrics;  ///< outcomes; empty: uptake and harm
};

/// Prints the shares; returns the exit code: 0 done, 2 bad input, 3 could not write.
int sensitivity_command(const SensitivityOptions& options);

}  // namespace leeway
