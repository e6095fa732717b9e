// What every command that answers from stored results takes on the command line.
#pragma once

#include <filesystem>
#include <optional>

namespace leeway {

/// What the user typed after any of these commands.
struct AnswerOptions {
    std::filesystem::path results;             ///< a results file, or a folder that holds one
    std::optional<std::string> baseline;       ///< a design's label in place of the stored baseline
    bool json = false;                         ///< one JSON document and nothing else
    std::optional<std::filesystem::path> csv;  ///< also write a table here
};

}  // namespace leeway
