// The tables of a run store, and the settings under which SQLite keeps what it has been given.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "store/sqlite_handles.hpp"

namespace leeway {

/// Raised when stores of an older version can no longer be read.
inline constexpr std::int64_t store_format = 1;

/// Takes the store for this process alone, for as long as the database is open. Throws sqlite::Failure, with
/// SQLITE_BUSY if another process has it.
void take_alone(sqlite::Database& database);

/// Makes every commit survive a loss of power. A file system that other machines share gets a journal that needs no
/// shared memory.
void make_durable(sqlite::Database& database, bool is_on_network);

/// Whether the database has our mark, or is empty and may get it.
bool is_ours(sqlite::Database& database);

/// Makes the tables if the database is empty; says what is wrong with it if its format or the version of the model is
/// another. Throws sqlite::Failure.
std::optional<std::string> make_or_check_tables(sqlite::Database& database, std::int64_t model_version);

}  // namespace leeway
