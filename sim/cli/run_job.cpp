#include "cli/run_job.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <utility>

#include "cli/interruption.hpp"
#include "cli/progress.hpp"
#include "cli/run_only.hpp"
#include "cli/version.hpp"
#include "experiment/assemble_results.hpp"
#include "experiment/committer.hpp"
#include "experiment/run_identity.hpp"
#include "experiment/runner.hpp"

namespace leeway {
namespace {

Shard shard_of(const RunJob& job) { return job.shard.value_or(Shard()); }

/// Which runs are to be made, by index.
std::vector<bool> wanted_runs(const RunJob& job, const std::vector<StoredRun>& stored) {
    std::vector<bool> wanted(stored.size());
    for (std::size_t run = 0; run < stored.size(); ++run) {
        const std::size_t task = run % (job.keys.worlds.size() * job.keys.replicates);
        wanted[run] = stored[run] != StoredRun::done && is_in_shard(shard_of(job), task);
    }
    return wanted;
}

/// With their share of the warm-up.
double months_per_run(const Plan& plan) {
    return static_cast<double>(plan.experiment.months) +
           static_cast<double>(plan.model.scenario.warm_up_months) / static_cast<double>(plan.designs.size());
}

/// The first few runs that failed, in words; runs come from any thread.
class FailureList {
  public:
    FailureList(const RunJob& job, RunsMade& made) : job_(job), made_(made) {}

    void note(const FinishedRun& run) {
        if (run.status != RunStatus::failed) return;
        const std::lock_guard lock(mutex_);
        constexpr std::size_t most = 5;
        if (made_.failed++ >= most) return;
        const std::string& design = job_.keys.designs[run.design].label;
        made_.failures.push_back(
            {fmt::format("{}, world {}, replicate {} failed: {}", design, run.world, run.replicate, run.failure),
             command_for_only(job_.options, design, run.world, run.replicate)});
    }

  private:
    const RunJob& job_;
    RunsMade& made_;
    std::mutex mutex_;
};

}  // namespace

RunJob::RunJob(Plan plan_of_job, const RunOptions& options_of_job, const std::optional<Shard>& shard_of_job,
               int threads_of_job)
    : plan(std::move(plan_of_job)),
      options(options_of_job),
      shard(shard_of_job),
      threads(threads_of_job),
      keys(identify_runs(plan)),
      frame(results_without_runs(plan)) {
    keys.program = version_text();
}

void RunJob::set_replicates(std::int64_t replicates) {
    plan.experiment.replicates = replicates;
    keys.replicates = static_cast<std::size_t>(replicates);
    frame = results_without_runs(plan);
}

EarlierParts earlier_parts(const RunStore& store, const RunJob& job) {
    return {[&](std::size_t design) { return store.earlier_design(job.keys, design); },
            [&](std::size_t world) { return store.earlier_world(job.keys, world); }};
}

std::size_t missing_runs(const RunJob& job, const std::vector<StoredRun>& stored) {
    const std::vector<bool> wanted = wanted_runs(job, stored);
    return static_cast<std::size_t>(std::count(wanted.begin(), wanted.end(), true));
}

RunsMade make_missing_runs(const RunJob& job, RunStore& store, const std::vector<StoredRun>& stored) {
    const std::vector<bool> wanted = wanted_runs(job, stored);
    RunsMade made;
    made.wanted = missing_runs(job, stored);
    store.begin(job.keys, job.frame, shard_of(job));
    Progress progress(made.wanted, Progress::style_of(job.options.progress, job.options.quiet));
    FailureList failures(job, made);
    Committer committer([&](std::span<const FinishedRun> runs) { store.add(runs); },
                        [&](std::size_t count) { progress.update(made.stored = count); });
    RunControl control;
    control.threads = job.threads;
    control.shard = shard_of(job);
    control.is_wanted = [&](std::size_t run) { return wanted[run]; };
    control.is_stopped = [&] { return is_interrupted() || committer.has_failed(); };
    control.on_finished = [&](FinishedRun run) {
        failures.note(run);
        committer.submit(std::move(run));
    };
    std::size_t months = 0;
    if (runs_at_once(job.plan, job.threads) == 1)
        control.on_month = [&] { progress.update_parts(static_cast<double>(++months) / months_per_run(job.plan)); };
    run_plan(job.plan, job.frame, control);
    made.problem = committer.finish().value_or("");
    progress.finish();
    return made;
}

std::vector<double> outcome_in(const RunStore& store, const RunJob& job, const std::string& metric) {
    Results only;
    only.outcomes.push_back({metric, 1, {}});
    std::vector<double> values(job.keys.runs(), missing_value);
    store.visit_runs(job.keys, only, [&](const FinishedRun& run) {
        if (run.status == RunStatus::done)
            values[job.keys.run_index(run.design, run.world, run.replicate)] = run.numbers.front();
    });
    return values;
}

ResultsAssembly results_in(const RunStore& store, const RunJob& job) {
    return {job.frame, [&](const Results& asked, const TakeRun& take) { store.visit_runs(job.keys, asked, take); }};
}

}  // namespace leeway
