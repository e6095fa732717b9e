// Draws what designs change for each part of the population: a row per part and design, the mean change as a mark
// within the range that holds nine of ten worlds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/contrasts.hpp"
#include "analysis/html.hpp"
#include "analysis/report_context.hpp"

namespace leeway {

/// One outcome in all parts (such as segments) under several designs.
struct PartContrasts {
    std::vector<std::string> parts;
    std::vector<std::size_t> designs;                     ///< without baselines
    std::vector<std::vector<OutcomeContrast>> contrasts;  ///< [part][design], parallel to both
};

/// The chart as one SVG element of that width; `id` is its identity in the page and `layout` its class in the style
/// sheet.
Html draw_parts(const ReportContext& page, const PartContrasts& parts, std::string_view id, std::string_view layout,
                double width, std::string_view title, std::string_view description);

}  // namespace leeway
