#include "cli/report.hpp"

#include <fmt/format.h>

#include "analysis/report.hpp"
#include "cli/messages.hpp"
#include "cli/shell_words.hpp"
#include "cli/stored.hpp"
#include "cli/stored_scorecard.hpp"

namespace leeway {
namespace {

namespace fs = std::filesystem;

fs::path output_of(const ReportOptions& options, const fs::path& results) {
    return options.output.value_or(fs::path(results).replace_extension(".html"));
}

/// The texts of the page: those of the file, or English. The message says what is wrong with the file.
std::variant<ReportStrings, std::string> strings_of(const ReportOptions& options) {
    if (!options.strings) return english_strings();
    const std::string name = options.strings->string();
    const auto text = read_small_file(*options.strings);
    if (!text)
        return fmt::format("{} cannot be read as texts of the report: it is missing, or larger than 1 MiB.", name);
    auto strings = translated_strings(*text);
    if (const auto* problem = std::get_if<std::string>(&strings)) return fmt::format("{}: {}", name, *problem);
    return strings;
}

/// The command that makes this page again.
std::string command_of(const ReportOptions& options, const fs::path& results, const fs::path& output) {
    std::string command = "leeway report " + shell_word(results.string()) + " -o " + shell_word(output.string());
    if (options.baseline) command += " --baseline " + shell_word(*options.baseline);
    if (options.strings) command += " --strings " + shell_word(options.strings->string());
    if (options.scorecard) command += " --scorecard " + shell_word(options.scorecard->string());
    return command;
}

}  // namespace

int report_command(const ReportOptions& options) {
    const auto found = find_results(options.results);
    if (const auto* problem = std::get_if<std::string>(&found)) return fail(*problem, exit_bad_input);
    const fs::path& path = std::get<fs::path>(found);
    const auto results = open_results(path);
    if (const auto* problem = std::get_if<std::string>(&results)) return fail(*problem, exit_bad_input);
    const auto comparison = compare(std::get<Results>(results), {options.baseline, {}});
    if (const auto* problem = std::get_if<std::string>(&comparison)) return fail(*problem, exit_bad_input);
    const auto strings = strings_of(options);
    if (const auto* problem = std::get_if<std::string>(&strings)) return fail(*problem, exit_bad_input);
    const auto scorecard = scorecard_for(std::get<Results>(results).scenario, options.scorecard);
    if (const auto* problem = std::get_if<std::string>(&scorecard)) return fail(*problem, exit_bad_input);
    const fs::path output = output_of(options, path);
    const std::string page =
        render_report(std::get<Results>(results), std::get<Comparison>(comparison), std::get<ReportStrings>(strings),
                      command_of(options, path, output), std::get<StoredScorecard>(scorecard));
    const int code = write_output(page, output, options.force, is_report);
    if (code == exit_done) fmt::print("report: {}\n", output.string());
    return code;
}

}  // namespace leeway
