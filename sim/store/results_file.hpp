// The door of the store room: an experiment's results in one HDF5 file, written whole or not at all, read without
// trust.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "core/results.hpp"

namespace leeway {

/// Stores `results` at `path`, replacing a file that is there. The file is built in memory, written beside its place,
/// read back and compared, and only then renamed; on any failure nothing is left behind and a file that was there
/// stays. Monthly series are kept in single precision. Returns why it did not work (problem, why, remedy).
std::optional<std::string> write_results(Results results, const std::filesystem::path& path);

/// The same for results whose outcomes come through `fill` and go again when they are in the file. What `fill` throws
/// comes through, and nothing is written then.
std::optional<std::string> write_results(Results& results, const std::filesystem::path& path, const FillOutcomes& fill);

/// Everything that write_results() stored, or why it cannot be had: no such file, not HDF5, not ours, damaged. The file
/// is read by a child process with limits on memory and time and without network, because HDF5 may crash, hang or worse
/// on a hostile file; this process takes the contents from the child and never opens the file with HDF5. Call it only
/// while the process has one thread (see confined_child.hpp).
std::variant<Results, std::string> read_results(const std::filesystem::path& path);

}  // namespace leeway
