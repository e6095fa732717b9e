#include "cli/optimise.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "analysis/json_numbers.hpp"
#include "analysis/layout.hpp"
#include "analysis/numbers.hpp"
#include "cli/interruption.hpp"
#include "cli/messages.hpp"
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
using nlohmann::json;

constexpr std::string_view uptake_metric = "uptake", harm_metric = "harm_per_1000_citizen_years";

/// The search cannot go on; the exit code, after saying why.
struct Stopped {
    int code;
};

/// A found design with what it changes under luck that the search has not seen.
struct FoundDesign {
    std::size_t design;  ///< index into plan.designs
    std::string name;    ///< of its file
    Interval uptake, harm;
};

/// What the search found.
struct Findings {
    std::size_t tried = 0, all = 0, promising = 0;
    std::vector<FoundDesign> designs;  ///< by rising uptake
    std::vector<FoundValues> values;
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

std::string with_interval(const Interval& interval, double factor) {
    const int decimals = decimals_for(factor * largest({interval.mean, interval.low, interval.high}), 2);
    const std::string mean = plain_signed(factor * interval.mean, decimals);
    if (!std::isfinite(interval.low)) return mean;
    return fmt::format("{} ({} to {})", mean, plain_signed(factor * interval.low, decimals),
                       plain_signed(factor * interval.high, decimals));
}

std::string shared_text(const Findings& findings) {
    std::vector<std::string> same, differing;
    for (const FoundValues& each : findings.values)
        (each.values.size() == 1 ? same : differing).push_back(each.lever + " = " + join(each.values, " or "));
    std::string text;
    if (!same.empty()) text += wrapped("All of them share " + listed(same) + ".", "* ");
    if (!differing.empty()) text += wrapped("They differ in " + listed(differing) + ".", "* ");
    return text;
}

/// The found designs whose changes may both be none.
std::string doubts_text(const Findings& findings) {
    std::vector<std::string> doubtful;
    for (const FoundDesign& each : findings.designs)
        if (!leaves_zero_out(each.uptake) && !leaves_zero_out(each.harm)) doubtful.push_back(each.name);
    if (doubtful.empty()) return {};
    return wrapped(
        fmt::format("What {} {} may be luck alone: run more worlds or replicates before you prefer {} to the baseline.",
                    listed(doubtful), doubtful.size() == 1 ? "changes" : "change",
                    doubtful.size() == 1 ? "it" : "one of them"),
        "! ");
}

std::string findings_text(const Plan& plan, const OptimiseOptions& options, const Findings& findings, bool colour) {
    const std::string& baseline = plan.designs[plan.baseline].name;
    std::string text =
        wrapped(fmt::format("{} of {} design points tried; {} looked efficient, and {} of them still {} when "
                            "judged by luck that the search had not seen.",
                            findings.tried, findings.all, findings.promising, findings.designs.size(),
                            findings.designs.size() == 1 ? "does" : "do"),
                "* ");
    if (findings.designs.empty())
        return text + wrapped(fmt::format("None is worth proposing: each has less uptake at no less harm than `{}`, or "
                                          "no more uptake at more harm, or a run that failed.",
                                          baseline),
                              "* ");
    if (findings.designs.size() > 1) text += shared_text(findings);
    std::vector<std::vector<std::string>> rows{{"file", "uptake [points]", "harm", "design"}};
    for (const FoundDesign& each : findings.designs)
        rows.push_back({each.name + ".toml", with_interval(each.uptake, 100), with_interval(each.harm, 1),
                        printable(plan.designs[each.design].name)});
    text += "\n" + aligned(rows, colour) + "\n";
    text += wrapped(
        fmt::format("Changes against `{}`: mean over {} and {} fresh {} each, with the 95 % t interval over worlds. "
                    "Harm: severity-weighted harms per 1,000 citizens a year. More uptake for more harm is a "
                    "trade, which nobody can calculate for you.",
                    baseline, counted(plan.worlds.size(), "world"), plan.experiment.replicates,
                    plan.experiment.replicates == 1 ? "replicate" : "replicates"));
    text += doubts_text(findings);
    if (findings.tried < findings.all)
        text += wrapped("The search tried a part of the designs: others may be as good. More --generations try more.",
                        "! ");
    return text + fmt::format("designs: {}\n", printable(folder_of(options).string()));
}

json findings_json(const Plan& plan, const Findings& findings) {
    json designs = json::array(), values = json::object();
    for (const FoundDesign& each : findings.designs)
        designs.push_back({{"name", each.name},
                           {"point", plan.designs[each.design].name},
                           {"uptake", interval_json(each.uptake)},
                           {"harm", interval_json(each.harm)}});
    for (const FoundValues& each : findings.values) values[each.lever] = each.values;
    return {{"baseline", plan.designs[plan.baseline].name},
            {"tried", findings.tried},
            {"points", findings.all},
            {"promising", findings.promising},
            {"designs", designs},
            {"values", values}};
}

int search_and_tell(const Plan& plan, const OptimiseOptions& options) {
    const fs::path path = folder_of(options) / "runs.leeway";
    std::error_code ignored;
    fs::create_directories(folder_of(options), ignored);
    try {
        RunStore store(path, identify_runs(plan_of_points(plan, {}, 1)).model_version);
        const Findings findings = search(plan, options, store);
        if (const int code = write_designs(plan, options, findings); code != exit_done) return code;
        if (options.json)
            print_json(findings_json(plan, findings));
        else
            fmt::print("{}", findings_text(plan, options, findings, is_colourful()));
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
