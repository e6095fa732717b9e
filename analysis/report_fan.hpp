// Fans: how one outcome spreads over worlds, month by month. Made from the series of every run, or from the quantiles
// that an experiment stored in their place.
#pragma once

#include <string>
#include <vector>

#include "core/results.hpp"

namespace leeway {

/// The quantiles 5, 25, 50, 75 and 95 % of one outcome under one design; an entry per month. The inner two are NaN
/// where they are not known.
struct Fan {
    std::vector<double> low, lower, median, upper, high;
};

/// A monthly outcome under several designs.
struct FanSeries {
    std::string name;                  ///< of the metric
    bool is_over_runs = false;         ///< spread over all runs, as stored quantiles are; otherwise over worlds
    std::vector<std::size_t> designs;  ///< baselines first
    std::vector<Fan> fans;             ///< parallel to `designs`
};

/// Of more designs than this only the first are kept: a sweep may hold hundreds, and nobody can compare them.
inline constexpr std::size_t most_fans = 12;

/// The names of all outcomes with a fan.
std::vector<std::string> fan_names(const Results& results);

/// The fans of one outcome; without designs if nothing is stored of it.
FanSeries fan_series(const Results& results, const std::string& name);

}  // namespace leeway
