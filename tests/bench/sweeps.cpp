// What a run costs as sweeps grow: plans of tiny runs, through the same door as `leeway run`. It should be the same in
// a plan of a hundred and of a hundred thousand.
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/measure.hpp"
#include "bench/two_threads.hpp"
#include "bench/works.hpp"
#include "experiment/assemble_results.hpp"
#include "experiment/runner.hpp"

namespace leeway::bench {
namespace {

Plan quickstart(const std::vector<std::string>& settings) {
    const Resolution resolution = resolve(LEEWAY_SOURCE_DIR "/configs/experiments/quickstart.toml", settings);
    if (!resolution.plan) throw std::runtime_error("the quickstart cannot be read; leeway check says why");
    return *resolution.plan;
}

Plan tiny_plan(int runs) {
    return quickstart({"designs=[\"status-quo\"]", "worlds.sampling=\"point\"", "worlds.count=1",
                       "replicates=" + std::to_string(runs), "months=12", "warm_up_months=0",
                       "citizens.population=10_000", "citizens.count=100", "firms.count=10", "ideas.per_year=12"});
}

void run_all(const Plan& plan, int threads = 1) {
    RunControl control;
    control.threads = threads;
    control.on_finished = [](FinishedRun) {};
    run_plan(plan, results_without_runs(plan), control);
}

double microseconds_per_run(int runs, int rounds) {
    const Plan plan = tiny_plan(runs);
    const double seconds = Turns(rounds, {[&] { return seconds_of(thread_clock, [&] { run_all(plan); }); }}).seconds(0);
    return 1e6 * seconds / runs;
}

/// The quickstart, small in citizens, so that a thousand runs of it fit into a benchmark.
void measure_thousand_runs(Table& table, const Effort& effort) {
    const int replicates = effort.quick ? 2 : 13;  // of five designs and sixteen worlds
    const Plan plan = quickstart({"citizens.count=2000", "replicates=" + std::to_string(replicates)});
    const auto on = [&](int threads) {
        return [&plan, threads] { return seconds_of(wall_clock, [&] { run_all(plan, threads); }); };
    };
    compare_threads(table, "a thousand runs of the quickstart", 1, on(2), on(1), at_least(1.9));
}

}  // namespace

void measure_sweeps(Table& table, const Effort& effort) {
    double first = 0, last = 0;
    for (const int runs : {100, 1'000, 10'000, 100'000}) {
        if (runs == 100'000 && !effort.large) break;
        last = microseconds_per_run(runs, runs < 10'000 ? effort.rounds : 1);
        if (runs == 100) first = last;
        table.add("sweep of " + std::to_string(runs) + " tiny runs", "time per run", last, "us");
    }
    table.add("sweeps", "time per run, largest over 100", last / first, "x", at_most(1.25));
    measure_thousand_runs(table, effort);
}

}  // namespace leeway::bench
