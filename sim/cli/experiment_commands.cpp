#include <memory>

#include "cli/calibrate.hpp"
#include "cli/check.hpp"
#include "cli/commands.hpp"
#include "cli/describe.hpp"
#include "cli/init.hpp"
#include "cli/list.hpp"
#include "cli/merge.hpp"
#include "cli/optimise.hpp"
#include "cli/run.hpp"
#include "cli/validate.hpp"

namespace leeway {
namespace {

void add_progress(CLI::App* command, std::string& progress) {
    command->add_option("--progress", progress, "How progress is shown")
        ->check(CLI::IsMember({"auto", "plain", "none"}));
}

/// What every command that makes the runs of an experiment takes.
void add_running(CLI::App* command, RunOptions& run, const std::string& typed) {
    run.command = typed;
    command->add_option("--threads", run.threads, "Threads (0 = all); results do not depend on it")
        ->check(CLI::Range(0, 4096));
    command->add_option("--seed", run.seed, "Replaces seed");
    command->add_option("--set", run.settings, "key=value: replaces any value, by its dotted name")
        ->allow_extra_args(false);
    add_progress(command, run.progress);
}

Command run_line(CLI::App& app, const std::string& typed) {
    const auto options = std::make_shared<RunOptions>();
    CLI::App* run = app.add_subcommand("run", "Run an experiment and store its results");
    run->add_option("experiment", options->experiment, "TOML file of the experiment")->required();
    run->add_option("-o,--output", options->output, "Folder or .h5 file for the results");
    add_running(run, *options, typed);
    run->add_option("--replicates", options->replicates, "Replaces replicates");
    auto* shard = run->add_option("--shard", options->shard, "I/N: only the I-th of N parts, into NAME.I-of-N.leeway");
    run->add_option("--only", options->only, "DESIGN:WORLD:REPLICATE: make one run again; nothing is stored")
        ->excludes(shard);
    auto* resume = run->add_flag("--resume", options->resume, "Go on from the runs that are stored beside the output");
    run->add_flag("--explain", options->explain, "Say which runs are done, new or made again, and why; nothing runs")
        ->needs(resume);
    run->add_flag("--discard-store", options->discard_store, "Remove the stored runs when the results are written")
        ->excludes(shard);
    run->add_flag("--force", options->force, "Overwrite an existing different output");
    run->add_flag("--quiet", options->quiet, "Say nothing but problems");
    return {run, [options] { return run_command(*options); }};
}

Command merge_line(CLI::App& app, const std::string& typed) {
    const auto options = std::make_shared<MergeOptions>();
    options->command = typed;
    CLI::App* merge = app.add_subcommand(
        "merge", "Write the results of an experiment from the stores of its shards, or of a run under way");
    merge->add_option("-o,--output", options->output, "The .h5 file for the results")->required();
    merge->add_option("stores", options->stores, "The stores, NAME.I-of-N.leeway or NAME.leeway")->required();
    merge->add_flag("--force", options->force, "Overwrite an existing different output");
    merge->add_flag("--unfinished", options->unfinished,
                    "Also where runs are missing: they are pending in the results");
    return {merge, [options] { return merge_command(*options); }};
}

Command check_line(CLI::App& app) {
    const auto options = std::make_shared<CheckOptions>();
    CLI::App* check =
        app.add_subcommand("check", "Read and validate files and say what a run would cost; nothing runs");
    check->add_option("files", options->files, "Experiment, scenario or design files")->required();
    check->add_flag("--json", options->json, "One JSON document");
    return {check, [options] { return check_command(*options); }};
}

Command describe_line(CLI::App& app) {
    const auto options = std::make_shared<DescribeOptions>();
    CLI::App* describe =
        app.add_subcommand("describe", "Every parameter, lever, rule and outcome: unit, range, default, source");
    auto* name = describe->add_option("name", options->name, "One name or a group; without it, everything");
    describe->add_option("--network", options->network, "Instead, figures of the network of this scenario")
        ->excludes(name);
    describe->add_flag("--json", options->json, "One JSON document");
    describe->add_flag("--schema", options->schema, "The JSON Schema of scenario, design and experiment files");
    describe->add_flag("--markdown", options->markdown, "The dictionary of docs");
    return {describe, [options] { return describe_command(*options); }};
}

Command list_line(CLI::App& app) {
    const auto options = std::make_shared<ListOptions>();
    CLI::App* list = app.add_subcommand("list", "What can be named, one line each");
    list->add_option("what", options->what, "scenarios, designs, experiments or metrics")
        ->required()
        ->check(CLI::IsMember({"scenarios", "designs", "experiments", "metrics"}));
    return {list, [options] { return list_command(*options); }};
}

Command init_line(CLI::App& app) {
    const auto options = std::make_shared<InitOptions>();
    CLI::App* init = app.add_subcommand("init", "Write a commented experiment to start from");
    init->add_option("folder", options->folder, "Where; it is made when missing, nothing is overwritten")->required();
    return {init, [options] { return init_command(*options); }};
}

Command optimise_line(CLI::App& app, const std::string& typed) {
    const auto options = std::make_shared<OptimiseOptions>();
    CLI::App* optimise =
        app.add_subcommand("optimise", "Search the designs that [vary] makes for much uptake at little harm");
    optimise->add_option("experiment", options->run.experiment, "TOML file of the experiment")->required();
    optimise->add_option("-o,--output", options->run.output, "Folder for found designs and runs");
    add_running(optimise, options->run, typed);
    optimise->add_option("--population", options->population, "Designs per generation, a multiple of 4 (default: 16)")
        ->check(CLI::Range(8, 1000));
    optimise->add_option("--generations", options->generations, "Generations after the first (default: 8)")
        ->check(CLI::Range(0, 10000));
    optimise->add_flag("--force", options->run.force, "Replace found designs of an earlier search");
    optimise->add_flag("--json", options->json, "One JSON document");
    optimise->add_option("--csv", options->csv, "Also write a table of the found designs here");
    optimise->add_flag("--quiet", options->run.quiet, "Say nothing but problems");
    return {optimise, [options] { return optimise_command(*options); }};
}

Command validate_line(CLI::App& app) {
    const auto options = std::make_shared<ValidateOptions>();
    CLI::App* validate =
        app.add_subcommand("validate", "Does a world show what is known? Stylised facts, closed forms");
    validate->add_option("scenario", options->scenario, "Name or TOML file of a world (default: uk-fintech)");
    validate->add_option("--worlds", options->worlds,
                         "CSV file of worlds, such as a calibration keeps; without it, drawn from the priors");
    validate->add_option("--row", options->rows, "Only the row of this id, such as S2; may be repeated")
        ->allow_extra_args(false);
    validate->add_option("--replicates", options->replicates, "Replicates of each fact, each in a world of its own")
        ->check(CLI::Range(2, 100'000));
    validate->add_flag("--off", options->off, "Switch each fact's mechanism off: no emergent fact may then hold");
    auto* json = validate->add_flag("--json", options->json, "One JSON document");
    validate->add_flag("--markdown", options->markdown, "The page of docs; without a scenario, of all that ship")
        ->excludes(json);
    add_progress(validate, options->progress);
    return {validate, [options] { return validate_command(*options); }};
}

Command calibrate_line(CLI::App& app, const std::string& typed) {
    const auto options = std::make_shared<CalibrateOptions>();
    CLI::App* calibrate = app.add_subcommand(
        "calibrate", "Find the worlds that measured outcomes do not rule out, for experiments to use");
    RunOptions& run = options->run;
    calibrate->add_option("experiment", run.experiment, "TOML file of an experiment with [[targets]]")->required();
    calibrate->add_option("-o,--output", run.output, "Folder or .csv file for the worlds");
    add_running(calibrate, run, typed);
    calibrate->add_option("--replicates", run.replicates, "Replaces replicates");
    calibrate->add_flag("--resume", run.resume, "Go on from the runs that are stored beside the output");
    calibrate->add_flag("--discard-store", run.discard_store, "Remove the stored runs when the worlds are written");
    calibrate->add_flag("--force", run.force, "Overwrite an existing different output");
    calibrate->add_flag("--quiet", run.quiet, "Say nothing but problems and the answer");
    calibrate->add_flag("--json", options->json, "One JSON document");
    return {calibrate, [options] { return calibrate_command(*options); }};
}

}  // namespace

std::vector<Command> experiment_commands(CLI::App& app, const std::string& typed) {
    return {run_line(app, typed),     merge_line(app, typed), check_line(app),    describe_line(app),
            list_line(app),           init_line(app),         validate_line(app), calibrate_line(app, typed),
            optimise_line(app, typed)};
}

}  // namespace leeway
