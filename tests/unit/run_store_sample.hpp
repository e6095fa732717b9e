// A made-up experiment and some of its runs, for the tests of the store of finished runs.
#pragma once

#include <filesystem>
#include <vector>

#include "core/finished_run.hpp"
#include "core/run_keys.hpp"
#include "store/run_store.hpp"

namespace leeway {

inline constexpr std::int64_t version = 7;

/// Two designs, two worlds, two replicates.
inline RunKeys sample_keys() {
    RunKeys keys;
    keys.model_version = version;
    keys.configuration = "seed = 1\n";
    keys.common = {"", "common", "firms.margin = 1\nseed = 1\n"};
    keys.designs = {{"status-quo", "design 1", "sandbox.places = 0\n"}, {"cohort", "design 2", "sandbox.places = 4\n"}};
    keys.worlds = {{"0", "world 1", "firms.margin = 0.5\n"}, {"1", "world 2", "firms.margin = 2\n"}};
    keys.replicates = 2;
    return keys;
}

/// An outcome, a breakdown into two, and a series of three months.
inline Results sample_frame() {
    Results frame;
    frame.designs = {"status-quo", "cohort"};
    frame.worlds = {0, 1};
    frame.replicates = {0, 1};
    frame.outcomes = {{"uptake", 1, {}}};
    frame.by_segment = {{"uptake", 2, {}}};
    frame.by_month = {{"uptake", 3, {}}};
    frame.levers = {{"sandbox.places", "", "", std::vector<double>{0, 4}},
                    {"gate.strict", "", "", std::vector<double>{0, 1}}};
    return frame;
}

inline FinishedRun sample_run(std::size_t design, std::size_t world, std::size_t replicate) {
    FinishedRun run{design, world, replicate};
    const double base = static_cast<double>(100 * design + 10 * world + replicate);
    run.numbers = {base + 0.1, missing_value, -0.0, base + 0.25, base + 0.5, base};
    run.acted = {design == 1, false};
    return run;
}

/// A store with three of the eight runs, one of them failed.
inline void fill(const std::filesystem::path& path, const RunKeys& keys = sample_keys()) {
    RunStore store(path, version);
    store.begin(keys, sample_frame(), {});
    FinishedRun failed{1, 1, 1, RunStatus::failed, "out of luck"};
    const std::vector<FinishedRun> runs{sample_run(0, 0, 0), sample_run(1, 0, 1), failed};
    store.add(runs);
}

}  // namespace leeway
