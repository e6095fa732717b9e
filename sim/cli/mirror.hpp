// `leeway mirror`: what an evaluation of a sandbox would conclude from its own data, and what is true.
#pragma once

#include "cli/answer_options.hpp"

namespace leeway {

/// Prints the answer; returns the exit code: 0 done, 2 bad input, 3 could not write.
int mirror_command(const AnswerOptions& options);

}  // namespace leeway
