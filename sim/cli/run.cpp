#include "cli/run.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <variant>

#include "cli/messages.hpp"
#include "cli/progress.hpp"
#include "cli/stored.hpp"
#include "cli/version.hpp"
#include "experiment/estimate.hpp"
#include "experiment/plan.hpp"
#include "experiment/runner.hpp"
#include "store/results_file.hpp"

namespace leeway {
namespace {

namespace fs = std::filesystem;

std::atomic<bool> stop_requested = false;
volatile std::sig_atomic_t stop_signal = 0;

// The first signal lets the runs under way finish and starts no more; the second ends the program at once.
void request_stop(int signal) {
    if (stop_requested) std::_Exit(128 + signal);
    stop_signal = signal;
    stop_requested = true;
}

std::vector<std::string> all_settings(const RunOptions& options) {
    std::vector<std::string> settings = options.settings;
    if (options.seed) settings.push_back(fmt::format("seed={}", *options.seed));
    if (options.replicates) settings.push_back(fmt::format("replicates={}", *options.replicates));
    return settings;
}

fs::path output_file(const RunOptions& options) {
    const std::string name = options.experiment.stem().string() + ".h5";
    if (!options.output) return fs::path("results") / name;
    return options.output->extension() == ".h5" ? *options.output : *options.output / name;
}

/// What stands at the output already.
enum class Standing { nothing, same, other };

Standing standing_at(const fs::path& output, const Plan& plan) {
    if (!fs::exists(output)) return Standing::nothing;
    const auto stored = read_results(output);
    const Results* results = std::get_if<Results>(&stored);
    const bool complete = results && std::all_of(results->status.begin(), results->status.end(),
                                                 [](RunStatus s) { return s == RunStatus::done; });
    return complete && results->provenance.configuration_hash == plan.configuration_hash ? Standing::same
                                                                                         : Standing::other;
}

std::string now_utc() {
    const std::time_t now = std::time(nullptr);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", std::gmtime(&now));
    return text;
}

// What every results file says of the program that made it.
void sign(Results& results, const RunOptions& options) {
    results.provenance.source = version_text();
    results.provenance.compiler = compiler_text();
    results.provenance.created = now_utc();
    results.provenance.command = options.command;
}

Results run_with_progress(const Plan& plan, const RunOptions& options, int threads) {
    Progress progress(run_count(plan), Progress::style_of(options.progress, options.quiet));
    RunControl control;
    control.threads = threads;
    control.stop = &stop_requested;
    control.on_progress = [&](std::size_t done) { progress.update(done); };
    std::signal(SIGINT, request_stop);
    std::signal(SIGTERM, request_stop);
    Results results = run_plan(plan, control);
    progress.finish();
    return results;
}

int store(const Results& results, const fs::path& output) {
    std::error_code problem;
    fs::create_directories(output.parent_path().empty() ? "." : output.parent_path(), problem);
    if (const auto failure = write_results(results, output)) return fail(*failure, exit_not_written);
    fmt::print("results: {}\n", output.string());
    return exit_done;
}

int conclude(const Results& results) {
    std::size_t failed = 0;
    for (std::size_t run = 0; run < results.status.size(); ++run) {
        if (results.status[run] != RunStatus::failed) continue;
        if (failed++ == 0) fmt::print(stderr, "leeway: error: a run failed: {}\n", results.failure[run]);
    }
    if (failed > 0)
        fmt::print(stderr,
                   "leeway: {} of {} runs failed; the others are kept, `status` and `failure` in the file say which\n",
                   failed, results.runs());
    fmt::print("results hash: {}\n", results.provenance.results_hash);
    return failed > 0 ? exit_run_failed : exit_done;
}

/// Whether the nearest folder that exists above the output may be written.
bool can_create(const fs::path& output) {
    fs::path folder = fs::absolute(output).parent_path();
    while (!fs::exists(folder) && folder.has_relative_path()) folder = folder.parent_path();
    return fs::is_directory(folder) && access(folder.c_str(), W_OK) == 0;
}

}  // namespace

int run_command(const RunOptions& options) {
    Resolution resolution = resolve(options.experiment, all_settings(options));
    if (!resolution.plan) return refuse(resolution.problems);
    const Plan& plan = *resolution.plan;
    const fs::path output = output_file(options);
    const Standing standing = standing_at(output, plan);
    if (standing == Standing::same && !options.force) {
        fmt::print("{} holds exactly this experiment already; nothing to do (--force runs it again)\n",
                   output.string());
        return exit_done;
    }
    if (standing == Standing::other && !options.force) {
        return fail(fmt::format("{} exists and holds something else; nothing ran. Choose another file with -o, or "
                                "replace it with --force.",
                                output.string()),
                    exit_bad_input);
    }
    if (!can_create(output)) {
        return fail(fmt::format("{} cannot be written: its folder cannot be created or is not writable; nothing ran. "
                                "Choose another place with -o.",
                                output.string()),
                    exit_not_written);
    }
    const int threads = options.threads > 0 ? options.threads : available_threads();
    const Cost cost = estimate_cost(plan, threads);
    if (cost.memory > 0.8 * available_memory()) {
        return fail(fmt::format("this experiment needs about {:.1f} GiB of memory with {} threads, and {:.1f} GiB "
                                "can be had; nothing ran. Lower citizens.count or --threads.",
                                cost.memory / (1 << 30), threads, 0.8 * available_memory() / (1 << 30)),
                    exit_bad_input);
    }
    if (!options.quiet) {
        fmt::print(stderr,
                   "{} designs x {} worlds x {} replicates = {} runs of {} agents and {} months (+ {} of warm-up) on "
                   "{} threads\n",
                   plan.designs.size(), plan.worlds.size(), plan.experiment.replicates, run_count(plan),
                   plan.model.scenario.citizens.count, plan.experiment.months, plan.model.scenario.warm_up_months,
                   threads);
    }
    Results results = run_with_progress(plan, options, threads);
    if (stop_requested) {
        fmt::print(stderr, "leeway: interrupted; nothing was stored. Run the same command to start again.\n");
        return 128 + stop_signal;
    }
    sign(results, options);
    if (const int code = store(results, output); code != exit_done) return code;
    return conclude(results);
}

}  // namespace leeway
