// The answer in sentences and the chief numbers in tables, as the comparison gives them.
#pragma once

#include <span>
#include <string_view>

#include "analysis/html.hpp"
#include "analysis/report_context.hpp"

namespace leeway {

/// One sentence per design, with its mark and what it stands for.
Html answer_list(const ReportContext& page);

/// The table of headline outcomes, and one of all outcomes behind a disclosure.
Html headline_section(const ReportContext& page);

/// Whether the order of designs at month 36 is still that of the end; empty where it cannot be said.
Html ranking_section(const ReportContext& page);

/// A column for the level of an outcome under every design, its difference from the baseline, and how sure that is;
/// a row per design. Outcomes that these results lack are left out; empty if none remains.
Html outcome_table(const ReportContext& page, std::string_view label, std::string_view name,
                   std::span<const std::string_view> metrics);

/// A level or difference with its interval and how many units agree: one cell of such a table.
Html contrast_cell(const ReportContext& page, const OutcomeContrast& outcome, bool is_baseline);

/// What a cell of such a table gives to a CSV file, for that heading.
std::vector<std::string> contrast_columns(std::string_view heading);

}  // namespace leeway
