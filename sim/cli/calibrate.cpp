#include "cli/calibrate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/calibrate_report.hpp"
#include "cli/interruption.hpp"
#include "cli/messages.hpp"
#include "cli/run_checks.hpp"
#include "cli/run_job.hpp"
#include "cli/run_output.hpp"
#include "cli/stored.hpp"
#include "cli/version.hpp"
#include "core/text.hpp"
#include "experiment/estimate.hpp"
#include "experiment/search/ensemble_file.hpp"
#include "experiment/search/pinned_down.hpp"
#include "experiment/search/search_plan.hpp"
#include "rules/model_version.hpp"

namespace leeway {
namespace {

namespace fs = std::filesystem;

fs::path ensemble_of(const RunOptions& options) {
    const std::string name = options.experiment.stem().string() + ".csv";
    if (!options.output) return fs::path("results") / name;
    return options.output->extension() == ".csv" ? *options.output : *options.output / name;
}

/// The model behind a search: each wave is an experiment whose missing runs are made and stored.
class StoredSimulator {
  public:
    StoredSimulator(const Plan& plan, const RunOptions& options, RunStore& store)
        : plan_(plan), options_(options), store_(store), reader_(plan) {}

    /// The values of the targets in all worlds; nothing when it ended early, and then `code` says how.
    std::optional<std::vector<WorldPoints>> operator()(const WorldPoints& worlds) {
        const RunJob job(with_worlds(plan_, worlds), options_, std::nullopt, threads());
        const std::vector<StoredRun> stored = store_.look_up(job.keys, job.frame);
        const std::size_t missing = missing_runs(job, stored);
        tell(worlds.size(), job.keys.runs(), missing);
        if (const auto lack = find_lack_of_room(job, missing, store_.path())) {
            code_ = fail(*lack, exit_not_written);
            return std::nullopt;
        }
        const RunsMade made = make_missing_runs(job, store_, stored);
        failed_ = made.failed;
        for (const Failure& failure : made.failures) fmt::print(stderr, "leeway: error: {}\n", printable(failure.what));
        if (made.stored < made.wanted) {
            code_ = stop_short(made);
            return std::nullopt;
        }
        return values_in(job);
    }

    int code() const { return code_; }
    std::size_t failed() const { return failed_; }

  private:
    int threads() const { return options_.threads > 0 ? options_.threads : available_threads(); }

    void tell(std::size_t worlds, std::size_t runs, std::size_t missing) const {
        if (options_.quiet) return;
        fmt::print(stderr, "{} worlds, {} runs, of which {} are stored and {} are made now\n", worlds, runs,
                   runs - missing, missing);
    }

    int stop_short(const RunsMade& made) const {
        if (!made.problem.empty()) return fail(made.problem, exit_not_written);
        fmt::print(stderr,
                   "leeway: interrupted; {} of the {} runs that this wave lacked are stored in {}. Go on with: {}\n",
                   made.stored, made.wanted, printable(store_.path().string()), printable(options_.command));
        return exit_code_of_interruption();
    }

    std::vector<WorldPoints> values_in(const RunJob& job) const {
        Results only;
        for (const std::string& name : reader_.outcomes()) only.outcomes.push_back({name, 1, {}});
        const std::vector<double> none(job.keys.replicates, missing_value);
        std::vector<WorldPoints> values(plan_.experiment.targets.size(), WorldPoints(job.keys.worlds.size(), none));
        store_.visit_runs(job.keys, only, [&](const FinishedRun& run) {
            if (run.status != RunStatus::done) return;
            reader_.read(run.design, run.numbers,
                         [&](std::size_t target, double value) { values[target][run.world][run.replicate] = value; });
        });
        return values;
    }

