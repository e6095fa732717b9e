// 64 replicates of the reference work, each on a network of its own, through the engine and through the plain loop, on
// one thread; and whether the two draw their curves from one law.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "bench/measure.hpp"
#include "bench/ring_engine.hpp"
#include "bench/works.hpp"

namespace leeway::bench {
namespace {

constexpr std::uint64_t replicates = 64;
constexpr std::uint32_t people = 10'000;
// The tests' bound on |z|: one comparison in a million is beyond it by chance.
constexpr double largest_distance = 4.892;

double mean_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double squared_error_of_mean(const std::vector<double>& values) {
    const double mean = mean_of(values);
    double squares = 0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return squares / static_cast<double>(values.size() * (values.size() - 1));
}

// In standard errors; nothing where neither varies, as where all have adopted.
double distance(const std::vector<double>& a, const std::vector<double>& b) {
    const double error = std::sqrt(squared_error_of_mean(a) + squared_error_of_mean(b));
    return error > 0 ? std::abs(mean_of(a) - mean_of(b)) / error : 0;
}

// What replicates say: where curves end, and how early they rise.
struct Curves {
    std::vector<double> ends, means;
    void add(const Curve& curve) {
        ends.push_back(curve.back());
        means.push_back(mean_of(curve));
    }
};

double live_all(const Model& model, const Spread& spread, Curves& curves) {
    double seconds = 0;
    for (std::uint64_t r = 0; r < replicates; ++r) {
        World world = start_ring(model, r, spread);
        Curve curve;
        seconds += seconds_of(thread_clock, [&] { curve = live_on_ring(model, world, spread); });
        curves.add(curve);
    }
    return seconds;
}

double loop_all(const Spread& spread, Curves& curves) {
    double seconds = 0;
    for (std::uint64_t r = 1; r <= replicates; ++r) {
        const Ring ring = rewired_ring(people, r);
        Curve curve;
        seconds += seconds_of(thread_clock, [&] { curve = plain_loop(ring, spread, r); });
        curves.add(curve);
    }
    return seconds;
}

void compare(Table& table, const std::string& work, const Spread& spread, int rounds, std::optional<Bar> bar) {
    const Model model = ring_model(people, spread);
    Curves ours, plain;
    const Turns turns(
        rounds, {[&] { return live_all(model, spread, ours = {}); }, [&] { return loop_all(spread, plain = {}); }});
    table.add(work, "seconds", turns.seconds(0), "s");
    table.add(work, "seconds, plain loop", turns.seconds(1), "s");
    table.add(work, "time over the plain loop's", 1 / turns.times_faster(0, 1), "x", bar);
    table.add(work, "adopters at the end", 100 * mean_of(ours.ends) / people, "%");
    table.add(work, "adopters at the end, plain loop", 100 * mean_of(plain.ends) / people, "%");
    table.add(work, "difference of the curves, plain loop",
              std::max(distance(ours.ends, plain.ends), distance(ours.means, plain.means)), "s.e.",
              at_most(largest_distance));
}

}  // namespace

void measure_replicates(Table& table, const Effort& effort) {
    with_threads(1, [&] {
        compare(table, "ring-bass, 64 of 1e4", Spread{}, effort.rounds, at_most(0.1));
        compare(table, "ring-bass, 64 of 1e4, few adopt", few_adopt, 1, {});
    });
}

}  // namespace leeway::bench
