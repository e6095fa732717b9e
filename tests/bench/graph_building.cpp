// Building who knows whom: a small world of a million people with ten acquaintances each.
#include "bench/measure.hpp"
#include "bench/reference_loops.hpp"
#include "bench/two_threads.hpp"
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
    const auto build = [&] {
        return seconds_of(wall_clock, [&] { acquaintances_of(people, groups, Draws(1, "acquaintances")); });
    };
    compare_threads(table, "network of 1e6 x 10", effort.rounds, build, at_most(0.6));
}

}  // namespace leeway::bench
