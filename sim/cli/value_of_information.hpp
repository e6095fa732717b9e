// `leeway value-of-information`: which unknown is worth a study before deciding, and what a design is worth as an
// experiment.
#pragma once

#include <string>
#include <vector>

#include "cli/weighed.hpp"

namespace leeway {

/// What the user typed after `value-of-information`.
struct InformationOptions : WeighOptions {
    std::vector<std::string> findings;  ///< outcomes that a pilot would show; empty: what a regulator sees
};

/// Prints the values; returns the exit code: 0 done, 2 bad input, 3 could not write.
int value_of_information_command(const InformationOptions& options);

}  // namespace leeway
