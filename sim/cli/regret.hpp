// `leeway regret`: which design loses least where another would have been better, and in which worlds each is good
// enough.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/weighed.hpp"

namespace leeway {

/// What the user typed after `regret`.
struct RegretOptions : WeighOptions {
    std::vector<std::string> at_least, at_most;  ///< METRIC=VALUE: what is good enough
    double tail = 0.1;                           ///< share of worst worlds
    std::size_t worlds = 10;                     ///< listed in text
};

/// Prints the regret table; returns the exit code: 0 done, 2 bad input, 3 could not write.
int regret_command(const RegretOptions& options);

}  // namespace leeway
