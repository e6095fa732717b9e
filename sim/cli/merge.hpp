// `leeway merge`: one results file from the stores of an experiment's shards.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace leeway {

/// What the user typed after `merge`.
struct MergeOptions {
    std::filesystem::path output;
    std::vector<std::filesystem::path> stores;
    bool force = false, unfinished = false;
    std::string command;  ///< the command line, as results remember it
};

/// Reads the stores and writes the results that one run would have written, bit for bit in every outcome. Returns the
/// exit code: 0 done, 1 a run failed, 2 the stores do not make one whole experiment, 3 could not write.
int merge_command(const MergeOptions& options);

}  // namespace leeway
