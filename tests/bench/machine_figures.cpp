// What the machine itself gives, on which every other figure rests: memory in order (the triad of McCalpin's STREAM,
// 1995), memory at random, and random numbers that are functions of keys.
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

#include "bench/measure.hpp"
#include "bench/works.hpp"
#include "core/hash.hpp"
#include "core/parallel.hpp"
#include "core/random.hpp"

namespace leeway::bench {
namespace {

double seconds_of_triad(std::vector<double>& a, const std::vector<double>& b, const std::vector<double>& c) {
    return seconds_of(wall_clock, [&] {
        for_each_block(a.size(), 1 << 16, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) a[i] = b[i] + 3 * c[i];
        });
    });
}

// Increments of bytes at random places, as adoptions make them in the counters of neighbours.
double seconds_of_increments(std::vector<std::uint8_t>& counters, std::uint32_t increments) {
    return seconds_of(thread_clock, [&] {
        std::uint64_t state = 1;
        for (std::uint32_t i = 0; i < increments; ++i) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;  // Knuth's MMIX
            ++counters[((state >> 32) * counters.size()) >> 32];
        }
    });
}

// A loop over citizens that draws a number for each, as a textbook model does every month.
double seconds_of_keyed_draws(std::uint32_t citizens) {
    const Draws draws(1, "reference");
    return seconds_of(thread_clock, [&] {
        double adopted = 0;
        for (std::uint32_t i = 0; i < citizens; ++i) adopted += draws.uniform(i) < 0.01 ? 1 : 0;
        keep(adopted);
    });
}

double median_of(int rounds, const std::function<double()>& work) { return Turns(rounds, {work}).seconds(0); }

void measure_triad(Table& table, const Effort& effort) {
    const auto size = static_cast<std::size_t>(16'000'000 * effort.scale());
    std::vector<double> a(size, 0), b(size, 1), c(size, 2);
    const auto gigabytes = [&](std::size_t threads) {
        const double seconds =
            with_threads(threads, [&] { return median_of(effort.rounds, [&] { return seconds_of_triad(a, b, c); }); });
        return 24e-9 * static_cast<double>(size) / seconds;
    };
    table.add("machine", "triad, one thread", gigabytes(1), "GB/s");
    table.add("machine", "triad, all threads", gigabytes(std::thread::hardware_concurrency()), "GB/s");
}

}  // namespace

void measure_machine(Table& table, const Effort& effort) {
    measure_triad(table, effort);
    for (const std::size_t megabytes : {1, 10, 100}) {
        std::vector<std::uint8_t> counters(megabytes << 20, 0);
        constexpr std::uint32_t increments = 10'000'000;
        const double seconds = median_of(effort.rounds, [&] { return seconds_of_increments(counters, increments); });
        table.add("machine", "random increments in " + std::to_string(megabytes) + " MiB", increments / seconds, "/s");
    }
    constexpr std::uint32_t citizens = 10'000'000;
    const double seconds = median_of(effort.rounds, [&] { return seconds_of_keyed_draws(citizens); });
    table.add("machine", "loop with a keyed draw per citizen", citizens / seconds, "/s");
}

}  // namespace leeway::bench
