// The store of finished runs: what is put in comes out, found by what it is.
#include "store/run_store.hpp"

#include <algorithm>
#include <span>

#include "catch.hpp"
#include "run_store_sample.hpp"
#include "store/frame_bytes.hpp"
#include "store/volume.hpp"
#include "store_sample.hpp"

using namespace leeway;

TEST_CASE("runs come back bit for bit, each to its place", "[store]") {
    const ScratchFolder folder;
    fill(folder / "a.leeway");
    const RunStore store(folder / "a.leeway", version);
    Results results = sample_frame();
    make_room(results);
    std::vector<FinishedRun> runs;
    store.visit_runs(sample_keys(), sample_frame(), [&](const FinishedRun& run) {
        runs.push_back(run);
        put_in_place(results, run);
    });
    REQUIRE(runs.size() == 3);
    CHECK(is_in_place(results, sample_run(0, 0, 0)));
    CHECK(is_in_place(results, sample_run(1, 0, 1)));
    CHECK_FALSE(is_in_place(results, sample_run(1, 0, 0)));
    CHECK(results.failure[results.run_index(1, 1, 1)] == "out of luck");
    CHECK(std::count(results.status.begin(), results.status.end(), RunStatus::pending) == 5);
    for (const FinishedRun& run : runs) {
        if (run.status == RunStatus::done) CHECK(run.acted == sample_run(run.design, run.world, run.replicate).acted);
    }
}

TEST_CASE("a closed store is one file; the experiment it was begun for is kept", "[store]") {
    const ScratchFolder folder;
    fill(folder / "a.leeway");
    CHECK(folder.file_count() == 1);
    RunStore store(folder / "a.leeway", version);
    CHECK(store.experiment().keys.configuration == "seed = 1\n");
    CHECK(store.experiment().keys.designs[1].digest == "design 2");
    CHECK(store.experiment().keys.worlds[1].label == "1");
    CHECK(store.run_count() == 3);
    store.begin(sample_keys(), sample_frame(), {2, 5});
    CHECK(store.experiment().shard.number == 2);
    CHECK(store.experiment().shard.of == 5);
    CHECK(store.run_count() == 3);
    RunStore::discard(folder / "a.leeway");
    CHECK(folder.file_count() == 0);
}

TEST_CASE("the frame of results survives as bytes, and what is no frame is refused", "[store]") {
    Results frame = sample_results();
    frame.status.clear();
    frame.failure.clear();
    const auto bytes = frame_bytes(frame);
    const auto read = frame_from(bytes);
    REQUIRE(read);
    CHECK(frame_bytes(*read) == bytes);
    CHECK(read->designs == frame.designs);
    CHECK(read->levers[2].values == frame.levers[2].values);
    CHECK(read->provenance.configuration == frame.provenance.configuration);
    CHECK(read->outcomes[0].name == "uptake");
    CHECK(read->outcomes[0].values.empty());
    for (std::size_t size = 0; size < bytes.size(); size += 5) CHECK_FALSE(frame_from(std::span(bytes).first(size)));
    for (std::size_t place = 0; place < bytes.size(); place += 3) {
        auto damaged = bytes;
        damaged[place] ^= std::byte{0xff};
        frame_from(damaged);  // whatever it says, it ends
    }
}

TEST_CASE("runs are found by what they are, not by where they stood", "[store]") {
    const ScratchFolder folder;
    fill(folder / "a.leeway");
    const RunStore store(folder / "a.leeway", version);
    RunKeys keys = sample_keys();
    std::swap(keys.designs[0], keys.designs[1]);
    keys.worlds.insert(keys.worlds.begin(), {"2", "world 3", ""});
    keys.replicates = 3;
    const auto found = store.look_up(keys, sample_frame());
    CHECK(found[keys.run_index(1, 1, 0)] == StoredRun::done);
    CHECK(found[keys.run_index(0, 1, 1)] == StoredRun::done);
    CHECK(found[keys.run_index(0, 2, 1)] == StoredRun::failed);
    CHECK(std::count(found.begin(), found.end(), StoredRun::absent) == 15);
}

TEST_CASE("two designs that differ in nothing but their names share their runs", "[store]") {
    const ScratchFolder folder;
    fill(folder / "a.leeway");
    const RunStore store(folder / "a.leeway", version);
    RunKeys keys = sample_keys();
    keys.designs.push_back({"the same", "design 2", "sandbox.places = 4\n"});
    const auto found = store.look_up(keys, sample_frame());
    CHECK(found[keys.run_index(1, 0, 1)] == StoredRun::done);
    CHECK(found[keys.run_index(2, 0, 1)] == StoredRun::done);
    RunStore writer(folder / "b.leeway", version);
    writer.begin(keys, sample_frame(), {});
    const std::vector<FinishedRun> twins{sample_run(1, 0, 0), sample_run(2, 0, 0)};
    writer.add(twins);
    CHECK(writer.run_count() == 1);
}

TEST_CASE("a changed value is told from a new run", "[store]") {
    const ScratchFolder folder;
    fill(folder / "a.leeway");
    const RunStore store(folder / "a.leeway", version);
    RunKeys keys = sample_keys();
    keys.designs[1] = {"cohort", "design 3", "sandbox.places = 5\n"};
    const auto found = store.look_up(keys, sample_frame());
    CHECK(found[keys.run_index(0, 0, 0)] == StoredRun::done);
    CHECK(found[keys.run_index(1, 0, 1)] == StoredRun::other);
    CHECK(found[keys.run_index(1, 0, 0)] == StoredRun::absent);
    CHECK(store.earlier_design(keys, 1) == "sandbox.places = 4\n");
    CHECK(store.earlier_world(keys, 1) == "firms.margin = 1\nseed = 1\nfirms.margin = 2\n");
}

TEST_CASE("a run that lacks a series is made again; one that has more than is asked for is not", "[store]") {
    const ScratchFolder folder;
    fill(folder / "a.leeway");
    RunStore store(folder / "a.leeway", version);
    const RunKeys keys = sample_keys();
    Results more = sample_frame(), less = sample_frame();
    more.by_month.push_back({"harm_occurred", 3, {}});
    less.by_month.clear();
    less.levers.insert(less.levers.begin(), {"exit.licence", "", "", std::vector<double>{0, 0}});
    CHECK(store.look_up(keys, more)[0] == StoredRun::lacking);
    CHECK(store.look_up(keys, less)[0] == StoredRun::done);
    store.visit_runs(keys, less, [&](const FinishedRun& run) {
        if (run.status == RunStatus::done) CHECK(run.acted == std::vector<bool>{false, run.design == 1, false});
    });
    store.begin(keys, more, {});
    FinishedRun again = sample_run(0, 0, 0);
    again.numbers.insert(again.numbers.end(), {1, 2, 3});
    store.add({&again, 1});
    CHECK(store.look_up(keys, more)[0] == StoredRun::done);
    CHECK(store.run_count() == 3);
}

TEST_CASE("file systems that machines share are known by their numbers", "[store]") {
    CHECK(is_network_type(0x6969));
    CHECK(is_network_type(static_cast<int>(0xfe534d42)));  // as a signed 32-bit field gives it
    CHECK_FALSE(is_network_type(0xef53));                  // ext4
    const ScratchFolder folder;
    CHECK(free_bytes(folder / "not/yet/there").value_or(0) > 0);
}
