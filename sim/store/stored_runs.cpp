#include "store/stored_runs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "store/run_layout.hpp"
#include "store/run_places.hpp"
#include "store/store_failure.hpp"

namespace leeway {
namespace {

/// The layouts of a store as readers of the layout that is wanted.
class Unpackers {
  public:
    Unpackers(const StoreToRead& store, const Results& frame) : path_(store.path) {
        const RunLayout wanted = layout_of(frame);
        sqlite::Statement rows(store.database, "SELECT id, text FROM layout");
        while (rows.step()) {
            const auto stored = layout_from(rows.text(1));
            if (!stored) throw damaged_store(path_, "a layout of runs is unreadable");
            unpackers_.emplace(rows.number(0), RunUnpacker(*stored, wanted));
        }
    }

    const RunUnpacker& of(std::int64_t layout) const {
        const auto found = unpackers_.find(layout);
        if (found == unpackers_.end()) throw damaged_store(path_, "the layout of a run is missing");
        return found->second;
    }

  private:
    const std::filesystem::path& path_;
    std::map<std::int64_t, RunUnpacker> unpackers_;
};

/// Where the designs and worlds of a store stand in an experiment.
struct Places {
    Places(const sqlite::Database& database, const RunKeys& keys)
        : designs(StoredParts(database, "design"), keys.designs), worlds(StoredParts(database, "world"), keys.worlds) {}

    /// Calls visit(design, world, is_same) for each place of a stored run.
    template <class Visit>
    void visit(std::int64_t design, std::int64_t world, Visit&& visit) const {
        for (const PartPlace& d : designs.of(design)) {
            for (const PartPlace& w : worlds.of(world)) visit(d.index, w.index, d.is_same && w.is_same);
        }
    }

    PartPlaces designs, worlds;
};

StoredRun state_of(std::int64_t status, bool is_complete) {
    if (status == static_cast<std::int64_t>(RunStatus::failed)) return StoredRun::failed;
    return is_complete ? StoredRun::done : StoredRun::lacking;
}

/// The columns of a run, in the order in which they are asked for below.
enum Column {
    world_column,
    replicate_column,
    design_column,
    status_column,
    layout_column,
    checksum_column,
    failure_column,
    numbers_column
};

bool is_sound(const sqlite::Statement& row, const RunUnpacker& unpacker, FinishedRun& run) {
    const auto bytes = row.bytes(numbers_column);
    if (checksum(bytes) != row.number(checksum_column)) return false;
    return run.status == RunStatus::failed || unpacker.unpack(bytes, run);
}

}  // namespace

std::vector<StoredRun> look_up_runs(const StoreToRead& store, const RunKeys& keys, const Results& frame) {
    const Places places(store.database, keys);
    const Unpackers unpackers(store, frame);
    std::vector<StoredRun> found(keys.runs(), StoredRun::absent);
    sqlite::Statement rows(store.database, "SELECT world, replicate, design, status, layout FROM run");
    while (rows.step()) {
        const auto replicate = static_cast<std::size_t>(rows.number(replicate_column));
        if (replicate >= keys.replicates) continue;
        const StoredRun same =
            state_of(rows.number(status_column), unpackers.of(rows.number(layout_column)).is_complete());
        places.visit(rows.number(design_column), rows.number(world_column),
                     [&](std::size_t design, std::size_t world, bool is_same) {
                         StoredRun& state = found[keys.run_index(design, world, replicate)];
                         state = std::max(state, is_same ? same : StoredRun::other);
                     });
    }
    return found;
}

void visit_stored_runs(const StoreToRead& store, const RunKeys& keys, const Results& frame,
                       const std::function<void(const FinishedRun&)>& visit) {
    const Places places(store.database, keys);
    const Unpackers unpackers(store, frame);
    sqlite::Statement rows(store.database,
                           "SELECT world, replicate, design, status, layout, checksum, failure, numbers FROM run");
    FinishedRun run;
    while (rows.step()) {
        run.replicate = static_cast<std::size_t>(rows.number(replicate_column));
        run.status = static_cast<RunStatus>(rows.number(status_column));
        run.failure = rows.text(failure_column);
        const RunUnpacker& unpacker = unpackers.of(rows.number(layout_column));
        const bool is_wanted = run.status == RunStatus::failed || unpacker.is_complete();
        if (!is_wanted || run.replicate >= keys.replicates) continue;
        if (!is_sound(rows, unpacker, run)) {
            throw damaged_store(store.path,
                                fmt::format("run {} of design {} in world {} does not have its checksum", run.replicate,
                                            rows.number(design_column), rows.number(world_column)));
        }
        places.visit(rows.number(design_column), rows.number(world_column),
                     [&](std::size_t design, std::size_t world, bool is_same) {
                         run.design = design;
                         run.world = world;
                         if (is_same) visit(run);
                     });
    }
}

}  // namespace leeway
