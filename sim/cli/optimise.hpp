// `leeway optimise`: searches the designs that [vary] makes for those that gain most uptake at least harm.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace leeway {

/// What the user typed after `optimise`.
struct OptimiseOptions {
    std::filesystem::path experiment;
    std::optional<std::filesystem::path> output;  ///< the folder of found designs and runs
    int threads = 0;                              ///< 0 = as many as the machine has
    std::optional<std::int64_t> seed;             ///< of worlds, luck and search
    std::vector<std::string> settings;            ///< key=value, in the order typed
    std::size_t population = 16, generations = 8;
    bool force = false;
    bool json = false;
    bool quiet = false;
    std::string progress = "auto";  ///< auto, plain or none
    std::string command;            ///< the command line, as messages repeat it
};

/// Searches, confirms with fresh luck, writes designs; returns the exit code: 0 done, 2 bad input, 3 could not write,
/// 130 or 143 interrupted (the same command goes on).
int optimise_command(const OptimiseOptions& options);

}  // namespace leeway
