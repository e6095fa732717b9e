// Numbers of analyses in JSON, which knows neither NaN nor infinity.
#pragma once

#include <cmath>
#include <nlohmann/json.hpp>

#include "analysis/interval.hpp"

namespace leeway {

/// The number, or null where it is missing.
inline nlohmann::json number_or_null(double value) {
    return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json(nullptr);
}

/// {"mean", "low", "high"}; null where not known.
inline nlohmann::json interval_json(const Interval& interval) {
    return {{"mean", number_or_null(interval.mean)},
            {"low", number_or_null(interval.low)},
            {"high", number_or_null(interval.high)}};
}

}  // namespace leeway
