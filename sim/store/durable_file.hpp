// A file is put in place whole or not at all: written beside its place, synced, checked, renamed, its folder synced.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace leeway {

/// Looks at the finished temporary file; an answer is the reason why it must not be put in place.
using FileCheck = std::function<std::optional<std::string>(const std::filesystem::path& temporary)>;

/// Puts `bytes` at `path`, over a file that is there. A reader, also after a power cut, finds the old file or the whole
/// new one. Returns why it did not work (problem, why, remedy), after removing the temporary file.
std::optional<std::string> write_durably(std::span<const std::byte> bytes, const std::filesystem::path& path,
                                         const FileCheck& check);

}  // namespace leeway
