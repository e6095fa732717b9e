// A comparison as a CSV table (RFC 4180): one line per design and outcome.
#pragma once

#include <string>
#include <string_view>

#include "analysis/comparison.hpp"

namespace leeway {

/// The first line of every such table, without its line end.
std::string_view comparison_csv_header();

/// The table. Cells of text that a spreadsheet would read as a formula get a leading apostrophe; unknown numbers are
/// empty.
std::string comparison_csv(const Comparison& comparison);

}  // namespace leeway
