// Uptake gained against harm added as a picture in plain text: a letter per design, a dot per world.
#pragma once

#include <string>

#include "analysis/comparison.hpp"

namespace leeway {

inline constexpr std::size_t plane_columns = 72;

/// The picture with axes, units and legend, within 72 columns; empty where no design has both outcomes.
std::string plane_text(const Comparison& comparison);

}  // namespace leeway
