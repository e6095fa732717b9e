// Reads the runs of an experiment out of a store: found by the digests of their design and world, wherever these stand
// in the experiment now.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "core/finished_run.hpp"
#include "core/results.hpp"
#include "core/run_keys.hpp"
#include "store/sqlite_handles.hpp"

namespace leeway {

/// A database to read from, and its name for messages.
struct StoreToRead {
    const sqlite::Database& database;
    const std::filesystem::path& path;
};

/// What there is of each run of an experiment, by index; `frame` says which outcomes are asked for. Throws
/// sqlite::Failure and StoreFailure.
std::vector<StoredRun> look_up_runs(const StoreToRead& store, const RunKeys& keys, const Results& frame);

/// Calls visit with every run of an experiment that has the outcomes asked for, and with those that failed. Likewise.
void visit_stored_runs(const StoreToRead& store, const RunKeys& keys, const Results& frame,
                       const std::function<void(const FinishedRun&)>& visit);

}  // namespace leeway
