#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>

#include "cli/calibrate.hpp"
#include "cli/check.hpp"
#include "cli/compare.hpp"
#include "cli/describe.hpp"
#include "cli/discover.hpp"
#include "cli/explain.hpp"
#include "cli/export.hpp"
#include "cli/frontier.hpp"
#include "cli/init.hpp"
#include "cli/list.hpp"
#include "cli/merge.hpp"
#include "cli/messages.hpp"
#include "cli/mirror.hpp"
#include "cli/optimise.hpp"
#include "cli/regimes.hpp"
#include "cli/regret.hpp"
#include "cli/report.hpp"
#include "cli/run.hpp"
#include "cli/sensitivity.hpp"
#include "cli/shell_words.hpp"
#include "cli/validate.hpp"
#include "cli/value_of_information.hpp"
#include "cli/version.hpp"
#include "cli/winners.hpp"

namespace leeway {
namespace {

/// The options of every command; the parser writes into them.
struct Options {
    RunOptions run;
    MergeOptions merge;
    CheckOptions check;
    DescribeOptions describe;
    ListOptions list;
    InitOptions init;
    CompareOptions compare;
    ReportOptions report;
    ExplainOptions explain;
    ValidateOptions validate;
    CalibrateOptions calibrate;
    FrontierOptions frontier;
    WinnersOptions winners;
    AnswerOptions mirror;
    RegimesOptions regimes;
    ExportOptions exported;
    RegretOptions regret;
    DiscoverOptions discover;
    InformationOptions information;
    SensitivityOptions sensitivity;
    OptimiseOptions optimise;
};

CLI::App* add_run(CLI::App& app, RunOptions& options) {
    CLI::App* run = app.add_subcommand("run", "Run an experiment and store its results");
    run->add_option("experiment", options.experiment, "TOML file of the experiment")->required();
    run->add_option("-o,--output", options.output, "Folder or .h5 file for the results");
    run->add_option("--threads", options.threads, "Threads (0 = all); results do not depend on it")
        ->check(CLI::Range(0, 4096));
    run->add_option("--seed", options.seed, "Replaces seed");
    run->add_option("--replicates", options.replicates, "Replaces replicates");
    run->add_option("--set", options.settings, "key=value: replaces any value, by its dotted name")
        ->allow_extra_args(false);
    auto* shard = run->add_option("--shard", options.shard, "I/N: only the I-th of N parts, into NAME.I-of-N.leeway");
    run->add_option("--only", options.only, "DESIGN:WORLD:REPLICATE: make one run again; nothing is stored")
        ->excludes(shard);
    auto* resume = run->add_flag("--resume", options.resume, "Go on from the runs that are stored beside the output");
    run->add_flag("--explain", options.explain, "Say which runs are done, new or made again, and why; nothing runs")
        ->needs(resume);
    run->add_flag("--discard-store", options.discard_store, "Remove the stored runs when the results are written")
        ->excludes(shard);
    run->add_flag("--force", options.force, "Overwrite an existing different output");
    run->add_flag("--quiet", options.quiet, "Say nothing but problems");
    run->add_option("--progress", options.progress, "How progress is shown")
        ->check(CLI::IsMember({"auto", "plain", "none"}));
    return run;
}

CLI::App* add_merge(CLI::App& app, MergeOptions& options) {
    CLI::App* merge = app.add_subcommand("merge", "Write the results of an experiment from the stores of its shards");
    merge->add_option("-o,--output", options.output, "The .h5 file for the results")->required();
    merge->add_option("stores", options.stores, "The stores, NAME.I-of-N.leeway")->required();
    merge->add_flag("--force", options.force, "Overwrite an existing different output");
    return merge;
}

CLI::App* add_check(CLI::App& app, CheckOptions& options) {
    CLI::App* check =
        app.add_subcommand("check", "Read and validate files and say what a run would cost; nothing runs");
    check->add_option("files", options.files, "Experiment, scenario or design files")->required();
    check->add_flag("--json", options.json, "One JSON document");
    return check;
}

CLI::App* add_describe(CLI::App& app, DescribeOptions& options) {
    CLI::App* describe =
        app.add_subcommand("describe", "Every parameter, lever, rule and outcome: unit, range, default, source");
    auto* name = describe->add_option("name", options.name, "One name or a group; without it, everything");
    describe->add_option("--network", options.network, "Instead, figures of the network of this scenario")
        ->excludes(name);
    describe->add_flag("--json", options.json, "One JSON document");
    describe->add_flag("--schema", options.schema, "The JSON Schema of scenario, design and experiment files");
    describe->add_flag("--markdown", options.markdown, "The dictionary of docs");
    return describe;
}

CLI::App* add_list(CLI::App& app, ListOptions& options) {
    CLI::App* list = app.add_subcommand("list", "What can be named, one line each");
    list->add_option("what", options.what, "scenarios, designs, experiments or metrics")
        ->required()
        ->check(CLI::IsMember({"scenarios", "designs", "experiments", "metrics"}));
    return list;
}

CLI::App* add_init(CLI::App& app, InitOptions& options) {
    CLI::App* init = app.add_subcommand("init", "Write a commented experiment to start from");
    init->add_option("folder", options.folder, "Where; it is made when missing, nothing is overwritten")->required();
    return init;
}

/// A command that answers from stored results, with what all of them take.
CLI::App* add_answer(CLI::App& app, const char* name, const char* question, AnswerOptions& options,
                     bool has_baseline = true) {
    CLI::App* command = app.add_subcommand(name, question);
    command->add_option("results", options.results, "Results file, or the folder that holds it")->required();
    if (has_baseline) command->add_option("--baseline", options.baseline, "Another design as baseline");
    command->add_flag("--json", options.json, "One JSON document");
    command->add_option("--csv", options.csv, "Also write a CSV file");
    return command;
}

/// A command that weighs designs by one outcome, with what all of them take.
CLI::App* add_weighing(CLI::App& app, const char* name, const char* question, WeighOptions& options) {
    CLI::App* command = add_answer(app, name, question, options);
    command->add_option("--metric", options.metric, "The outcome that counts (default: net_benefit)");
    command->add_option("--value-of-harm", options.value_of_harm, "What a harm of severity 1 is worth in net_benefit")
        ->check(CLI::NonNegativeNumber);
    command->add_option("--design", options.designs, "A design to choose from; may be repeated (default: all)")
        ->allow_extra_args(false);
    return command;
}

CLI::App* add_compare(CLI::App& app, CompareOptions& options) {
    CLI::App* compare =
        add_answer(app, "compare", "Compare the designs of stored results with their baseline", options);
    compare->add_option("--metric", options.metrics, "An outcome to show; may be repeated")->allow_extra_args(false);
    return compare;
}

CLI::App* add_frontier(CLI::App& app, FrontierOptions& options) {
    CLI::App* frontier =
        add_answer(app, "frontier", "Which design is preferred at each exchange rate between harm and uptake", options);
    frontier
        ->add_option("--rate", options.rates,
                     "Harms per 1,000 citizens a year accepted per point of uptake; may be repeated")
        ->allow_extra_args(false)
        ->check(CLI::NonNegativeNumber);
    return frontier;
}

CLI::App* add_regret(CLI::App& app, RegretOptions& options) {
    CLI::App* regret =
        add_weighing(app, "regret", "Which design loses least where another would have been better", options);
    regret->add_option("--at-least", options.at_least, "METRIC=VALUE: good enough has at least this; may be repeated")
        ->allow_extra_args(false);
    regret->add_option("--at-most", options.at_most, "METRIC=VALUE: good enough has at most this; may be repeated")
        ->allow_extra_args(false);
    regret->add_option("--tail", options.tail, "Share of worst worlds whose mean is shown (default: 0.1)")
        ->check(CLI::Range(0.001, 1.0));
    regret->add_option("--worlds", options.worlds, "Worlds listed in text (default: 10)")
        ->check(CLI::Range(0, 1000000));
    return regret;
}

CLI::App* add_discover(CLI::App& app, DiscoverOptions& options) {
    CLI::App* discover = add_answer(app, "discover", "Name the worlds in which a design fails", options);
    discover->add_option("--design", options.design, "The design")->required();
    discover->add_option("--metric", options.metric, "The outcome by which it fails")->required();
    discover->add_option("--above", options.above, "It fails where the outcome is above this");
    discover->add_option("--below", options.below, "It fails where the outcome is below this");
    discover->add_flag("--relative", options.relative, "Thresholds are on the difference from the baseline");
    discover->add_option("--density", options.density, "Least share of failures in a box (default: balanced)")
        ->check(CLI::Range(0.0, 1.0));
    discover->add_option("--boxes", options.boxes, "Boxes at most (default: 3)")->check(CLI::Range(1, 20));
    return discover;
}

CLI::App* add_information(CLI::App& app, InformationOptions& options) {
    CLI::App* information = add_weighing(app, "value-of-information",
                                         "Which unknown is worth a study, and what a pilot is worth as one", options);
    information->add_option("--learn-from", options.findings, "An outcome that a pilot would show; may be repeated")
        ->allow_extra_args(false);
    return information;
}

CLI::App* add_sensitivity(CLI::App& app, SensitivityOptions& options) {
    CLI::App* sensitivity =
        add_answer(app, "sensitivity", "What outcomes depend on: levers, assumptions and which, or luck", options);
    sensitivity->add_option("--metric", options.metrics, "An outcome; may be repeated (default: uptake and harm)")
        ->allow_extra_args(false);
    return sensitivity;
}

CLI::App* add_optimise(CLI::App& app, OptimiseOptions& options) {
    CLI::App* optimise =
        app.add_subcommand("optimise", "Search the designs that [vary] makes for much uptake at little harm");
    optimise->add_option("experiment", options.experiment, "TOML file of the experiment")->required();
    optimise->add_option("-o,--output", options.output, "Folder for found designs and runs");
    optimise->add_option("--threads", options.threads, "Threads (0 = all); results do not depend on it")
        ->check(CLI::Range(0, 4096));
    optimise->add_option("--seed", options.seed, "Replaces seed");
    optimise->add_option("--set", options.settings, "key=value: replaces any value, by its dotted name")
        ->allow_extra_args(false);
    optimise->add_option("--population", options.population, "Designs per generation, a multiple of 4 (default: 16)")
        ->check(CLI::Range(8, 1000));
    optimise->add_option("--generations", options.generations, "Generations after the first (default: 8)")
        ->check(CLI::Range(0, 10000));
    optimise->add_flag("--force", options.force, "Replace found designs of an earlier search");
    optimise->add_flag("--json", options.json, "One JSON document");
    optimise->add_flag("--quiet", options.quiet, "Say nothing but problems");
    optimise->add_option("--progress", options.progress, "How progress is shown")
        ->check(CLI::IsMember({"auto", "plain", "none"}));
    return optimise;
}

CLI::App* add_report(CLI::App& app, ReportOptions& options) {
    CLI::App* report = app.add_subcommand("report", "Write a page about stored results");
    report->add_option("results", options.results, "Results file, or the folder that holds it")->required();
    report->add_option("-o,--output", options.output, "The HTML file (default: beside the results)");
    report->add_option("--baseline", options.baseline, "Another design as baseline");
    report->add_option("--strings", options.strings, "JSON file with the page's texts in another language");
    report->add_option("--scorecard", options.scorecard, "JSON file of `leeway validate --json` for the same scenario");
    report->add_flag("--force", options.force, "Replace a file that is no report");
    return report;
}

CLI::App* add_explain(CLI::App& app, ExplainOptions& options) {
    CLI::App* explain =
        app.add_subcommand("explain", "Where two designs first part, or the story of a firm or citizen");
    explain->add_option("results", options.results, "Results file, or the folder that holds it")->required();
    explain->add_option("--design", options.design, "The design to explain")->required();
    explain->add_option("--against", options.against, "The design that it is set against (default: the baseline)");
    explain->add_option("--replicate", options.replicate, "Replicate, counted from 0");
    explain->add_option("--world", options.world, "World, counted from 0");
    const CLI::Range identifiers(std::int64_t{0}, std::int64_t{4'000'000'000});
    auto* firm = explain->add_option("--firm", options.firm, "Tell the story of this firm instead")->check(identifiers);
    explain->add_option("--citizen", options.citizen, "Tell the story of this citizen agent instead")
        ->check(identifiers)
        ->excludes(firm);
    explain->add_flag("--json", options.json, "One JSON document");
    return explain;
}

CLI::App* add_validate(CLI::App& app, ValidateOptions& options) {
    CLI::App* validate =
        app.add_subcommand("validate", "Does a world show what is known? Stylised facts, closed forms");
    validate->add_option("scenario", options.scenario, "Name or TOML file of a world (default: uk-fintech)");
    validate->add_option("--row", options.rows, "Only the row of this id, such as S2; may be repeated")
        ->allow_extra_args(false);
    validate->add_option("--replicates", options.replicates, "Replicates of each fact, each in a world of its own")
        ->check(CLI::Range(2, 100'000));
    validate->add_flag("--off", options.off, "Switch each fact's mechanism off: no emergent fact may then hold");
    auto* json = validate->add_flag("--json", options.json, "One JSON document");
    validate->add_flag("--markdown", options.markdown, "The page of docs; without a scenario, of all that ship")
        ->excludes(json);
    validate->add_option("--progress", options.progress, "How progress is shown")
        ->check(CLI::IsMember({"auto", "plain", "none"}));
    return validate;
}

CLI::App* add_calibrate(CLI::App& app, CalibrateOptions& options) {
    CLI::App* calibrate = app.add_subcommand(
        "calibrate", "Find the worlds that measured outcomes do not rule out, for experiments to use");
    RunOptions& run = options.run;
    calibrate->add_option("experiment", run.experiment, "TOML file of an experiment with [[targets]]")->required();
    calibrate->add_option("-o,--output", run.output, "Folder or .csv file for the worlds");
    calibrate->add_option("--threads", run.threads, "Threads (0 = all); results do not depend on it")
        ->check(CLI::Range(0, 4096));
    calibrate->add_option("--seed", run.seed, "Replaces seed");
    calibrate->add_option("--replicates", run.replicates, "Replaces replicates");
    calibrate->add_option("--set", run.settings, "key=value: replaces any value, by its dotted name")
        ->allow_extra_args(false);
    calibrate->add_flag("--resume", run.resume, "Go on from the runs that are stored beside the output");
    calibrate->add_flag("--discard-store", run.discard_store, "Remove the stored runs when the worlds are written");
    calibrate->add_flag("--force", run.force, "Overwrite an existing different output");
    calibrate->add_flag("--quiet", run.quiet, "Say nothing but problems and the answer");
    calibrate->add_option("--progress", run.progress, "How progress is shown")
        ->check(CLI::IsMember({"auto", "plain", "none"}));
    calibrate->add_flag("--json", options.json, "One JSON document");
    return calibrate;
}

CLI::App* add_winners(CLI::App& app, WinnersOptions& options) {
    CLI::App* winners = add_answer(app, "winners", "Who is better off, worse off and the same", options);
    winners
        ->add_option("--same", options.same_percent,
                     "A change within so many percent of what a party has counts as none")
        ->check(CLI::Range(0.0, 100.0));
    return winners;
}

CLI::App* add_regimes(CLI::App& app, RegimesOptions& options) {
    CLI::App* regimes = add_answer(app, "regimes", "Does the ranking of designs flip with who adapts?", options, false);
    regimes->add_option("--metric", options.metrics, "An outcome to rank by; may be repeated")->allow_extra_args(false);
    return regimes;
}

CLI::App* add_export(CLI::App& app, ExportOptions& options) {
    CLI::App* exported = app.add_subcommand("export", "Write stored results for other programs");
    exported->add_option("results", options.results, "Results file, or the folder that holds it")->required();
    exported->add_option("--csv", options.csv, "Folder for CSV tables");
    exported->add_option("--ro-crate", options.crate, "Folder for a research object with everything (RO-Crate 1.1)");
    exported->add_option("--licence,--license", options.licence, "Licence that the research object states");
    exported->add_flag("--force", options.force, "Replace files that are there");
    return exported;
}

/// The command line as results remember it, and as a shell takes it again.
std::string joined(int count, const char* const* words) {
    std::string line = "leeway";
    for (int i = 1; i < count; ++i) line += " " + shell_word(words[i]);
    return line;
}

}  // namespace

int command_line(int count, const char* const* words) {
    Options options;
    CLI::App app{"Leeway simulates regulatory sandboxes: which design, for whom, at what price."};
    app.set_version_flag("--version", version_text() + ", " + compiler_text());
    app.require_subcommand(1);
    const CLI::App* run = add_run(app, options.run);
    const CLI::App* merge = add_merge(app, options.merge);
    const CLI::App* check = add_check(app, options.check);
    const CLI::App* describe = add_describe(app, options.describe);
    const CLI::App* list = add_list(app, options.list);
    const CLI::App* init = add_init(app, options.init);
    const CLI::App* compare = add_compare(app, options.compare);
    const CLI::App* explain = add_explain(app, options.explain);
    const CLI::App* validate = add_validate(app, options.validate);
    const CLI::App* calibrate = add_calibrate(app, options.calibrate);
    const CLI::App* frontier = add_frontier(app, options.frontier);
    const CLI::App* winners = add_winners(app, options.winners);
    const CLI::App* mirror = add_answer(
        app, "mirror", "What an evaluation of the sandbox would conclude from its own data, and what is true",
        options.mirror);
    const CLI::App* regimes = add_regimes(app, options.regimes);
    const CLI::App* exported = add_export(app, options.exported);
    const CLI::App* regret = add_regret(app, options.regret);
    const CLI::App* discover = add_discover(app, options.discover);
    const CLI::App* information = add_information(app, options.information);
    const CLI::App* sensitivity = add_sensitivity(app, options.sensitivity);
    const CLI::App* optimise = add_optimise(app, options.optimise);
    try {
        add_report(app, options.report);
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? exit_done : exit_bad_input;
    }
    options.run.command = options.merge.command = options.calibrate.run.command = options.optimise.command =
        joined(count, words);
    if (run->parsed()) return run_command(options.run);
    if (merge->parsed()) return merge_command(options.merge);
    if (check->parsed()) return check_command(options.check);
    if (describe->parsed()) return describe_command(options.describe);
    if (list->parsed()) return list_command(options.list);
    if (init->parsed()) return init_command(options.init);
    if (compare->parsed()) return compare_command(options.compare);
    if (explain->parsed()) return explain_command(options.explain);
    if (validate->parsed()) return validate_command(options.validate);
    if (calibrate->parsed()) return calibrate_command(options.calibrate);
    if (frontier->parsed()) return frontier_command(options.frontier);
    if (winners->parsed()) return winners_command(options.winners);
    if (mirror->parsed()) return mirror_command(options.mirror);
    if (regimes->parsed()) return regimes_command(options.regimes);
    if (exported->parsed()) return export_command(options.exported);
    if (regret->parsed()) return regret_command(options.regret);
    if (discover->parsed()) return discover_command(options.discover);
    if (information->parsed()) return value_of_information_command(options.information);
    if (sensitivity->parsed()) return sensitivity_command(options.sensitivity);
    if (optimise->parsed()) return optimise_command(options.optimise);
    return report_command(options.report);
}

}  // namespace leeway
