#include "store/run_store.hpp"

#include <optional>
#include <utility>

#include "store/experiment_rows.hpp"
#include "store/run_layout.hpp"
#include "store/run_schema.hpp"
#include "store/sqlite_handles.hpp"
#include "store/stored_runs.hpp"
#include "store/volume.hpp"
#include "store/writer_note.hpp"

namespace leeway {

namespace fs = std::filesystem;

namespace {

/// Does something with the database, so that what goes wrong is said in the words of a user.
template <class Work>
auto in_words(const fs::path& path, Work&& work) {
    try {
        return work();
    } catch (const sqlite::Failure& failure) {
        throw failure_of(path, failure.code, failure.what());
    }
}

}  // namespace

struct RunStore::State {
    State(fs::path where, std::int64_t model_version)
        : path(std::move(where)), on_network(leeway::is_on_network(path)), database(path) {
        take_alone(database);
        using Kind = StoreFailure::Kind;
        if (!is_ours(database)) throw useless_store(Kind::foreign, path, "it is a SQLite database of something else");
        if (const auto flaw = make_or_check_tables(database, model_version))
            throw useless_store(Kind::outdated, path, *flaw);
        make_durable(database, on_network);
        leave_writer_note(path);
    }
    ~State() {
        std::error_code ignored;
        fs::remove(writer_note_of(path), ignored);
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    void add(const FinishedRun& run);

    fs::path path;
    bool on_network;
    sqlite::Database database;
    std::optional<sqlite::Statement> insert;
    RunLayout layout;
    ExperimentNumbers numbers;
    std::vector<std::byte> buffer;
};

void RunStore::State::add(const FinishedRun& run) {
    const bool is_done = run.status == RunStatus::done;
    buffer.clear();
    if (is_done) pack(run, layout, buffer);
    insert->bind(1, numbers.worlds[run.world])
        .bind(2, static_cast<std::int64_t>(run.replicate))
        .bind(3, numbers.designs[run.design]);
    insert->bind(4, static_cast<std::int64_t>(run.status)).bind(5, numbers.layout).bind(6, checksum(buffer));
    insert->bind(7, std::string_view(run.failure)).bind(8, std::span<const std::byte>(buffer)).run();
}

RunStore::RunStore(fs::path path, std::int64_t model_version)
    : state_(in_words(path, [&] { return std::make_unique<State>(path, model_version); })) {}
RunStore::~RunStore() = default;
RunStore::RunStore(RunStore&&) noexcept = default;

const fs::path& RunStore::path() const { return state_->path; }

bool RunStore::is_on_network() const { return state_->on_network; }

std::size_t RunStore::run_count() const {
    return in_words(path(),
                    [&] { return static_cast<std::size_t>(state_->database.number("SELECT count(*) FROM run")); });
}

StoredExperiment RunStore::experiment() const {
    return in_words(path(), [&] { return read_experiment(state_->database, path()); });
}

std::string RunStore::earlier_design(const RunKeys& keys, std::size_t index) const {
    return in_words(path(), [&] { return lines_of_part(state_->database, "design", keys.designs[index].label); });
}

std::string RunStore::earlier_world(const RunKeys& keys, std::size_t index) const {
    return in_words(path(), [&] { return lines_of_part(state_->database, "world", keys.worlds[index].label); });
}

std::vector<StoredRun> RunStore::look_up(const RunKeys& keys, const Results& frame) const {
    return in_words(path(), [&] { return look_up_runs({state_->database, path()}, keys, frame); });
}

void RunStore::visit_runs(const RunKeys& keys, const Results& frame,
                          const std::function<void(const FinishedRun&)>& visit) const {
    in_words(path(), [&] { visit_stored_runs({state_->database, path()}, keys, frame, visit); });
}

void RunStore::begin(const RunKeys& keys, const Results& frame, const Shard& shard) {
    in_words(path(), [&] {
        sqlite::Transaction transaction(state_->database);
        state_->numbers = keep_experiment(state_->database, keys, frame, shard);
        transaction.commit();
        state_->layout = layout_of(frame);
        state_->insert.emplace(state_->database, "INSERT OR REPLACE INTO run VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    });
}

void RunStore::add(std::span<const FinishedRun> runs) {
    in_words(path(), [&] {
        sqlite::Transaction transaction(state_->database);
        for (const FinishedRun& run : runs) state_->add(run);
        transaction.commit();
    });
}

void RunStore::discard(const fs::path& path) {
    std::error_code ignored;
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) fs::remove(path.string() + ending, ignored);
    fs::remove(writer_note_of(path), ignored);
}

}  // namespace leeway
