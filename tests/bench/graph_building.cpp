// Building who knows whom: a small world of a million people with ten acquaintances each.
#include "bench/country.hpp"
#include "bench/measure.hpp"
#include "bench/reference_loops.hpp"
#include "bench/works.hpp"
#include "core/random.hpp"
#include "world/network.hpp"

namespace leeway::bench {

void measure_graph(Table& table, const Effort& effort) {
    CitizenGroup people;
    people.population = people.count = static_cast<std::int64_t>(1'000'000 * effort.scale());
    people.degree = ring_degree;
    people.rewiring = ring_rewiring;
    const std::vector<std::uint32_t> groups{0, static_cast<std::uint32_t>(people.count)};
    const auto build_on = [&](std::size_t threads) {
        return with_threads(threads, [&] {
            return seconds_of(wall_clock, [&] { acquaintances_of(people, groups, Draws(1, "acquaintances")); });
        });
    };
    const Turns turns(effort.rounds, {[&] { return build_on(2); }, [&] { return build_on(1); }});
    table.add("network of 1e6 x 10", "seconds, one thread", turns.seconds(1), "s", at_most(0.6));
    table.add("network of 1e6 x 10", "seconds, two threads", turns.seconds(0), "s");
    table.add("network of 1e6 x 10", "speed over one thread", turns.times_faster(0, 1), "x", at_least(1.7));
}

}  // namespace leeway::bench
