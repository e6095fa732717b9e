// `leeway run`: carries out an experiment and stores its results.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace leeway {

/// What the user typed after `run`.
struct RunOptions {
    std::filesystem::path experiment;
    std::optional<std::filesystem::path> output;  ///< a folder, or a file that ends in .h5
    int threads = 0;                              ///< 0 = as many as the machine has
    std::optional<std::int64_t> seed;
    std::optional<std::int64_t> replicates;
    std::vector<std::string> settings;  ///< key=value, in the order typed
    std::optional<std::string> shard;   ///< I/N
    std::optional<std::string> only;    ///< DESIGN:WORLD:REPLICATE
    bool resume = false;
    bool explain = false;
    bool discard_store = false;
    bool force = false;
    bool quiet = false;
    std::string progress = "auto";  ///< auto, plain or none
    std::string command;            ///< the command line, as results remember it
};

/// What --set, --seed and --replicates ask for, as settings.
std::vector<std::string> all_settings(const RunOptions& options);

/// Runs the experiment; returns the exit code: 0 done, 1 a run failed, 2 bad input, 3 could not write, 130 or 143
/// interrupted.
int run_command(const RunOptions& options);

}  // namespace leeway
