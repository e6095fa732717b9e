// What `leeway run` looks at before it begins: whether there is room, and what stands at the output and in its store.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/run_job.hpp"
#include "cli/run_output.hpp"

namespace leeway {

/// The shard "I/N" with I from 1 to N; nothing if the text is none.
std::optional<Shard> read_shard(const std::string& text);

/// Why there is not enough memory for a job; nothing if there is.
std::optional<std::string> find_lack_of_memory(const RunJob& job);

/// Why there is not enough room on the disk for `missing` runs in the store and for the results file.
std::optional<std::string> find_lack_of_room(const RunJob& job, std::size_t missing,
                                             const std::filesystem::path& store);

/// Why a store that shares no run with a job is not used for it.
std::string text_of_strangers(const RunJob& job, const RunStore& store);

/// Why the output may not be replaced; nothing if it may. `shares`: whether the store has runs of the job.
std::optional<std::string> find_obstacle(const RunOptions& options, const std::filesystem::path& output,
                                         WhatIsThere standing, bool shares);

}  // namespace leeway
