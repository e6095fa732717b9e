#include "experiment/sampling/csv.hpp"

namespace leeway {
namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

/// Where the cell that starts at `begin` ends: at the next comma outside quotes.
std::size_t end_of_cell(std::string_view line, std::size_t begin) {
    bool quoted = false;
    for (std::size_t at = begin; at < line.size(); ++at) {
        if (line[at] == '"') quoted = !quoted;
        if (line[at] == ',' && !quoted) return at;
    }
    return line.size();
}

std::string without_quotes(std::string_view cell) {
    if (cell.size() < 2 || cell.front() != '"' || cell.back() != '"') return std::string(cell);
    std::string text;
    cell = cell.substr(1, cell.size() - 2);
    for (std::size_t at = 0; at < cell.size(); ++at) {
        if (cell.substr(at).starts_with("\"\"")) ++at;
        text += cell[at];
    }
    return text;
}

}  // namespace

std::vector<CsvCell> split_csv(std::string_view line) {
    std::vector<CsvCell> cells;
    for (std::size_t begin = 0; begin <= line.size();) {
        const std::size_t end = end_of_cell(line, begin);
        const std::string_view cell = trimmed(line.substr(begin, end - begin));
        const std::size_t first = cell.empty() ? begin : static_cast<std::size_t>(cell.data() - line.data());
        cells.push_back({without_quotes(cell), static_cast<int>(first) + 1});
        begin = end + 1;
    }
    return cells;
}

std::string csv_line(std::string_view line, bool is_first) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (is_first && line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::string_view text = trimmed(line);
    return text.empty() || text.front() == '#' ? std::string() : std::string(line);
}

}  // namespace leeway
