// The style sheet, the script and the English strings of the report, as files of analysis/page that the build puts into
// the program: the page needs nothing beside it, and neither does the program.
#pragma once

#include <string_view>

namespace leeway {

/// analysis/page/report.css.
std::string_view report_style();

/// analysis/page/report.js.
std::string_view report_script();

/// The SHA-256 of report_script() in hexadecimal digits.
std::string_view report_script_digest();

/// analysis/page/english.json.
std::string_view report_english();

}  // namespace leeway
