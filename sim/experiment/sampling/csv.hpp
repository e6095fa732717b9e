// One line of a CSV file (RFC 4180) as cells that know where they stand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace leeway {

struct CsvCell {
    std::string text;  ///< without quotes and without blanks around it
    int column;        ///< of its first character, counted from 1
};

/// The cells between commas; a cell in quotes may hold commas and doubled quotes, but no end of line.
std::vector<CsvCell> split_csv(std::string_view line);

/// The line without the end that other systems write, and the first one without the byte order mark of spreadsheets;
/// empty when there is nothing but blanks, or a remark that begins with #.
std::string csv_line(std::string_view line, bool is_first);

}  // namespace leeway
