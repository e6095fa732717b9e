// `leeway explain`: why two designs end differently, from the first thing in which they part; and the story of one firm
// or one citizen.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace leeway {

struct ExplainOptions {
    std::filesystem::path results;
    std::string design;
    std::string against;  ///< empty = the baseline
    std::int64_t world = 0, replicate = 0;
    std::optional<std::int64_t> firm, citizen;
    bool json = false;
};

/// Runs the command; returns the exit code.
int explain_command(const ExplainOptions& options);

}  // namespace leeway
