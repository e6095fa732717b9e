// The experiment that a store was begun for, in its rows: the parts that identify runs, where they stand, and the
// labels of the results. Parts of earlier experiments stay, so that their runs are found when they are asked for again.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/results.hpp"
#include "core/run_keys.hpp"
#include "store/sqlite_handles.hpp"

namespace leeway {

/// The numbers by which rows of runs refer to what they have in common.
struct ExperimentNumbers {
    std::vector<std::int64_t> designs, worlds;
    std::int64_t layout = 0;
};

/// Writes an experiment in the place of the one before. Call it in a transaction. Throws sqlite::Failure.
ExperimentNumbers keep_experiment(sqlite::Database& database, const RunKeys& keys, const Results& frame,
                                  const Shard& shard);

/// The experiment that was written last. Throws sqlite::Failure and StoreFailure.
StoredExperiment read_experiment(sqlite::Database& database, const std::filesystem::path& path);

/// The lines of the part (a "design" or a "world") that was written last under a label; none if none was.
std::string lines_of_part(const sqlite::Database& database, std::string_view kind, const std::string& label);

}  // namespace leeway
