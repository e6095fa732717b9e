// `leeway init`: writes a commented experiment and a design to start from.
#pragma once

#include <filesystem>

namespace leeway {

struct InitOptions {
    std::filesystem::path folder;
};

/// Writes `experiment.toml` and `my-design.toml` into the folder, which is made when it is missing. Nothing is ever
/// overwritten. Returns 0; 2 when a file exists already; 3 when one cannot be written.
int init_command(const InitOptions& options);

}  // namespace leeway
