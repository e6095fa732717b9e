// A finished run by itself, on its way from the runner into the store and from there to its place in the results.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/results.hpp"

namespace leeway {

/// A kind of outcome arrays. Monthly series are kept in single precision.
struct ArrayKind {
    std::string_view name;
    std::vector<OutcomeArray> Results::*arrays;
    bool single_precision = false;
};

/// All kinds, in the order in which the numbers of one run follow each other: doubles first.
inline constexpr std::array array_kinds{
    ArrayKind{"outcome", &Results::outcomes},        ArrayKind{"by segment", &Results::by_segment},
    ArrayKind{"by sector", &Results::by_sector},     ArrayKind{"by jurisdiction", &Results::by_jurisdiction},
    ArrayKind{"by month", &Results::by_month, true},
};

/// What one run gave.
struct FinishedRun {
    std::size_t design = 0, world = 0, replicate = 0;  ///< its place in the experiment
    RunStatus status = RunStatus::done;
    std::string failure{};          ///< why it failed; empty if it did not
    std::vector<double> numbers{};  ///< all entries of all arrays, in the order of `array_kinds`; empty if it failed
    std::vector<bool> acted{};      ///< whether each lever acted, parallel to the levers of the results; likewise
};

/// How many numbers each run has in these results.
std::size_t numbers_per_run(const Results& results);

/// Gives results that lack them the arrays of all their runs: every run pending, every value missing.
void make_room(Results& results);

/// Writes a run to its place; the arrays must have room, and the run as many numbers as the results ask for.
void put_in_place(Results& results, const FinishedRun& run);

/// Whether a run stands in these results with the same bits in every number.
bool is_in_place(const Results& results, const FinishedRun& run);

}  // namespace leeway
