// Checks one configuration file of any kind without running anything, and reads the sentence by which a list shows it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/problems.hpp"
#include "experiment/plan.hpp"

namespace leeway {

enum class FileKind : std::uint8_t { experiment, scenario, design, validity };

std::string_view text(FileKind kind);

/// What a check found; an experiment without problems comes with its plan.
struct FileCheck {
    FileKind kind = FileKind::experiment;
    Problems problems;
    std::optional<Plan> plan;
};

/// Reads and checks an experiment, a scenario or a design, as the names in the file tell, or a scenario's
/// validity.toml.
FileCheck check_file(const std::filesystem::path& path);

/// The file's own `title`, or else its `description`; empty when it has neither or cannot be read.
std::string one_line(const std::filesystem::path& path);

}  // namespace leeway
