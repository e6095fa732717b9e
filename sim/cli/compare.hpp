// `leeway compare`: what the designs of stored results change, and how sure that is.
#pragma once

#include <string>
#include <vector>

#include "cli/answer_options.hpp"

namespace leeway {

/// What the user typed after `compare`.
struct CompareOptions : AnswerOptions {
    std::vector<std::string> metrics;  ///< outcomes to show; empty: the headline ones (in JSON and CSV: all)
};

/// Prints the comparison; returns the exit code: 0 done, 2 bad input, 3 could not write.
int compare_command(const CompareOptions& options);

}  // namespace leeway
