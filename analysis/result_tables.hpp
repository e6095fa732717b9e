// Stored results as CSV tables for spreadsheets and statistics programs: one row per run, per run and part, per run and
// month, per design, per world; and one row per column that says what it is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/results.hpp"

namespace leeway {

/// One file of an export.
struct ResultTable {
    std::string file, meaning;
    std::string text;  ///< RFC 4180
};

/// All tables; those of which nothing was stored are left out.
std::vector<ResultTable> result_tables(const Results& results);

}  // namespace leeway
