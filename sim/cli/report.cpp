#include "cli/report.hpp"

#include <fmt/format.h>

#include "analysis/report.hpp"
#include "cli/messages.hpp"
#include "cli/stored.hpp"

namespace leeway {
namespace {

namespace fs = std::filesystem;

fs::path output_of(const ReportOptions& options, const fs::path& results) {
    return options.output.value_or(fs::path(results).replace_extension(".html"));
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
    const fs::path output = output_of(options, path);
    const std::string page = render_report(std::get<Results>(results), std::get<Comparison>(comparison));
    const int code = write_output(page, output, options.force, is_report);
    if (code == exit_done) fmt::print("report: {}\n", output.string());
    return code;
}

}  // namespace leeway
