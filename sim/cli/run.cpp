#include "cli/run.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "cli/interruption.hpp"
#include "cli/messages.hpp"
#include "cli/run_checks.hpp"
#include "cli/run_job.hpp"
#include "cli/run_only.hpp"
#include "cli/run_output.hpp"
#include "cli/stored.hpp"
#include "core/text.hpp"
#include "experiment/estimate.hpp"
#include "experiment/until.hpp"

namespace leeway {
namespace {

namespace fs = std::filesystem;

/// Where a job reads and writes.
struct Files {
    fs::path output, store;
    WhatIsThere standing;  ///< what is at the output before
};

void announce(const RunJob& job) {
    const Plan& plan = job.plan;
    fmt::print(stderr, "{} of {} agents and {} months (+ {} of warm-up) on {} threads{}\n", size_text(plan),
               plan.model.scenario.citizens.count, plan.experiment.months, plan.model.scenario.warm_up_months,
               job.threads, job.shard ? fmt::format("; shard {} of {}", job.shard->number, job.shard->of) : "");
}

/// Whether a store can be opened and has runs of the job, or none at all.
bool is_of_use(const RunJob& job, const fs::path& path) {
    try {
        const RunStore store(path, job.keys.model_version);
        return store.run_count() == 0 || shares_runs(store.look_up(job.keys, job.frame));
    } catch (const StoreFailure& failure) {
        if (failure.kind == StoreFailure::Kind::outdated || failure.kind == StoreFailure::Kind::damaged) return false;
        throw;
    }
}

/// The store of a job; with --force, a new one in the place of one that is of no use.
RunStore open_store(const RunJob& job, const fs::path& path) {
    if (job.options.force && !is_of_use(job, path)) RunStore::discard(path);
    return RunStore(path, job.keys.model_version);
}

/// Says which runs are done already; with --explain, of each.
void tell_what_is_done(const RunJob& job, const RunStore& store, const std::vector<StoredRun>& stored) {
    const auto fates = explain_runs(job.keys, stored, earlier_parts(store, job));
    if (job.options.explain) fmt::print("{}", text_of(fates, job.keys));
    if (job.options.quiet) return;
    fmt::print(stderr, "{}: {}\n", printable(store.path().string()), printable(summary_of(fates)));
}

/// Ends an experiment that is not complete with what the user must know to go on.
int stop_short(const RunJob& job, const RunsMade& made, const fs::path& store) {
    if (!made.problem.empty()) return fail(made.problem, exit_not_written);
    fmt::print(stderr, "leeway: interrupted; {} of the {} runs that were missing are stored in {}. Go on with: {}\n",
               made.stored, made.wanted, printable(store.string()), printable(job.options.command));
    return exit_code_of_interruption();
}

int conclude_shard(const RunJob& job, const RunsMade& made, const Files& files) {
    const std::string stem = fs::path(files.output).replace_extension().string();
    fmt::print("runs: {}\nwhen all {} shards are there: leeway merge -o {} {}.*-of-{}.leeway\n", files.store.string(),
               job.shard->of, files.output.string(), stem, job.shard->of);
    return made.failed > 0 ? exit_run_failed : exit_done;
}

/// Makes what is missing of the replicates that the job asks for; the exit code if it cannot go on.
std::optional<int> make_runs(const RunJob& job, RunStore& store, RunsMade& made) {
    const std::vector<StoredRun> stored = store.look_up(job.keys, job.frame);
    if (const auto lack = find_lack_of_room(job, missing_runs(job, stored), store.path())) {
        if (store.run_count() == 0) RunStore::discard(store.path());
        return fail(*lack, exit_not_written);
    }
    made = make_missing_runs(job, store, stored);
    for (const Failure& failure : made.failures) {
        fmt::print(stderr, "leeway: error: {}\n  make it again with: {}\n", printable(failure.what),
                   printable(failure.command));
    }
    return made.stored < made.wanted ? std::optional(stop_short(job, made, store.path())) : std::nullopt;
}

/// Makes the runs, in rounds where their number depends on what they give, and then the results.
int carry_out(RunJob& job, RunStore& store, const Files& files) {
    RunsMade made;
    std::vector<double> values;
    const RunValue value = [&](std::size_t design, std::size_t world, std::size_t replicate) {
        return values[job.keys.run_index(design, world, replicate)];
    };
    RoundPlan round = next_replicates(job.plan, 0, value);
    for (std::int64_t done = 0; round.replicates != done; round = next_replicates(job.plan, done, value)) {
        job.set_replicates(round.replicates);
        if (const auto code = make_runs(job, store, made)) return *code;
        done = round.replicates;
        if (const std::string metric = job.plan.experiment.until.metric; !metric.empty())
            values = outcome_in(store, job, metric);
    }
    if (!job.options.quiet && !round.precision.empty()) fmt::print("{}\n", round.precision);
    if (job.shard) return conclude_shard(job, made, files);
    ResultsAssembly assembly = results_in(store, job);
    note_precision(round, assembly.results());
    return conclude(assembly, job.options.command, files.output);
}

/// Looks into the store before anything is made.
int open_and_carry_out(RunJob& job, const Files& files) {
    RunStore store = open_store(job, files.store);
    const std::vector<StoredRun> stored = store.look_up(job.keys, job.frame);
    const bool shares = shares_runs(stored);
    if (store.run_count() > 0 && !shares) return fail(text_of_strangers(job, store), exit_bad_input);
    if (const auto obstacle = find_obstacle(job.options, files.output, files.standing, shares))
        return fail(*obstacle, exit_bad_input);
    if (shares) tell_what_is_done(job, store, stored);
    if (job.options.explain) return exit_done;
    if (store.is_on_network() && !job.options.quiet) {
        fmt::print(stderr, "{} is on a file system that other machines share; runs are stored with a slower journal\n",
                   printable(files.store.string()));
    }
    return carry_out(job, store, files);
}

/// Whether there is nothing to do, or nothing can be done; the exit code then.
std::optional<int> end_early(const RunOptions& options, const Files& files) {
    const bool has_store = fs::exists(files.store);
    if (files.standing == WhatIsThere::same && !options.force && !options.explain)
        return conclude_unchanged(files.output, options.quiet);
    if (options.resume && !has_store) {
        return fail(fmt::format("there is no {} to go on from; nothing ran. Leave --resume out to begin.",
                                files.store.string()),
                    exit_bad_input);
    }
    const auto obstacle = find_obstacle(options, files.output, files.standing, has_store);
    if (obstacle && !has_store) return fail(*obstacle, exit_bad_input);
    if (can_create(files.output)) return std::nullopt;
    return fail(
        fmt::format("{} cannot be written: its folder cannot be created or is not writable; nothing ran. Choose "
                    "another place with -o.",
                    files.output.string()),
        exit_not_written);
}

int run_into_store(const Plan& plan, const RunOptions& options, const std::optional<Shard>& shard) {
    if (const std::string why = why_no_shards(plan); shard && !why.empty()) return fail(why, exit_bad_input);
    const fs::path output = output_of(options);
    const WhatIsThere standing = shard ? WhatIsThere::nothing : what_is_at(output, plan.configuration_hash);
    const Files files{output, store_of(output, shard), standing};
    if (const auto code = end_early(options, files)) return *code;
    RunJob job(plan, options, shard, options.threads > 0 ? options.threads : available_threads());
    if (const auto lack = find_lack_of_memory(job)) return fail(*lack, exit_bad_input);
    if (!options.quiet && !options.explain) announce(job);
    make_folder_of(output);
    try {
        const int code = open_and_carry_out(job, files);
        if (options.discard_store && code == exit_done) RunStore::discard(files.store);
        return code;
    } catch (const StoreFailure& failure) {
        return fail(failure.what(),
                    failure.kind == StoreFailure::Kind::not_written ? exit_not_written : exit_bad_input);
    }
}

}  // namespace

std::vector<std::string> all_settings(const RunOptions& options) {
    std::vector<std::string> settings = options.settings;
    if (options.seed) settings.push_back(fmt::format("seed={}", *options.seed));
    if (options.replicates) settings.push_back(fmt::format("replicates={}", *options.replicates));
    return settings;
}

int run_command(const RunOptions& options) {
    const std::optional<Shard> shard = options.shard ? read_shard(*options.shard) : std::nullopt;
    if (options.shard && !shard) return fail("--shard takes I/N with I from 1 to N, such as 2/5", exit_bad_input);
    const Resolution resolution = resolve(options.experiment, all_settings(options));
    if (!resolution.plan) return refuse(resolution.problems);
    listen_to_signals();
    return options.only ? run_only(*resolution.plan, options) : run_into_store(*resolution.plan, options, shard);
}

}  // namespace leeway
