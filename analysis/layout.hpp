// Text for a terminal: lines that are broken between words, columns that stand below each other, colour where it is
// wanted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace leeway {

inline constexpr std::size_t line_width = 100;
inline constexpr std::string_view green = "\x1b[32m", red = "\x1b[31m", faint = "\x1b[2m", bold = "\x1b[1m";

/// The text in the colour or weight of `code`, or as it is.
std::string painted(std::string_view code, const std::string& text, bool colour);

/// Columns that a UTF-8 text takes, counting every character as one.
std::size_t columns_of(std::string_view text);

/// The text with blanks behind it.
std::string padded(const std::string& text, std::size_t width);

/// The text broken between words; the first line starts with `first`, the others with as many blanks.
std::string wrapped(std::string_view text, std::string_view first = "");

/// Rows whose cells stand below each other, two blanks apart and two from the left; the first row is the heading.
std::string aligned(const std::vector<std::vector<std::string>>& rows, bool colour);

}  // namespace leeway
