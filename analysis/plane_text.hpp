// Uptake gained against harm added as a picture in plain text: a letter per design, a dot per world.
#pragma once

#include <string>
#include <vector>

#include "analysis/comparison.hpp"

namespace leeway {

inline constexpr std::size_t plane_columns = 72;

/// What a design adds to its baseline: percentage points of uptake, harms per 1,000 citizens a year.
struct PlanePoint {
    double uptake = 0, harm = 0;
};

/// One design's mean and its worlds; all numbers are finite.
struct TextCloud {
    std::string name;
    PlanePoint mean;
    std::vector<PlanePoint> worlds;
};

/// The picture with axes, units and legend, within 72 columns; empty without clouds. Only the first 26 are drawn.
std::string draw_plane_text(std::vector<TextCloud> clouds, const std::string& baseline, const std::string& unit_noun);

/// The letter of the cloud in that place, from 0 on.
char cloud_letter(std::size_t place);

/// The picture of a comparison; empty where no design has both outcomes.
std::string plane_text(const Comparison& comparison);

}  // namespace leeway
