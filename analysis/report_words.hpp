// How the report writes numbers, names and marks, so that every section says the same thing in the same way.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "analysis/html.hpp"
#include "analysis/interval.hpp"
#include "analysis/numbers.hpp"
#include "analysis/report_context.hpp"
#include "core/results.hpp"

namespace leeway {

/// The format of the outcome of that name; numbers as they are if the table does not know it.
NumberFormat format_of(std::string_view metric);
/// The same without units that are longer than a sign: for places where a heading has said them.
NumberFormat short_format_of(std::string_view metric);

/// `value` with so many decimals that a number as large as `scale` has three significant digits; with a true minus
/// sign and groups of three digits; "–" where it is missing.
std::string number(double value, double scale);
inline std::string number(double value) { return number(value, value); }

/// A difference, with a sign and two significant digits: "+1.2", "−0.4", "0.0".
std::string signed_number(double value, double scale);

/// "18.3 %"; `scale` is in units of `value`.
std::string level_words(const NumberFormat& format, double value, double scale);
/// "+1.2 points", with the digits that its interval asks for.
std::string difference_words(const NumberFormat& format, const Interval& interval);
/// "(−0.4 to +3.1)"; empty where the ends are not known.
std::string interval_words(const ReportStrings& words, const NumberFormat& format, const Interval& interval,
                           bool with_sign);

/// The number at a tick, as short as it can be; `with_sign` for differences.
std::string tick_words(double value, bool with_sign = false);

/// A metric's name as a heading: "Harm per 1000 citizens and year", "Services launched".
std::string title_of(const ReportStrings& words, std::string_view metric);
/// What a metric means, with its denominator; empty if the table does not know it.
std::string meaning_of(const ReportStrings& words, std::string_view metric);
/// "more is better".
std::string direction_words(const ReportStrings& words, Better better);

/// "world" or "replicate": what spreads are over; and several of them.
std::string unit_word(const ReportContext& page);
std::string units_word(const ReportContext& page);
/// "16 worlds".
std::string counted_units(const ReportContext& page, std::size_t count);

/// A sentence of the comparison: names between backticks become strong.
Html with_names(std::string_view sentence);

/// The words with an upper-case first letter (ASCII).
std::string sentence_case(std::string text);

/// The mark of a design: the same in every chart. Baselines are grey circles, the others differ in colour and shape.
struct DesignMark {
    std::string colour;  ///< class in the style sheet
    std::size_t shape = 0;
};
DesignMark mark_of(const Results& results, std::size_t design);

/// The mark as a small picture within text, hidden from screen readers because the name stands beside it.
Html swatch(const DesignMark& mark);

/// The mark and the design's name.
Html marked_name(const Results& results, std::size_t design);

/// Index of the design that `design` is compared with: the baseline, in the same regime of adaptation where the
/// experiment has several.
std::size_t baseline_of(const Results& results, std::size_t design);
inline bool is_baseline(const Results& results, std::size_t design) { return baseline_of(results, design) == design; }

/// The baseline in words: its label, and that it is the one of the same regime where there are several.
std::string baseline_words(const ReportContext& page);

}  // namespace leeway
