// How outcomes are written for people: percent and percentage points for shares, units for others, digits that fit.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "metrics/metric_table.hpp"

namespace leeway {

/// How numbers of one outcome are written: shares in percent and their differences in percentage points, others as
/// they are.
struct NumberFormat {
    double factor = 1;
    std::string unit, difference_unit;
};

NumberFormat number_format(const Metric& metric);

/// Decimals with which a number as large as `scale` has `digits` significant digits (0 to 6).
int decimals_for(double scale, int digits);

/// `value` with so many decimals, commas between groups of three digits, "-" before negative ones; a lone "-" where it
/// is missing; never "-0".
std::string plain_number(double value, int decimals);

/// The same with "+" before positive values.
std::string plain_signed(double value, int decimals);

/// A share as "12 %"; a lone "-" where it is missing.
std::string in_percent(double share);

/// The largest magnitude among the finite values; 0 if there is none.
double largest(std::initializer_list<double> values);

/// A metric's name in words: "harm per 1000 citizen years".
std::string readable(std::string_view name);

/// "a, b and c".
std::string listed(const std::vector<std::string>& words);

/// "1 world", "12 worlds".
std::string counted(std::size_t count, std::string_view noun);

}  // namespace leeway
