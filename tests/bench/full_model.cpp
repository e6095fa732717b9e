// The full model: what the citizen phases, and firms and regulators, take of a run with a million citizens and the
// scenario's own firms; and the same run with adoption in the plain form that the engine must agree with bit for bit.
#include <algorithm>
#include <string>

#include "bench/country.hpp"
#include "bench/measure.hpp"
#include "bench/phase_times.hpp"
#include "bench/two_threads.hpp"
#include "bench/works.hpp"
#include "plain_citizens.hpp"
#include "world/network.hpp"

namespace leeway::bench {
namespace {

constexpr std::int32_t months = 72;

Country million(const Effort& effort) {
    return country_of(static_cast<std::int64_t>(1'000'000 * effort.scale()), months);
}

double citizen_sector_months(const Country& country) {
    return static_cast<double>(country.model.scenario.citizens.count) *
           static_cast<double>(country.model.scenario.sectors.size()) * country.all_months();
}

// Bytes that a run adds to the process besides the network, whose own are measured first.
double bytes_beside_network(const Country& country) {
    const double before = resident_bytes();
    World world = country.start();
    time_phases(country.model.month, world, country.policy(), country.months, thread_clock);
    const double with_network = resident_bytes();
    world.acquaintances.reset();
    const double network = with_network - resident_bytes();
    return with_network - before - network;
}

void add_phases(Table& table, const PhaseTimes<Month>& times) {
    for (const PhaseTime& phase : times)
        table.add("full model", "seconds in " + std::string(phase.name), phase.seconds, "s");
    const double firms = 1 - seconds_of_citizens(times) / seconds_in_all(times);
    table.add("full model", "share of firms and regulators", 100 * firms, "%");
}

}  // namespace

void measure_full_model(Table& table, const Effort& effort) {
    const Country country = million(effort);
    const World beginning = country.start();
    const auto live = [&](const auto& month) {
        World world = beginning;
        return time_phases(month, world, country.policy(), country.months, thread_clock);
    };
    PhaseTimes<Month> times;
    const auto live_fast = [&] { return seconds_of_citizens(times = live(country.model.month)); };
    const auto live_plainly = [&] { return seconds_of_citizens(live(plain_month(country.model.month))); };
    const int rounds = std::min(effort.rounds, 3);  // the plain form takes its time
    const Turns turns = with_threads(1, [&] { return Turns(rounds, {live_fast, live_plainly}); });
    add_phases(table, times);
    const double places = citizen_sector_months(country);
    table.add("full model", "citizen-sector-months per second", places / turns.seconds(0), "/s", at_least(1.5e8));
    table.add("full model", "citizen phases, speed over the plain form", turns.times_faster(0, 1), "x", at_least(3));
    table.add("full model", "bytes per citizen and sector, no network",
              bytes_beside_network(country) * country.all_months() / places, "B", at_most(24));
}

void measure_two_threads(Table& table, const Effort& effort) {
    const Country country = million(effort);
    const World beginning = country.start();
    compare_threads(table, "full model", effort.rounds, [&] {
        World world = beginning;
        return seconds_in_all(time_phases(country.model.month, world, country.policy(), country.months, wall_clock));
    });
}

}  // namespace leeway::bench
