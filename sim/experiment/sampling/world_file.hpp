// Worlds from a CSV file (RFC 4180): the header names parameters of the scenario, each row is a world.
#pragma once

#include <filesystem>
#include <optional>

#include "core/fields.hpp"
#include "core/problems.hpp"
#include "experiment/sampling/world_plan.hpp"

namespace leeway {

/// Reads a file of worlds. Each name of the header is the dotted name of a number in `model` (whole or not), each cell
/// lies in that number's range. Nothing, and problems at their lines and columns, when anything is wrong.
std::optional<WorldTable> read_world_file(const std::filesystem::path& path, const FieldTable& model,
                                          Problems& problems);

}  // namespace leeway
