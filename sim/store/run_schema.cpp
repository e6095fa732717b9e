// One row a run, in the order in which runs are made, so that a million of them are appended rather than sorted in:
// parts of the configuration have small numbers, and the digests behind these numbers are what identifies a run.
#include "store/run_schema.hpp"

#include <fmt/format.h>

namespace leeway {
namespace {

/// Marks a SQLite file as ours: "Lway".
constexpr std::int64_t application = 0x4c776179;

constexpr const char* tables = R"(
CREATE TABLE note (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE part (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,     -- common, design or world
    digest TEXT NOT NULL,   -- SHA-256 of all its lines
    label TEXT NOT NULL,    -- the label of a design, the number of a world
    common INTEGER,         -- of a world: the part whose lines it shares
    text TEXT NOT NULL      -- name = value, one a line
);
CREATE UNIQUE INDEX part_by_digest ON part (kind, digest);
CREATE INDEX part_by_label ON part (kind, label);
CREATE TABLE place (    -- of the experiment that was begun last
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    part INTEGER NOT NULL,
    PRIMARY KEY (kind, number)
) WITHOUT ROWID;
CREATE TABLE layout (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE run (
    world INTEGER NOT NULL,
    replicate INTEGER NOT NULL,
    design INTEGER NOT NULL,
    status INTEGER NOT NULL,  -- 1 done, 2 failed
    layout INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    failure TEXT,
    numbers BLOB,
    PRIMARY KEY (world, replicate, design)
);
CREATE VIEW runs AS
    SELECT design.label AS design, world.label AS world, replicate,
           CASE status WHEN 1 THEN 'done' ELSE 'failed' END AS status, failure,
           design.digest AS design_digest, world.digest AS world_digest
    FROM run JOIN part AS design ON design.id = run.design JOIN part AS world ON world.id = run.world;
)";

bool is_empty(sqlite::Database& database) { return database.number("SELECT count(*) FROM sqlite_master") == 0; }

void make_tables(sqlite::Database& database, std::int64_t model_version) {
    sqlite::Transaction transaction(database);
    database.execute(tables);
    database.execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};", application, store_format));
    sqlite::Statement(database, "INSERT INTO note VALUES ('model_version', ?1)").bind(1, model_version).run();
    transaction.commit();
}

}  // namespace

void take_alone(sqlite::Database& database) {
    constexpr int patience = 500;  // milliseconds; a process that was just killed is soon gone
    sqlite3_busy_timeout(database.handle(), patience);
    database.execute("PRAGMA page_size = 16384; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT;");
}

void make_durable(sqlite::Database& database, bool is_on_network) {
    database.execute(is_on_network ? "PRAGMA journal_mode = DELETE;" : "PRAGMA journal_mode = WAL;");
    database.execute("PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 2000; PRAGMA temp_store = MEMORY;");
}

bool is_ours(sqlite::Database& database) {
    return database.number("PRAGMA application_id") == application || is_empty(database);
}

std::optional<std::string> make_or_check_tables(sqlite::Database& database, std::int64_t model_version) {
    if (is_empty(database)) {
        make_tables(database, model_version);
        return std::nullopt;
    }
    if (const std::int64_t format = database.number("PRAGMA user_version"); format != store_format)
        return fmt::format("its format is {}, and this version of Leeway reads format {}", format, store_format);
    const std::int64_t made_by = database.number("SELECT value FROM note WHERE name = 'model_version'");
    if (made_by == 0) throw sqlite::Failure(SQLITE_CORRUPT, "it does not say which model made its runs");
    if (made_by == model_version) return std::nullopt;
    return fmt::format(
        "its runs were made by version {} of the model, and this program has version {}; results of "
        "different models are never mixed",
        made_by, model_version);
}

}  // namespace leeway
