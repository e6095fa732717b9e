// `leeway check`: reads, resolves and validates files, and says what a run would cost; nothing runs.
#pragma once

#include <filesystem>
#include <vector>

namespace leeway {

struct CheckOptions {
    std::vector<std::filesystem::path> files;
    bool json = false;
};

/// Checks experiment, scenario and design files; returns 0, or 2 when any has a problem.
int check_command(const CheckOptions& options);

}  // namespace leeway
