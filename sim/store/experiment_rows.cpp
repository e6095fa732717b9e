#include "store/experiment_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "store/frame_bytes.hpp"
#include "store/run_layout.hpp"
#include "store/run_places.hpp"
#include "store/store_failure.hpp"

namespace leeway {
namespace {

constexpr std::string_view design_kind = "design", world_kind = "world", common_kind = "common";

template <class Value>
void keep_note(const sqlite::Database& database, std::string_view name, const Value& value) {
    sqlite::Statement(database, "INSERT OR REPLACE INTO note VALUES (?1, ?2)").bind(1, name).bind(2, value).run();
}

std::string text_note(const sqlite::Database& database, std::string_view name) {
    sqlite::Statement row(database, "SELECT value FROM note WHERE name = ?1");
    return row.bind(1, name).step() ? std::string(row.text(0)) : "";
}

/// A count from a note; 1 where there is none.
std::size_t count_note(sqlite::Database& database, const std::string& name) {
    const std::int64_t noted = database.number(fmt::format("SELECT value FROM note WHERE name = '{}'", name));
    return static_cast<std::size_t>(std::max<std::int64_t>(1, noted));
}

/// The number of a part, which is written if it is not there.
std::int64_t keep_part(const sqlite::Database& database, std::string_view kind, const ConfigurationPart& part,
                       std::int64_t common) {
    sqlite::Statement row(database,
                          "INSERT INTO part (kind, digest, label, common, text) VALUES (?1, ?2, ?3, nullif(?4, 0), ?5) "
                          "ON CONFLICT DO UPDATE SET label = label RETURNING id");
    row.bind(1, kind).bind(2, std::string_view(part.digest)).bind(3, std::string_view(part.label)).bind(4, common);
    row.bind(5, std::string_view(part.text));
    row.step();
    const std::int64_t number = row.number(0);
    row.run();
    return number;
}

std::vector<std::int64_t> keep_parts(const sqlite::Database& database, std::string_view kind,
                                     const std::vector<ConfigurationPart>& parts, std::int64_t common) {
    const StoredParts stored(database, std::string(kind));
    sqlite::Statement(database, "DELETE FROM place WHERE kind = ?1").bind(1, kind).run();
    sqlite::Statement place(database, "INSERT INTO place VALUES (?1, ?2, ?3)");
    std::vector<std::int64_t> numbers;
    for (const ConfigurationPart& part : parts) {
        const std::int64_t known = stored.with_digest(part.digest);
        place.bind(1, kind).bind(2, static_cast<std::int64_t>(numbers.size()));
        numbers.push_back(known != 0 ? known : keep_part(database, kind, part, common));
        place.bind(3, numbers.back()).run();
    }
    return numbers;
}

std::vector<ConfigurationPart> parts_in_place(const sqlite::Database& database, std::string_view kind) {
    sqlite::Statement rows(database,
                           "SELECT label, digest FROM place JOIN part ON part.id = place.part WHERE place.kind = ?1 "
                           "ORDER BY number");
    rows.bind(1, kind);
    std::vector<ConfigurationPart> parts;
    while (rows.step()) parts.push_back({std::string(rows.text(0)), std::string(rows.text(1)), ""});
    return parts;
}

std::int64_t keep_layout(const sqlite::Database& database, const Results& frame) {
    const std::string text = text_of(layout_of(frame));
    sqlite::Statement(database, "INSERT OR IGNORE INTO layout (text) VALUES (?1)")
        .bind(1, std::string_view(text))
        .run();
    sqlite::Statement row(database, "SELECT id FROM layout WHERE text = ?1");
    row.bind(1, std::string_view(text)).step();
    return row.number(0);
}

Results read_frame(const sqlite::Database& database, const std::filesystem::path& path) {
    sqlite::Statement row(database, "SELECT value FROM note WHERE name = 'frame'");
    if (!row.step()) throw useless_store(StoreFailure::Kind::foreign, path, "no experiment was begun in it");
    auto results = frame_from(row.bytes(0));
    if (!results) throw damaged_store(path, "the labels of the experiment are unreadable");
    return *std::move(results);
}

}  // namespace

ExperimentNumbers keep_experiment(sqlite::Database& database, const RunKeys& keys, const Results& frame,
                                  const Shard& shard) {
    ExperimentNumbers numbers;
    const auto common = keep_parts(database, common_kind, {keys.common}, 0);
    numbers.designs = keep_parts(database, design_kind, keys.designs, 0);
    numbers.worlds = keep_parts(database, world_kind, keys.worlds, common.front());
    numbers.layout = keep_layout(database, frame);
    const std::vector<std::byte> bytes = frame_bytes(frame);
    keep_note(database, "frame", std::span<const std::byte>(bytes));
    keep_note(database, "program", std::string_view(keys.program));
    keep_note(database, "configuration", std::string_view(keys.configuration));
    keep_note(database, "shard", static_cast<std::int64_t>(shard.number));
    keep_note(database, "shards", static_cast<std::int64_t>(shard.of));
    return numbers;
}

StoredExperiment read_experiment(sqlite::Database& database, const std::filesystem::path& path) {
    StoredExperiment stored;
    stored.frame = read_frame(database, path);
    stored.keys.configuration = text_note(database, "configuration");
    stored.keys.designs = parts_in_place(database, design_kind);
    stored.keys.worlds = parts_in_place(database, world_kind);
    stored.keys.replicates = stored.frame.replicates.size();
    stored.shard = {count_note(database, "shard"), count_note(database, "shards")};
    const bool is_whole = stored.frame.designs.size() == stored.keys.designs.size() &&
                          stored.frame.worlds.size() == stored.keys.worlds.size();
    if (!is_whole) throw damaged_store(path, "its designs or worlds are incomplete");
    return stored;
}

/// The lines that a world shares come first, so that its own ones hold.
std::string lines_of_part(const sqlite::Database& database, std::string_view kind, const std::string& label) {
    sqlite::Statement row(database,
                          "SELECT ifnull(common.text, ''), part.text FROM part LEFT JOIN part AS common ON common.id = "
                          "part.common WHERE part.kind = ?1 AND part.label = ?2 ORDER BY part.id DESC LIMIT 1");
    row.bind(1, kind).bind(2, std::string_view(label));
    return row.step() ? std::string(row.text(0)) + std::string(row.text(1)) : "";
}

}  // namespace leeway
