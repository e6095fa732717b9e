#include "analysis/csv_cells.hpp"

#include <cmath>

#include "core/text.hpp"

namespace leeway {
namespace {

/// Spreadsheets run cells that begin with one of these as formulas.
constexpr std::string_view formula_starts = "=+-@\t\r";

}  // namespace

std::string text_cell(std::string_view text) {
    std::string cell(text);
    if (!cell.empty() && formula_starts.find(cell.front()) != std::string_view::npos) cell.insert(cell.begin(), '\'');
    if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
    std::string quoted = "\"";
    for (const char letter : cell) quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return quoted + "\"";
}

std::string number_cell(double value) { return std::isfinite(value) ? number_text(value) : ""; }

}  // namespace leeway
