// What a calibration found, as text and as JSON: waves, targets, and parameter by parameter what the evidence pins
// down.
#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "experiment/plan.hpp"
#include "experiment/search/pinned_down.hpp"

namespace leeway {

struct CalibrationReport {
    const Plan& plan;
    const Search& search;
    const HistoryMatch& match;
    PinnedDown pinned;
    std::filesystem::path ensemble;  ///< where the worlds go
};

std::string calibration_text(const CalibrationReport& report);
nlohmann::json calibration_json(const CalibrationReport& report);

/// When no world is left: which targets rule out most, and what to look at.
std::string why_none_is_left(const CalibrationReport& report);

}  // namespace leeway
