// `leeway list`: what can be named, one line each.
#pragma once

#include <string>

namespace leeway {

struct ListOptions {
    std::string what;  ///< scenarios, designs, experiments or metrics
};

/// Prints the names and a sentence about each.
int list_command(const ListOptions& options);

}  // namespace leeway
