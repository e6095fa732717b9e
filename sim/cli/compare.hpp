// `leeway compare`: what the designs of stored results change, and how sure that is.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/results.hpp"

namespace leeway {

/// What the user typed after `compare`.
struct CompareOptions {
    std::filesystem::path results;             ///< a results file, or a folder that holds one
    std::optional<std::string> baseline;       ///< a design's label in place of the stored baseline
    std::vector<std::string> metrics;          ///< outcomes to show; empty: the headline ones (in JSON and CSV: all)
    bool json = false;                         ///< one JSON document and nothing else
    std::optional<std::filesystem::path> csv;  ///< also write a table here
};

/// Prints the comparison; returns the exit code: 0 done, 2 bad input, 3 could not write.
int compare_command(const CompareOptions& options);

}  // namespace leeway
