// Stored results as commands meet them: found by file or folder, read, and files written beside them without surprises.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/results.hpp"

namespace leeway {

/// The results file that a user means: the file itself, or the only .h5 file of a folder. Otherwise the text says why
/// not.
std::variant<std::filesystem::path, std::string> find_results(const std::filesystem::path& named);

/// Finds and reads; the text says why the results cannot be had.
std::variant<Results, std::string> open_results(const std::filesystem::path& named);

/// The whole of a small text file that a command takes beside results; nothing where it is missing or larger than 1
/// MiB.
std::optional<std::string> read_small_file(const std::filesystem::path& path);

/// Prints "leeway: error: …" to the error stream and returns `code`.
int fail(std::string_view message, int code);

/// Puts `text` at `path`, whole or not at all. A file that is there is replaced only if its beginning says that this
/// command wrote it (`is_ours`) or `force`. Returns the exit code, after saying what is wrong.
int write_output(const std::string& text, const std::filesystem::path& path, bool force,
                 const std::function<bool(std::string_view beginning)>& is_ours);

/// Puts a CSV table at `path` and says so on the error stream. A file that is there is replaced only if it begins with
/// the same line of headings. Returns the exit code.
int write_table(const std::string& table, const std::filesystem::path& path);

}  // namespace leeway
