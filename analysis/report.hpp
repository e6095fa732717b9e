// The report: one HTML page about stored results, with nothing from outside, so that it opens offline, prints, and can
// be passed on as a single file. The charts are drawn here, from the numbers that the commands print; the page's one
// script adds tabs, exports, sorting and a choice of colours, and nothing is lost without it.
#pragma once

#include <string>
#include <string_view>

#include "analysis/comparison.hpp"
#include "analysis/report_strings.hpp"
#include "analysis/scorecard_file.hpp"
#include "core/results.hpp"

namespace leeway {

/// The whole page. `comparison` is compare() of these results; its baseline is the page's. `rebuild` is the command
/// that makes the page again; `scorecard` is of the results' scenario.
std::string render_report(const Results& results, const Comparison& comparison,
                          const ReportStrings& words = english_strings(),
                          const std::string& rebuild = "leeway report RESULTS.h5",
                          const StoredScorecard& scorecard = {});

/// Whether a file that begins with `text` is a report of ours, by its generator tag.
bool is_report(std::string_view text);

/// Characters from the begin of a file that is_report() asks for.
inline constexpr std::size_t report_signature_reach = 1024;

}  // namespace leeway
