#include "cli/optimise.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "cli/interruption.hpp"
#include "cli/messages.hpp"
#include "cli/optimise_output.hpp"
#include "cli/run_checks.hpp"
#include "cli/run_job.hpp"
#include "cli/stored.hpp"
#include "core/text.hpp"
#include "experiment/estimate.hpp"
#include "experiment/run_identity.hpp"
#include "experiment/search/design_points.hpp"

namespace leeway {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view uptake_metric = "uptake", harm_metric = "harm_per_1000_citizen_years";

/// The search cannot go on; the exit code, after saying why.
struct Stopped {
    int code;
};

fs::path folder_of(const OptimiseOptions& options) {
    return options.run.output.value_or(fs::path("results") / (options.run.experiment.stem().string() + "-optimised"));
}

/// Makes the runs of design points, or finds them in the store.
class PointRunner {
  public:
    PointRunner(const Plan& plan, const OptimiseOptions& options, RunStore& store)
        : plan_(plan), options_(options), store_(store) {}

    /// The changes against the baseline of each design point, from replicates `first` to before `end`.
    std::vector<FoundDesign> changes(const std::vector<std::size_t>& designs, std::size_t first, std::size_t end) {
        const int threads = options_.run.threads > 0 ? options_.run.threads : available_threads();
        RunJob job(plan_of_points(plan_, designs, static_cast<std::int64_t>(end)), options_.run, std::nullopt, threads);
        make_runs(job);
        const std::vector<double> uptake = outcome_in(store_, job, std::string(uptake_metric));
        const std::vector<double> harm = outcome_in(store_, job, std::string(harm_metric));
        const auto in = [&](const std::vector<double>& values) {
            return [&](std::size_t d, std::size_t w, std::size_t r) { return values[job.keys.run_index(d, w, r)]; };
        };
        std::vector<FoundDesign> found;
        for (std::size_t i = 0; i < designs.size(); ++i) {
            const std::size_t worlds = plan_.worlds.size();
            found.push_back({designs[i], "", change_against_baseline(in(uptake), i + 1, worlds, first, end),
                             change_against_baseline(in(harm), i + 1, worlds, first, end)});
        }
        return found;
    }

  private:
    void make_runs(const RunJob& job) {
        const std::vector<StoredRun> stored = store_.look_up(job.keys, job.frame);
        if (const auto lack = find_lack_of_room(job, missing_runs(job, stored), store_.path()))
            throw Stopped{fail(*lack, exit_not_written)};
        const RunsMade made = make_missing_runs(job, store_, stored);
        for (const Failure& failure : made.failures)
            fmt::print(stderr, "leeway: warning: {}. A design with a failed run is not proposed.\n",
                       printable(failure.what));
        if (!made.problem.empty()) throw Stopped{fail(made.problem, exit_not_written)};
        if (made.stored >= made.wanted) return;
        fmt::print(stderr, "leeway: interrupted; what is finished is stored in {}. Go on with: {}\n",
                   printable(store_.path().string()), printable(options_.run.command));
        throw Stopped{exit_code_of_interruption()};
    }

