// The reference work through the engine beside the plain loops in the same process, all on one thread, where all adopt
// and where few do.
#include <cmath>
#include <numeric>
#include <string>

#include "bench/measure.hpp"
#include "bench/ring_engine.hpp"
#include "bench/works.hpp"

namespace leeway::bench {
namespace {

std::string name_of(std::uint32_t people) { return "ring-bass, 1e" + std::to_string(std::lround(std::log10(people))); }

void add_curve(Table& table, const std::string& work, const std::string& loop, const Curve& curve,
               std::uint32_t people) {
    const double mean = std::accumulate(curve.begin(), curve.end(), 0.0) / static_cast<double>(curve.size());
    table.add(work, "adopters at the end" + loop, 100 * curve.back() / people, "%");
    table.add(work, "adopters, mean over steps" + loop, 100 * mean / people, "%");
}

// Worlds and rings are built apart.
void compare(Table& table, const std::string& work, std::uint32_t people, const Spread& spread, int rounds,
             double bar) {
    const Model model = ring_model(people, spread);
    const World beginning = start_ring(model, 0, spread);
    const Ring ring = rewired_ring(people, 1);
    Curve ours, plain, sparing;
    const auto live_once = [&] {
        World world = beginning;
        return seconds_of(thread_clock, [&] { ours = live_on_ring(model, world, spread); });
    };
    const auto loop_plainly = [&] { return seconds_of(thread_clock, [&] { plain = plain_loop(ring, spread, 1); }); };
    const auto loop_sparingly = [&] {
        return seconds_of(thread_clock, [&] { sparing = sparing_loop(ring, spread, 1); });
    };
    const Turns turns(rounds, {live_once, loop_plainly, loop_sparingly});
    const double steps = static_cast<double>(people) * spread.steps;
    table.add(work, "agent-steps per second", steps / turns.seconds(0), "/s");
    table.add(work, "agent-steps per second, plain loop", steps / turns.seconds(1), "/s");
    table.add(work, "speed over the plain loop", turns.times_faster(0, 1), "x", at_least(bar));
    table.add(work, "speed over a loop that skips adopters", turns.times_faster(0, 2), "x");
    add_curve(table, work, "", ours, people);
    add_curve(table, work, ", plain loop", plain, people);
}

// Bytes that a world adds to the process while it lives, its network included.
double bytes_of_world(const Model& model, const Spread& spread) {
    const double before = resident_bytes();
    World world = start_ring(model, 0, spread);
    live_on_ring(model, world, spread);
    return resident_bytes() - before;
}

std::uint32_t large_size(const Effort& effort) { return static_cast<std::uint32_t>(1'000'000 * effort.scale()); }

}  // namespace

void measure_ring(Table& table, const Effort& effort) {
    const std::uint32_t large = large_size(effort);
    with_threads(1, [&] {
        compare(table, name_of(10'000), 10'000, Spread{}, 4 * effort.rounds, 8);
        compare(table, name_of(large), large, Spread{}, effort.rounds, 8);
        table.add(name_of(large), "bytes per agent, with its network",
                  bytes_of_world(ring_model(large, Spread{}), Spread{}) / large, "B", at_most(60));
    });
}

void measure_few_adopters(Table& table, const Effort& effort) {
    const std::uint32_t large = large_size(effort);
    with_threads(1, [&] { compare(table, name_of(large) + ", few adopt", large, few_adopt, effort.rounds, 100); });
}

}  // namespace leeway::bench
