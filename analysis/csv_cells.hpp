// Cells of CSV files (RFC 4180) that no spreadsheet takes for a formula.
#pragma once

#include <string>
#include <string_view>

namespace leeway {

/// The text, quoted where it must be, and with a leading ' where a spreadsheet would run it.
std::string text_cell(std::string_view text);

/// The shortest text of a number; empty where it is missing.
std::string number_cell(double value);

}  // namespace leeway