    const Plan& plan_;
    const OptimiseOptions& options_;
    RunStore& store_;
};

/// The designs that are still efficient, beside each other and the baseline, when fresh replicates judge them: what the
/// search liked was partly lucky.
std::vector<FoundDesign> confirmed(PointRunner& runner, const Plan& plan, const std::vector<std::size_t>& promising) {
    const auto replicates = static_cast<std::size_t>(plan.experiment.replicates);
    const std::vector<FoundDesign> judged = runner.changes(promising, replicates, 2 * replicates);
    std::vector<TriedChoice> tried;
    for (const FoundDesign& each : judged) tried.push_back({{}, {each.uptake.mean, each.harm.mean}});
    tried.push_back({{}, {0, 0}});  // the baseline; it stands last, so that a design like it is kept
    std::vector<FoundDesign> designs;
    for (const std::size_t place : efficient_choices(tried)) {
        if (place == judged.size()) continue;
        designs.push_back(judged[place]);
        designs.back().name = fmt::format("found-{}", designs.size());
    }
    return designs;
}

Findings search(const Plan& plan, const OptimiseOptions& options, RunStore& store) {
    PointRunner runner(plan, options, store);
    const ChoiceSpace space = choice_space(plan);
    Findings findings;
    findings.all = space.choices();
    const auto attempt = [&](const std::vector<LeverChoice>& choices) {
        std::vector<std::size_t> designs;
        for (const LeverChoice& choice : choices) designs.push_back(design_of(plan, choice));
        const auto replicates = static_cast<std::size_t>(plan.experiment.replicates);
        findings.tried += choices.size();
        if (!options.run.quiet) fmt::print(stderr, "design points {} of {}\n", findings.tried, findings.all);
        std::vector<UptakeHarm> changes;
        for (const FoundDesign& each : runner.changes(designs, 0, replicates))
            changes.push_back({each.uptake.mean, each.harm.mean});
        return changes;
    };
    const SearchSettings settings{options.population, options.generations,
                                  static_cast<std::uint64_t>(plan.experiment.seed)};
    const std::vector<TriedChoice> tried = search_designs(space, settings, attempt);
    std::vector<std::size_t> promising, found;
    for (const std::size_t place : efficient_choices(tried)) promising.push_back(design_of(plan, tried[place].choice));
    findings.promising = promising.size();
    findings.designs = confirmed(runner, plan, promising);
    for (const FoundDesign& design : findings.designs) found.push_back(design.design);
    findings.values = values_in(plan, found);
    return findings;
}

std::string read_all(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Writes each design to its file; a different one of that name stays, unless forced. Returns the exit code.
int write_designs(const Plan& plan, const OptimiseOptions& options, const Findings& findings) {
    const std::string source =
        "leeway optimise, from " + plan.experiment.scenario + "; the ranges are the experiment's";
    for (const FoundDesign& each : findings.designs) {
        const std::string text = design_file(plan, each.design, each.name, source);
        const fs::path path = folder_of(options) / (each.name + ".toml");
        const auto is_ours = [&](std::string_view) { return read_all(path) == text; };
        if (const int code = write_output(text, path, options.run.force, is_ours); code != exit_done) return code;
    }
    return exit_done;
}

int search_and_tell(const Plan& plan, const OptimiseOptions& options) {
    const fs::path path = folder_of(options) / "runs.leeway";
    std::error_code ignored;
    fs::create_directories(folder_of(options), ignored);
    try {
        RunStore store(path, identify_runs(plan_of_points(plan, {}, 1)).model_version);
        const Findings findings = search(plan, options, store);
        if (const int code = write_designs(plan, options, findings); code != exit_done) return code;
        if (options.csv) {
            if (const int code = write_table(findings_csv(plan, findings), *options.csv); code != exit_done)
                return code;
        }
        if (options.json)
            print_json(findings_json(plan, findings));
        else
            fmt::print("{}", findings_text(plan, findings, folder_of(options), is_colourful()));
        return exit_done;
    } catch (const Stopped& stopped) {
        return stopped.code;
    } catch (const StoreFailure& failure) {
        return fail(failure.what(),
                    failure.kind == StoreFailure::Kind::not_written ? exit_not_written : exit_bad_input);
    }
}

}  // namespace

int optimise_command(const OptimiseOptions& options) {
    const Resolution resolution = resolve(options.run.experiment, all_settings(options.run));
    if (!resolution.plan) return refuse(resolution.problems);
    if (const auto why = why_no_search(*resolution.plan)) return fail(*why, exit_bad_input);
    if (options.population < 8 || options.population % 4 != 0)
        return fail("--population takes a multiple of 4, at least 8: the search mates designs in fours.",
                    exit_bad_input);
    listen_to_signals();
    return search_and_tell(*resolution.plan, options);
}

}  // namespace leeway
