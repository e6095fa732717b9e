#include "analysis/layout.hpp"

#include <algorithm>

namespace leeway {
namespace {

constexpr std::string_view reset = "\x1b[0m";

std::vector<std::size_t> widths_of(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const std::vector<std::string>& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t cell = 0; cell < row.size(); ++cell)
            widths[cell] = std::max(widths[cell], columns_of(row[cell]));
    }
    return widths;
}

}  // namespace

std::string painted(std::string_view code, const std::string& text, bool colour) {
    return colour && !text.empty() ? std::string(code) + text + std::string(reset) : text;
}

std::size_t columns_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string padded(const std::string& text, std::size_t width) {
    return text + std::string(width - std::min(width, columns_of(text)), ' ');
}

std::string wrapped(std::string_view text, std::string_view first) {
    std::string lines(first);
    std::size_t column = first.size();
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        if (column > first.size() && column + 1 + columns_of(word) > line_width) {
            lines += "\n" + std::string(first.size(), ' ');
            column = first.size();
        } else if (column > first.size()) {
            lines += ' ';
            ++column;
        }
        lines += word;
        column += columns_of(word);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines + "\n";
}

std::string aligned(const std::vector<std::vector<std::string>>& rows, bool colour) {
    const std::vector<std::size_t> widths = widths_of(rows);
    std::string text;
    for (const std::vector<std::string>& row : rows) {
        std::string line;
        for (std::size_t cell = 0; cell < row.size(); ++cell) line += "  " + padded(row[cell], widths[cell]);
        line.erase(line.find_last_not_of(' ') + 1);
        text += (&row == &rows.front() ? painted(faint, line, colour) : line) + "\n";
    }
    return text;
}

}  // namespace leeway
