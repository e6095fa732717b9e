#include "cli/compare.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <nlohmann/json.hpp>

#include "analysis/comparison.hpp"
#include "analysis/comparison_csv.hpp"
#include "analysis/comparison_json.hpp"
#include "analysis/comparison_text.hpp"
#include "cli/messages.hpp"
#include "cli/stored.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

/// Writes the table; returns the exit code.
int write_table(const Comparison& comparison, const std::filesystem::path& path) {
    const auto is_ours = [](std::string_view beginning) { return beginning.starts_with(comparison_csv_header()); };
    const int code = write_output(comparison_csv(comparison), path, false, is_ours);
    if (code == exit_done) fmt::print(stderr, "table: {}\n", printable(path.string()));
    return code;
}

}  // namespace

int compare_command(const CompareOptions& options) {
    const auto results = open_results(options.results);
    if (const auto* problem = std::get_if<std::string>(&results)) return fail(*problem, exit_bad_input);
    const auto answer = compare(std::get<Results>(results), {options.baseline, options.metrics});
    if (const auto* problem = std::get_if<std::string>(&answer)) return fail(*problem, exit_bad_input);
    const auto& comparison = std::get<Comparison>(answer);
    if (options.csv) {
        const int code = write_table(comparison, *options.csv);
        if (code != exit_done) return code;
    }
    if (options.json) {
        print_json(comparison_json(comparison));
    } else {
        fmt::print("{}", comparison_text(comparison, is_colourful()));
    }
    return exit_done;
}

}  // namespace leeway
