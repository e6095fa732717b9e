// `leeway optimise`: searches the designs that [vary] makes for those that gain most uptake at least harm.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>

#include "cli/run.hpp"

namespace leeway {

/// What the user typed after `optimise`.
struct OptimiseOptions {
    RunOptions run;  ///< as for `leeway run`; its output is the folder of found designs and runs
    std::size_t population = 16, generations = 8;
    bool json = false;
    std::optional<std::filesystem::path> csv;  ///< also write a table here
};

/// Searches, confirms with fresh luck, writes designs; returns the exit code: 0 done, 2 bad input, 3 could not write,
/// 130 or 143 interrupted (the same command goes on).
int optimise_command(const OptimiseOptions& options);

}  // namespace leeway
