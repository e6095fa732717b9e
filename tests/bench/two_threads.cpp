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

}  // namespace

void compare_threads(Table& table, const std::string& work, int rounds, const std::function<double()>& run,
                     std::optional<Bar> bar) {
    const auto on = [](std::size_t threads, const std::function<double()>& task) {
        return [=] { return with_threads(threads, task); };
    };
    const Turns turns(rounds, {on(2, run), on(1, run), on(2, seconds_of_arithmetic), on(1, seconds_of_arithmetic)});
    table.add(work, "seconds, one thread", turns.seconds(1), "s", bar);
    table.add(work, "seconds, two threads", turns.seconds(0), "s");
    table.add(work, "two threads, speed over one", turns.times_faster(0, 1), "x", at_least(1.7));
    table.add(work, "two threads, arithmetic alone", turns.times_faster(2, 3), "x");
}

}  // namespace leeway::bench
