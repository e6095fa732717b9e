// `leeway discover`: names the worlds in which a design fails, by ranges of the uncertain parameters.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "cli/answer_options.hpp"

namespace leeway {

/// What the user typed after `discover`.
struct DiscoverOptions : AnswerOptions {
    std::string design, metric;
    std::optional<double> above, below;  ///< thresholds of failure; neither: worse than the baseline
    bool relative = false;               ///< thresholds are on the difference from the baseline
    std::optional<double> density;       ///< the least density of a box
    std::size_t boxes = 3;               ///< at most
};

/// Prints the boxes; returns the exit code: 0 done, 2 bad input, 3 could not write.
int discover_command(const DiscoverOptions& options);

}  // namespace leeway
