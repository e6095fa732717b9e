// Levers over time: any lever may change at a date, or when a condition holds (phase-in, sunset, tightening).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/fields.hpp"

namespace leeway {

enum class Condition : std::uint8_t { date, harm_above, news_above, trust_below, tests_above };
template <>
inline constexpr std::array<std::string_view, 5> choice_names<Condition>{"date", "harm-above", "news-above",
                                                                         "trust-below", "tests-above"};

/// One change of one lever, made once, from the month in which its condition first holds.
struct Change {
    std::string lever{};
    double value = 0;
    std::string word{};
    std::int64_t month = 0;
    Condition when = Condition::date;
    double threshold = 0;
    std::int64_t lasts = 0;

    template <class Visit>
    void fields(Visit&& field) {
        field(lever, {"lever", Unit::none, 0, 0, "design", "dotted name of the lever, such as \"sandbox.places\""});
        field(value, {"value", Unit::none, -1e12, 1e12, "design", "its new value, for numbers and flags (0 or 1)"});
        field(word, {"word", Unit::none, 0, 0, "design", "its new value, for levers that hold a word"});
        field(month, {"month", Unit::month, 0, 1200, "design", "first month in which the change may happen"});
        field(when,
              {"when", Unit::none, 0, 0, "design",
               "the condition: the date alone; severity per 1000 citizen-years, news or tests under way above the "
               "threshold; mean trust below it"});
        field(threshold, {"threshold", Unit::none, -1e12, 1e12, "design", "threshold of the condition, in its unit"});
        field(lasts, {"lasts", Unit::month, 0, 1200, "design", "months after which the lever returns (0 = never)"});
    }
};

}  // namespace leeway
