// The table of outcomes: each row has name, unit, axis, meaning, direction and the formula that reads it off a
// recording.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace leeway {

struct Recording;  // what a run remembers of its months; only the formulas look inside

enum class ResultAxis : std::uint8_t { innovation, harm, viability, trust, inclusion, learning };
enum class Better : std::uint8_t { more, less, neither };

std::string_view text(ResultAxis axis);

/// One outcome. Formulas give NaN where the outcome is missing; `in_*` are null where that breakdown does not exist.
struct Metric {
    std::string_view name, unit;
    ResultAxis axis;
    Better better;
    bool share;                         ///< shown in percent
    std::string_view long_name;         ///< what it means, its denominator, and what happens to censored cases
    double (*value)(const Recording&);  ///< null where replicates are needed together (harm_cvar)
    double (*in_month)(const Recording&, std::size_t month) = nullptr;
    double (*in_segment)(const Recording&, std::size_t segment) = nullptr;
    double (*in_sector)(const Recording&, std::size_t sector) = nullptr;
    double (*in_jurisdiction)(const Recording&, std::size_t jurisdiction) = nullptr;
};

/// Every outcome, in the order of files and tables.
std::span<const Metric> metric_table();

/// The row of that name, or nullptr.
const Metric* find_metric(std::string_view name);

/// The few outcomes that a comparison shows first, one or two per axis.
std::span<const std::string_view> headline_metrics();

}  // namespace leeway
