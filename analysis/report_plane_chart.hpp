// Draws the uptake–harm plane: axes through the baseline, clouds, ellipses, means and labels that keep clear of each
// other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/report_plane.hpp"

namespace leeway {

/// The size of the drawing; `id` is its identity in the page and its class in the style sheet.
struct PlaneLayout {
    std::string id;
    double width = 0, height = 0;
};

/// The chart as one SVG element with that title and description.
Html draw_plane(const ReportContext& page, const std::vector<PlaneCloud>& clouds, const PlaneLayout& layout,
                std::string_view title, std::string_view description);

}  // namespace leeway
