// What must be known of the place where files will stand: how much room it has, and whether it is on this machine.
#pragma once

#include <filesystem>
#include <optional>

namespace leeway {

/// Bytes that may still be written at `path` (which need not exist yet); nothing if that cannot be said.
std::optional<double> free_bytes(const std::filesystem::path& path);

/// Whether `path` (or the folder above it that exists) is on a file system that other machines share. Locks and shared
/// memory mean less there.
bool is_on_network(const std::filesystem::path& path);

/// Whether a type of file system, as statfs(2) gives it, is shared between machines.
bool is_network_type(long type);

}  // namespace leeway
