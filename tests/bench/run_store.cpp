// What it costs to store runs, through the same committer and store as `leeway run`: a million tiny ones, and many of
// 16 kB, on the disk of the current folder.
#include "store/run_store.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <filesystem>
#include <stdexcept>
#include <string>

#include "bench/measure.hpp"
#include "bench/works.hpp"
#include "core/finished_run.hpp"
#include "core/run_keys.hpp"
#include "experiment/committer.hpp"

namespace leeway::bench {
namespace {

constexpr std::size_t designs = 2, worlds = 100;
constexpr std::int64_t version = 1;

/// Processor time of all threads of this process.
double processor_clock() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           1e-6 * static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

RunKeys made_up_keys(std::size_t replicates) {
    RunKeys keys;
    for (std::size_t d = 0; d < designs; ++d)
        keys.designs.push_back({fmt::format("design {}", d), fmt::format("digest {}", d), ""});
    for (std::size_t w = 0; w < worlds; ++w)
        keys.worlds.push_back({std::to_string(w), fmt::format("digest {}", w), ""});
    keys.replicates = replicates;
    return keys;
}

Results made_up_frame(std::size_t numbers) {
    Results frame;
    for (std::size_t i = 0; i < numbers; ++i) frame.outcomes.push_back({fmt::format("outcome {}", i), 1, {}});
    return frame;
}

/// Stores made-up runs, world by world and replicate by replicate, as the runner hands them over.
void store_runs(const std::filesystem::path& path, std::size_t replicates, std::size_t numbers) {
    RunStore store(path, version);
    store.begin(made_up_keys(replicates), made_up_frame(numbers), {});
    Committer committer([&](std::span<const FinishedRun> group) { store.add(group); }, [](std::size_t) {});
    for (std::size_t run = 0; run < designs * worlds * replicates; ++run) {
        FinishedRun finished{run % designs, run / designs / replicates, run / designs % replicates};
        finished.numbers.assign(numbers, static_cast<double>(run));
        committer.submit(std::move(finished));
    }
    if (const auto problem = committer.finish()) throw std::runtime_error(*problem);
}

struct Cost {
    double seconds, processor_seconds;
};

/// Of each of so many runs.
Cost cost_of(std::size_t runs, std::size_t numbers) {
    const std::filesystem::path path = "bench.leeway";
    RunStore::discard(path);
    const double start = wall_clock(), processor = processor_clock();
    store_runs(path, runs / designs / worlds, numbers);
    const auto count = static_cast<double>(runs);
    const Cost cost{(wall_clock() - start) / count, (processor_clock() - processor) / count};
    RunStore::discard(path);
    return cost;
}

}  // namespace

void measure_run_store(Table& table, const Effort& effort) {
    const auto tiny_runs = static_cast<std::size_t>(1e6 * effort.scale());
    forget_peak();
    const double before = peak_bytes();
    const Cost tiny = cost_of(tiny_runs, 125);
    table.add("a million tiny runs stored", "processor time per run", 1e6 * tiny.processor_seconds, "us", at_most(15));
    table.add("a million tiny runs stored", "memory on top", (peak_bytes() - before) / (1 << 20), "MiB");
    const Cost large = cost_of(static_cast<std::size_t>(40'000 * effort.scale()), 2000);
    table.add("runs of 16 kB stored", "durable runs", 1 / large.seconds, "per s", at_least(5000));
}

}  // namespace leeway::bench
