// Where an experiment is stored, what stands there already, and the results file that is written in the end.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/run.hpp"
#include "core/run_keys.hpp"
#include "experiment/assemble_results.hpp"

namespace leeway {

/// The results file that the options name: `-o`, or `results/EXPERIMENT.h5`.
std::filesystem::path output_of(const RunOptions& options);

/// The store beside it: `NAME.leeway`, or `NAME.I-of-N.leeway` of a shard.
std::filesystem::path store_of(const std::filesystem::path& output, const std::optional<Shard>& shard);

/// Removes the temporary files that killed writers of `output` left beside it. Only for who holds its store, so that
/// nobody else is writing.
void remove_leftovers(const std::filesystem::path& output);

/// What stands at the output already: nothing, the finished results of this configuration, the same with runs that
/// failed or are missing, or something else.
enum class WhatIsThere { nothing, same, unfinished, other };
WhatIsThere what_is_at(const std::filesystem::path& output, const std::string& configuration_hash);

/// Whether the nearest folder that exists above the output may be written.
bool can_create(const std::filesystem::path& output);

/// Makes the folder of the output, where it can be made.
void make_folder_of(const std::filesystem::path& output);

/// Says that the results are there already, as conclude() says where they are; returns the exit code.
int conclude_unchanged(const std::filesystem::path& output, bool quiet);

/// Writes results to their place, signed by this program and `command`, and removes what killed writers left there.
/// Says what is wrong, or how many runs failed and the results hash; returns the exit code.
int conclude(ResultsAssembly& assembly, const std::string& command, const std::filesystem::path& output);

}  // namespace leeway
