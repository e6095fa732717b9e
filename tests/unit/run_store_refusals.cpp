// The store of finished runs where something is wrong: what cannot be used is refused with the reason, a second writer
// is told who the first one is, and what was acknowledged survives a kill.
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <string>
#include <utility>

#include "catch.hpp"
#include "run_store_sample.hpp"
#include "store/run_store.hpp"
#include "store/writer_note.hpp"
#include "store_sample.hpp"

using namespace leeway;

namespace {

void change(const std::filesystem::path& path, const std::string& statement) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
    CHECK(sqlite3_exec(database, statement.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
}

/// How opening a store fails; an empty message if it does not.
std::pair<StoreFailure::Kind, std::string> failure_at(const std::filesystem::path& path) {
    try {
        const RunStore store(path, version);
    } catch (const StoreFailure& failure) {
        return {failure.kind, failure.what()};
    }
    return {};
}

/// What is wrong with a store that all its runs are read from.
std::string damage_in(const std::filesystem::path& path) {
    try {
        const RunStore store(path, version);
        store.look_up(sample_keys(), sample_frame());
        store.visit_runs(sample_keys(), sample_frame(), [](const FinishedRun&) {});
    } catch (const StoreFailure& failure) {
        CHECK(failure.kind == StoreFailure::Kind::damaged);
        return failure.what();
    }
    return "";
}

bool says(const std::string& message, const std::string& words) { return message.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("what is no store, or one of another model, is refused with the reason", "[store]") {
    const ScratchFolder folder;
    write_bytes(folder / "text.leeway", std::string(5000, 'x'));
    CHECK(failure_at(folder / "text.leeway").first == StoreFailure::Kind::foreign);
    change(folder / "other.leeway", "CREATE TABLE cats (name)");
    CHECK(says(failure_at(folder / "other.leeway").second, "database of something else"));
    fill(folder / "a.leeway");
    change(folder / "a.leeway", "UPDATE note SET value = 6 WHERE name = 'model_version'");
    const auto [kind, message] = failure_at(folder / "a.leeway");
    CHECK(kind == StoreFailure::Kind::outdated);
    CHECK(says(message, "version 6 of the model, and this program has version 7"));
    CHECK(failure_at(folder / "no/such/folder.leeway").first == StoreFailure::Kind::not_written);
}

TEST_CASE("damage is noticed and said", "[store]") {
    const ScratchFolder folder;
    fill(folder / "a.leeway");
    change(folder / "a.leeway", "UPDATE run SET numbers = zeroblob(length(numbers)) WHERE status = 1");
    CHECK(says(damage_in(folder / "a.leeway"), "is damaged (run 0 of design"));
    fill(folder / "b.leeway");
    std::string bytes = read_bytes(folder / "b.leeway");
    for (std::size_t i = 20000; i < bytes.size(); i += 7) bytes[i] = static_cast<char>(i);
    write_bytes(folder / "b.leeway", bytes);
    CHECK(says(damage_in(folder / "b.leeway"), "is damaged"));
}

TEST_CASE("a second writer is told who the first one is", "[store]") {
    const ScratchFolder folder;
    const RunStore first(folder / "a.leeway", version);
    CHECK(says(writer_of(folder / "a.leeway"), "process " + std::to_string(getpid()) + " on "));
    const auto [kind, message] = failure_at(folder / "a.leeway");
    CHECK(kind == StoreFailure::Kind::in_use);
    CHECK(says(message, "is being written by process " + std::to_string(getpid())));
}

TEST_CASE("what was acknowledged is there after the process is killed", "[store]") {
    const ScratchFolder folder;
    const auto path = folder / "a.leeway";
    RunKeys keys = sample_keys();
    keys.replicates = 100'000;
    for (const unsigned delay : {2000U, 9000U, 30'000U}) {
        int ends[2];
        REQUIRE(pipe(ends) == 0);
        const pid_t child = fork();
        if (child == 0) {
            RunStore store(path, version);
            store.begin(keys, sample_frame(), {});
            for (std::size_t replicate = 0; replicate < keys.replicates; ++replicate) {
                const FinishedRun run = sample_run(1, 1, replicate);
                store.add({&run, 1});
                if (write(ends[1], &replicate, sizeof replicate) < 0) _exit(1);
            }
            _exit(0);
        }
        close(ends[1]);
        std::size_t acknowledged = 0, runs = 0;
        if (read(ends[0], &acknowledged, sizeof acknowledged) > 0) ++runs;
        usleep(delay);
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        while (read(ends[0], &acknowledged, sizeof acknowledged) > 0) ++runs;
        close(ends[0]);
        const auto found = RunStore(path, version).look_up(keys, sample_frame());
        const auto stored = std::count(found.begin(), found.end(), StoredRun::done);
        INFO(runs << " acknowledged, " << stored << " stored");
        CHECK(runs > 0);
        CHECK(static_cast<std::size_t>(stored) >= runs);
    }
}
