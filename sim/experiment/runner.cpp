#include "experiment/runner.hpp"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>

#include <cmath>
#include <exception>

#include "experiment/lever_traces.hpp"
#include "experiment/results_frame.hpp"
#include "experiment/run_once.hpp"
#include "metrics/metric_table.hpp"
#include "metrics/recording.hpp"

namespace leeway {
namespace {

void store_outcomes(Results& results, const Recording& recording, std::size_t run) {
    const auto each = [run](std::vector<OutcomeArray>& arrays, auto&& value) {
        for (OutcomeArray& array : arrays) {
            const Metric& metric = *find_metric(array.name);
            for (std::size_t i = 0; i < array.inner; ++i) array.values[run * array.inner + i] = value(metric, i);
        }
    };
    each(results.outcomes, [&](const Metric& m, std::size_t) { return m.value ? m.value(recording) : missing_value; });
    each(results.by_segment, [&](const Metric& m, std::size_t s) { return m.in_segment(recording, s); });
    each(results.by_sector, [&](const Metric& m, std::size_t k) { return m.in_sector(recording, k); });
    each(results.by_jurisdiction, [&](const Metric& m, std::size_t j) { return m.in_jurisdiction(recording, j); });
    each(results.by_month, [&](const Metric& m, std::size_t j) { return m.in_month(recording, j); });
}

/// One task: a world and a replicate under all designs. Writes only to the slots of its own runs.
class Task {
  public:
    Task(const Plan& plan, const RunControl& control, Results& results, std::vector<std::vector<bool>>& acted,
         std::atomic<std::size_t>& done)
        : plan_(plan), control_(control), results_(results), acted_(acted), done_(done) {}

    void operator()(std::size_t world, std::size_t replicate) const {
        if (control_.stop && *control_.stop) return;
        try {
            run_designs(world, replicate);
        } catch (const std::exception& problem) {
            fail_pending(world, replicate, problem.what());
        }
    }

  private:
    void run_designs(std::size_t world, std::size_t replicate) const {
        const Model model = model_of_world(plan_, world);
        const Start start = warm_up(plan_, model, key_of(plan_, world, replicate));
        for (std::size_t d = 0; d < plan_.designs.size(); ++d) {
            const Recording recording = live(plan_, model, start, plan_.designs[d]);
            const std::size_t run = results_.run_index(d, world, replicate);
            store_outcomes(results_, recording, run);
            acted_[run] = levers_that_acted(results_.levers, recording.start().counts, recording.last().counts);
            results_.status[run] = RunStatus::done;
            control_.on_progress(++done_);
        }
    }

    void fail_pending(std::size_t world, std::size_t replicate, const char* why) const {
        for (std::size_t d = 0; d < plan_.designs.size(); ++d) {
            const std::size_t run = results_.run_index(d, world, replicate);
            if (results_.status[run] == RunStatus::done) continue;
            results_.status[run] = RunStatus::failed;
            results_.failure[run] = why;
            control_.on_progress(++done_);
        }
    }

    const Plan& plan_;
    const RunControl& control_;
    Results& results_;
    std::vector<std::vector<bool>>& acted_;
    std::atomic<std::size_t>& done_;
};

}  // namespace

Results run_plan(const Plan& plan, const RunControl& control) {
    Results results = empty_results(plan);
    std::vector<std::vector<bool>> acted(results.runs());
    std::atomic<std::size_t> done = 0;
    const Task task(plan, control, results, acted, done);
    const std::size_t replicates = results.replicates.size();
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                    static_cast<std::size_t>(control.threads));
    tbb::parallel_for(std::size_t{0}, results.worlds.size() * replicates,
                      [&](std::size_t t) { task(t / replicates, t % replicates); });
    mark_bound_levers(results, acted);
    fill_worst_cases(results);
    results.provenance.results_hash = results_hash(results);
    return results;
}

}  // namespace leeway
