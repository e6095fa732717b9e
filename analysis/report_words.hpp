// How the report writes numbers, names and marks, so that every section says the same thing in the same way.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/html.hpp"
#include "core/results.hpp"
#include "metrics/metric_table.hpp"

namespace leeway {

/// How numbers of one outcome are written: shares in percent and their differences in percentage points, others as
/// they are with their unit.
struct NumberFormat {
    double factor = 1;
    std::string unit, difference_unit;
};

NumberFormat number_format(std::string_view metric);

/// `value` with so many decimals that a number as large as `scale` has about three significant digits; with a true
/// minus sign and groups of three digits; "–" where it is missing.
std::string number(double value, double scale);
inline std::string number(double value) { return number(value, value); }

/// The same with a sign: "+1.2", "−0.4", "0".
std::string signed_number(double value, double scale);

/// "18.3 %"
std::string level_words(const NumberFormat& format, double value, double scale);
/// "+1.2 points (−0.4 to +3.1)"
std::string difference_words(const NumberFormat& format, double value, double low, double high);

/// A metric's name in words: "harm per 1000 citizen years".
std::string readable(std::string_view name);

/// The words with an upper-case first letter (ASCII).
std::string sentence_case(std::string text);

/// "a, b and c".
std::string listed(const std::vector<std::string>& words);

/// "1 world", "12 worlds".
std::string counted(std::size_t count, std::string_view noun);

/// The mark of a design: the same in every chart. The baseline is a grey circle, the others differ in colour and shape.
struct DesignMark {
    std::string colour;  ///< class in the style sheet
    std::size_t shape = 0;
};
DesignMark mark_of(const Results& results, std::size_t design);

/// The mark as a small picture within text, hidden from screen readers because the name stands beside it.
Html swatch(const DesignMark& mark);

/// The mark and the design's name.
Html marked_name(const Results& results, std::size_t design);

/// Index of the design of that label, or of the first.
std::size_t design_index(const Results& results, std::string_view label);

}  // namespace leeway
