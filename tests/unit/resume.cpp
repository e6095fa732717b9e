// Which runs are done, new, or made again, in the words that a user reads; and the committer that stores them.
#include "experiment/resume.hpp"

#include <stdexcept>
#include <thread>

#include "catch.hpp"
#include "experiment/committer.hpp"
#include "experiment/run_names.hpp"

using namespace leeway;

namespace {

RunKeys sample_keys() {
    RunKeys keys;
    keys.common = {"", "", "firms.margin = 1\nseed = 1\n"};
    keys.designs = {{"status-quo", "", "sandbox.places = 0\n"}, {"cohort", "", "sandbox.places = 5\n"}};
    keys.worlds = {{"0", "", "firms.margin = 0.5\n"}, {"1", "", "firms.margin = 2\n"}};
    keys.replicates = 2;
    return keys;
}

const EarlierParts earlier{
    [](std::size_t design) { return std::string(design == 0 ? "sandbox.places = 0\n" : "sandbox.places = 4\n"); },
    [](std::size_t world) {
        return "firms.margin = 1\nseed = 1\n" + std::string(world == 0 ? "firms.margin = 0.5\n" : "firms.margin = 3\n");
    }};

}  // namespace

TEST_CASE("runs are sorted by what happens to them and why", "[resume]") {
    using enum StoredRun;
    const std::vector<StoredRun> stored{done, done, other, absent, other, other, failed, lacking};
    const auto fates = explain_runs(sample_keys(), stored, earlier);
    CHECK(
        text_of(fates, sample_keys()) ==
        "status-quo: 2 done (world 0, replicates 0, 1)\n"
        "status-quo: 1 new (world 1, replicate 1)\n"
        "status-quo: 1 again, because firms.margin was 3 and is 2 (world 1, replicate 0)\n"
        "cohort: 1 again, because it failed (world 1, replicate 0)\n"
        "cohort: 1 again, because it was stored without an outcome that is asked for now, see record.series (world 1, "
        "replicate 1)\n"
        "cohort: 2 again, because sandbox.places was 4 and is 5 (world 0, replicates 0, 1)\n");
    CHECK(summary_of(fates).starts_with("2 of 8 runs are done; 1 are new; 5 are made again (firms.margin was 3"));
    CHECK(shares_runs(stored));
    CHECK_FALSE(shares_runs({absent, other}));
    CHECK(first_difference(sample_keys(), earlier).empty());
}

TEST_CASE("sets of runs are named in ranges", "[resume]") {
    CHECK(name_numbers({}).empty());
    CHECK(name_numbers({4}) == "4");
    CHECK(name_numbers({0, 1, 3, 5, 6, 7}) == "0, 1, 3, 5-7");
    CHECK(name_runs(3, 4, [](std::size_t world, std::size_t replicate) { return world < 2 || replicate == 1; }) ==
          "worlds 0, 1, replicates 0-3; world 2, replicate 1");
    CHECK(name_runs(
              4, 2, [](std::size_t world, std::size_t r) { return world % 2 == r; }, 2) ==
          "world 0, replicate 0; world 1, replicate 1; and 2 more");
}

TEST_CASE("the committer stores everything, in groups, and counts what is stored", "[resume]") {
    std::size_t stored = 0, groups = 0, told = 0;
    bool is_exact = true;
    Committer committer(
        [&](std::span<const FinishedRun> runs) {
            stored += runs.size();
            ++groups;
        },
        [&](std::size_t count) {
            is_exact = is_exact && count == stored;
            told = count;
        });
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < 3; ++t) {
        threads.emplace_back([&, t] {
            for (std::size_t r = 0; r < 2000; ++r)
                committer.submit({0, t, r, RunStatus::done, "", std::vector<double>(1000), {}});
        });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(committer.finish() == std::nullopt);
    CHECK(is_exact);
    CHECK(stored == 6000);
    CHECK(told == 6000);
    CHECK(groups < 1000);
}

TEST_CASE("the committer's first failure ends it, and nobody waits for it", "[resume]") {
    std::size_t counted = 0, groups = 0;
    Committer committer(
        [&](std::span<const FinishedRun>) {
            if (++groups == 2) throw std::runtime_error("the disk is full");
        },
        [&](std::size_t count) { counted = count; });
    committer.submit({});
    while (!committer.has_failed()) committer.submit({0, 0, 0, RunStatus::done, "", std::vector<double>(1000), {}});
    for (std::size_t i = 0; i < 10'000; ++i)
        committer.submit({0, 0, 0, RunStatus::done, "", std::vector<double>(1000), {}});
    CHECK(committer.finish() == std::optional<std::string>("the disk is full"));
    CHECK(groups == 2);
    CHECK(counted > 0);
}
