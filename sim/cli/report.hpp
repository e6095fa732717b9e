// `leeway report`: one page about stored results that opens anywhere without a network, in English or another language.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace leeway {

/// What the user typed after `report`.
struct ReportOptions {
    std::filesystem::path results;                 ///< a results file, or a folder that holds just one
    std::optional<std::filesystem::path> output;   ///< the HTML file; by default beside the results, with the same name
    std::optional<std::string> baseline;           ///< a design's label in place of the stored baseline
    bool force = false;                            ///< replace an output that is no report of ours
    std::optional<std::filesystem::path> strings;  ///< a JSON file with the page's texts in another language
    std::optional<std::filesystem::path> scorecard{};  ///< what `leeway validate --json` printed of the same scenario
};

/// Writes the report and says where; returns the exit code: 0 done, 2 bad input, 3 could not write.
int report_command(const ReportOptions& options);

}  // namespace leeway