    const Plan& plan_;
    const RunOptions& options_;
    RunStore& store_;
    TargetReader reader_;
    int code_ = exit_done;
    std::size_t failed_ = 0;
};

/// What came of a search that came to its end.
int conclude(const CalibrateOptions& options, const Plan& plan, const Search& search, const HistoryMatch& match,
             const fs::path& output) {
    const CalibrationReport report{plan, search, match, what_is_pinned_down(search, match), output};
    if (options.json)
        print_json(calibration_json(report));
    else
        fmt::print("{}", calibration_text(report));
    if (match.kept() == 0) return fail(why_none_is_left(report), exit_run_failed);
    if (match.kept() < static_cast<std::size_t>(search.settings.members)) {
        fmt::print(stderr,
                   "leeway: {} worlds are not ruled out, and {} were wanted; raise calibration.waves or "
                   "calibration.wave_worlds and go on with the same command\n",
                   match.kept(), search.settings.members);
    }
    const EnsembleOrigin origin{version_text(), options.run.command, plan.configuration_hash, plan.experiment.scenario,
                                model_version};
    remove_leftovers(output);
    const int code = write_output(ensemble_csv(search, match, origin), output, options.run.force, is_ensemble);
    if (code == exit_done) fmt::print(stderr, "ensemble: {}\n", printable(output.string()));
    return code;
}

int search_in(const CalibrateOptions& options, const Plan& plan, RunStore& store, const fs::path& output) {
    const Search search = search_of(plan);
    StoredSimulator simulator(plan, options.run, store);
    const auto match = match_history(search, first_wave_of(plan), std::ref(simulator));
    if (!match) return simulator.code();
    const int code = conclude(options, plan, search, *match, output);
    return code == exit_done && simulator.failed() > 0 ? static_cast<int>(exit_run_failed) : code;
}

/// The store of the first wave; with --force, a new one in the place of one that is of no use.
std::optional<int> refuse_strangers(const RunJob& job, const fs::path& path) {
    const RunStore store(path, job.keys.model_version);
    if (store.run_count() == 0 || shares_runs(store.look_up(job.keys, job.frame))) return std::nullopt;
    return fail(text_of_strangers(job, store), exit_bad_input);
}

int open_and_search(const CalibrateOptions& options, const Plan& plan, const fs::path& output) {
    const fs::path path = store_of(output, std::nullopt);
    const RunJob first(plan, options.run, std::nullopt, 1);
    if (const auto lack = find_lack_of_memory(first)) return fail(*lack, exit_bad_input);
    make_folder_of(output);
    try {
        if (const auto code = refuse_strangers(first, path)) return *code;
        RunStore store(path, model_version);
        return search_in(options, plan, store, output);
    } catch (const StoreFailure& failure) {
        return fail(failure.what(),
                    failure.kind == StoreFailure::Kind::not_written ? exit_not_written : exit_bad_input);
    }
}

/// Whether there is nothing to do, or nothing can be done; the exit code then.
std::optional<int> end_early(const RunOptions& options, const Plan& plan, const fs::path& output) {
    const std::string name = printable(output.string());
    const bool has_store = fs::exists(store_of(output, std::nullopt)), stands = fs::exists(output);
    const bool is_same = stands && configuration_hash_in(output) == plan.configuration_hash;
    if (plan.experiment.targets.empty()) {
        return fail(
            "this experiment has no targets, so there is nothing to compare worlds with; nothing ran. State "
            "[[targets]] in it (docs/guides/calibrating.md).",
            exit_bad_input);
    }
    if (is_same && !has_store && !options.force) {
        fmt::print("{} holds exactly this calibration already; nothing to do\n", name);
        return exit_done;
    }
    if (stands && !is_same && !options.force) {
        return fail(fmt::format("{} exists and holds something else; nothing ran. Choose another file with -o, or "
                                "replace it with --force.",
                                name),
                    exit_bad_input);
    }
    if (options.resume && !has_store) {
        return fail(fmt::format("there is no {} to go on from; nothing ran. Leave --resume out to begin.",
                                store_of(output, std::nullopt).string()),
                    exit_bad_input);
    }
    if (can_create(output)) return std::nullopt;
    return fail(fmt::format("{} cannot be written: its folder cannot be created or is not writable; nothing ran. "
                            "Choose another place with -o.",
                            name),
                exit_not_written);
}

}  // namespace

int calibrate_command(const CalibrateOptions& options) {
    const Resolution resolution = resolve(options.run.experiment, all_settings(options.run));
    if (!resolution.plan) return refuse(resolution.problems);
    const Plan& plan = *resolution.plan;
    const fs::path output = ensemble_of(options.run);
    if (const auto code = end_early(options.run, plan, output)) return *code;
    listen_to_signals();
    const int code = open_and_search(options, plan, output);
    if (options.run.discard_store && code == exit_done) RunStore::discard(store_of(output, std::nullopt));
    return code;
}

}  // namespace leeway
