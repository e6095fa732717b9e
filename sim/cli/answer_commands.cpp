#include <memory>

#include "cli/commands.hpp"
#include "cli/compare.hpp"
#include "cli/discover.hpp"
#include "cli/explain.hpp"
#include "cli/export.hpp"
#include "cli/frontier.hpp"
#include "cli/mirror.hpp"
#include "cli/regimes.hpp"
#include "cli/regret.hpp"
#include "cli/report.hpp"
#include "cli/sensitivity.hpp"
#include "cli/value_of_information.hpp"
#include "cli/winners.hpp"

namespace leeway {
namespace {

void add_results(CLI::App* command, std::filesystem::path& results) {
    command->add_option("results", results, "Results file, or the folder that holds it")->required();
}

/// A command that answers from stored results, with what all of them take.
CLI::App* add_answer(CLI::App& app, const char* name, const char* question, AnswerOptions& options,
                     bool has_baseline = true) {
    CLI::App* command = app.add_subcommand(name, question);
    add_results(command, options.results);
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

Command compare_line(CLI::App& app) {
    const auto options = std::make_shared<CompareOptions>();
    CLI::App* compare =
        add_answer(app, "compare", "Compare the designs of stored results with their baseline", *options);
    compare->add_option("--metric", options->metrics, "An outcome to show; may be repeated")->allow_extra_args(false);
    return {compare, [options] { return compare_command(*options); }};
}

Command frontier_line(CLI::App& app) {
    const auto options = std::make_shared<FrontierOptions>();
    CLI::App* frontier = add_answer(
        app, "frontier", "Which design is preferred at each exchange rate between harm and uptake", *options);
    frontier
        ->add_option("--rate", options->rates,
                     "Harms per 1,000 citizens a year accepted per point of uptake; may be repeated")
        ->allow_extra_args(false)
        ->check(CLI::NonNegativeNumber);
    return {frontier, [options] { return frontier_command(*options); }};
}

Command winners_line(CLI::App& app) {
    const auto options = std::make_shared<WinnersOptions>();
    CLI::App* winners = add_answer(app, "winners", "Who is better off, worse off and the same", *options);
    winners
        ->add_option("--same", options->same_percent,
                     "A change within so many percent of what a party has counts as none")
        ->check(CLI::Range(0.0, 100.0));
    return {winners, [options] { return winners_command(*options); }};
}

Command regimes_line(CLI::App& app) {
    const auto options = std::make_shared<RegimesOptions>();
    CLI::App* regimes =
        add_answer(app, "regimes", "Does the ranking of designs flip with who adapts?", *options, false);
    regimes->add_option("--metric", options->metrics, "An outcome to rank by; may be repeated")
        ->allow_extra_args(false);
    return {regimes, [options] { return regimes_command(*options); }};
}

Command regret_line(CLI::App& app) {
    const auto options = std::make_shared<RegretOptions>();
    CLI::App* regret =
        add_weighing(app, "regret", "Which design loses least where another would have been better", *options);
    regret->add_option("--at-least", options->at_least, "METRIC=VALUE: good enough has at least this; may be repeated")
        ->allow_extra_args(false);
    regret->add_option("--at-most", options->at_most, "METRIC=VALUE: good enough has at most this; may be repeated")
        ->allow_extra_args(false);
    regret->add_option("--tail", options->tail, "Share of worst worlds whose mean is shown (default: 0.1)")
        ->check(CLI::Range(0.001, 1.0));
    regret->add_option("--worlds", options->worlds, "Worlds listed in text (default: 10)")
        ->check(CLI::Range(0, 1000000));
    return {regret, [options] { return regret_command(*options); }};
}

Command discover_line(CLI::App& app) {
    const auto options = std::make_shared<DiscoverOptions>();
    CLI::App* discover = add_answer(app, "discover", "Name the worlds in which a design fails", *options);
    discover->add_option("--design", options->design, "The design")->required();
    discover->add_option("--metric", options->metric, "The outcome by which it fails")->required();
    discover->add_option("--above", options->above, "It fails where the outcome is above this");
    discover->add_option("--below", options->below, "It fails where the outcome is below this");
    discover->add_flag("--relative", options->relative, "Thresholds are on the difference from the baseline");
    discover->add_option("--density", options->density, "Least share of failures in a box (default: balanced)")
        ->check(CLI::Range(0.0, 1.0));
    discover->add_option("--boxes", options->boxes, "Boxes at most (default: 3)")->check(CLI::Range(1, 20));
    return {discover, [options] { return discover_command(*options); }};
}

Command sensitivity_line(CLI::App& app) {
    const auto options = std::make_shared<SensitivityOptions>();
    CLI::App* sensitivity =
        add_answer(app, "sensitivity", "What outcomes depend on: levers, assumptions and which, or luck", *options);
    sensitivity->add_option("--metric", options->metrics, "An outcome; may be repeated (default: uptake and harm)")
        ->allow_extra_args(false);
    return {sensitivity, [options] { return sensitivity_command(*options); }};
}

Command information_line(CLI::App& app) {
    const auto options = std::make_shared<InformationOptions>();
    CLI::App* information = add_weighing(app, "value-of-information",
                                         "Which unknown is worth a study, and what a pilot is worth as one", *options);
    information->add_option("--learn-from", options->findings, "An outcome that a pilot would show; may be repeated")
        ->allow_extra_args(false);
    return {information, [options] { return value_of_information_command(*options); }};
}

Command explain_line(CLI::App& app) {
    const auto options = std::make_shared<ExplainOptions>();
    CLI::App* explain =
        app.add_subcommand("explain", "Where two designs first part, or the story of a firm or citizen");
    add_results(explain, options->results);
    explain->add_option("--design", options->design, "The design to explain")->required();
    explain->add_option("--against", options->against, "The design that it is set against (default: the baseline)");
    explain->add_option("--replicate", options->replicate, "Replicate, counted from 0");
    explain->add_option("--world", options->world, "World, counted from 0");
    const CLI::Range identifiers(std::int64_t{0}, std::int64_t{4'000'000'000});
    auto* firm =
        explain->add_option("--firm", options->firm, "Tell the story of this firm instead")->check(identifiers);
    explain->add_option("--citizen", options->citizen, "Tell the story of this citizen agent instead")
        ->check(identifiers)
        ->excludes(firm);
    explain->add_flag("--json", options->json, "One JSON document");
    return {explain, [options] { return explain_command(*options); }};
}

Command report_line(CLI::App& app) {
    const auto options = std::make_shared<ReportOptions>();
    CLI::App* report = app.add_subcommand("report", "Write a page about stored results");
    add_results(report, options->results);
    report->add_option("-o,--output", options->output, "The HTML file (default: beside the results)");
    report->add_option("--baseline", options->baseline, "Another design as baseline");
    report->add_option("--strings", options->strings, "JSON file with the page's texts in another language");
    report->add_option("--scorecard", options->scorecard,
                       "JSON file of `leeway validate --json` for the same scenario");
    report->add_flag("--force", options->force, "Replace a file that is no report");
    return {report, [options] { return report_command(*options); }};
}

Command export_line(CLI::App& app) {
    const auto options = std::make_shared<ExportOptions>();
    CLI::App* exported = app.add_subcommand("export", "Write stored results for other programs");
    add_results(exported, options->results);
    exported->add_option("--csv", options->csv, "Folder for CSV tables");
    exported->add_option("--ro-crate", options->crate, "Folder for a research object with everything (RO-Crate 1.1)");
    exported->add_option("--licence,--license", options->licence, "Licence that the research object states");
    exported->add_flag("--force", options->force, "Replace files that are there");
    return {exported, [options] { return export_command(*options); }};
}

Command mirror_line(CLI::App& app) {
    const auto options = std::make_shared<AnswerOptions>();
    CLI::App* mirror =
        add_answer(app, "mirror",
                   "What an evaluation of the sandbox would conclude from its own data, and what is true", *options);
    return {mirror, [options] { return mirror_command(*options); }};
}

}  // namespace

std::vector<Command> answer_commands(CLI::App& app) {
    return {compare_line(app),     frontier_line(app), winners_line(app),  mirror_line(app),
            regimes_line(app),     regret_line(app),   discover_line(app), sensitivity_line(app),
            information_line(app), explain_line(app),  report_line(app),   export_line(app)};
}

}  // namespace leeway
