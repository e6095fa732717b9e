// What a citizen costs as countries grow: the citizen phases of one sector over 60 months, warm-up included, on one
// thread, with populations from ten thousand to ten (or a hundred) million agents.
#include <algorithm>
#include <cmath>
#include <string>

#include "bench/country.hpp"
#include "bench/measure.hpp"
#include "bench/phase_times.hpp"
#include "bench/works.hpp"

namespace leeway::bench {
namespace {

constexpr std::int32_t months = 24;  // after 36 of warm-up

struct Cost {
    double nanoseconds, peak_bytes;  // per citizen and month; per citizen
};

double live_through(const Country& country) {
    World world = country.start();
    return seconds_of_citizens(time_phases(country.model.month, world, country.policy(), country.months, thread_clock));
}

Cost cost_at(double citizens, int rounds) {
    const Country country = country_of_one_sector(static_cast<std::int64_t>(citizens), months);
    const double before = resident_bytes();
    forget_peak();
    const double seconds = Turns(rounds, {[&] { return live_through(country); }}).seconds(0);
    return {1e9 * seconds / (citizens * country.all_months()), (peak_bytes() - before) / citizens};
}

}  // namespace

void measure_growth(Table& table, const Effort& effort) {
    const int largest = effort.quick ? 6 : effort.large ? 8 : 7;
    double at_a_million = 0, at_largest = 0;
    for (int power = 4; power <= largest; ++power) {
        const int rounds = power < 6 ? effort.rounds : std::min(effort.rounds, power == 6 ? 3 : 1);
        const Cost cost = with_threads(1, [&] { return cost_at(std::pow(10, power), rounds); });
        const std::string work = "one sector, 1e" + std::to_string(power);
        table.add(work, "time per citizen and month", cost.nanoseconds, "ns");
        if (power >= 6) table.add(work, "peak bytes per citizen, building too", cost.peak_bytes, "B");
        if (power == 6) at_a_million = cost.nanoseconds;
        at_largest = cost.nanoseconds;
    }
    table.add("one sector, 1e" + std::to_string(largest), "time per citizen over that at 1e6",
              at_largest / at_a_million, "x", at_most(4));
}

}  // namespace leeway::bench
