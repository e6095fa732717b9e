#include "bench/two_threads.hpp"

#include "bench/measure.hpp"
#include "core/parallel.hpp"
#include "core/random.hpp"

namespace leeway::bench {
namespace {

double seconds_of_arithmetic() {
    const Draws draws(1, "arithmetic");
    return seconds_of(wall_clock, [&] {
        for_each_block(10'000'000, 100'000, [&](std::size_t begin, std::size_t end) {
            double sum = 0;
            for (std::size_t i = begin; i < end; ++i) sum += draws.uniform(i);
            keep(sum);
        });
    });
}

/// As many threads as `threads` allows.
Seconds limited(std::size_t threads, const Seconds& task) {
    return [=] { return with_threads(threads, task); };
}

Turns compared(int rounds, const Seconds& on_two, const Seconds& on_one) {
    return {rounds, {on_two, on_one, limited(2, seconds_of_arithmetic), limited(1, seconds_of_arithmetic)}};
}

void add_ratios(Table& table, const std::string& work, const Turns& turns, Bar bar) {
    table.add(work, "two threads, speed over one", turns.times_faster(0, 1), "x", bar);
    table.add(work, "two threads, arithmetic alone", turns.times_faster(2, 3), "x");
}

}  // namespace

void compare_threads(Table& table, const std::string& work, int rounds, const Seconds& on_two, const Seconds& on_one,
                     Bar bar) {
    add_ratios(table, work, compared(rounds, on_two, on_one), bar);
}

void compare_threads(Table& table, const std::string& work, int rounds, const Seconds& run,
                     std::optional<Bar> seconds_bar) {
    const Turns turns = compared(rounds, limited(2, run), limited(1, run));
    table.add(work, "seconds, one thread", turns.seconds(1), "s", seconds_bar);
    table.add(work, "seconds, two threads", turns.seconds(0), "s");
    add_ratios(table, work, turns, at_least(1.7));
}

}  // namespace leeway::bench
