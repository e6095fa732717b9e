// Curves over time: one small panel per design, the median within the bands that hold half and nine tenths of worlds.
#pragma once

#include <span>
#include <string_view>

#include "analysis/html.hpp"
#include "analysis/report_context.hpp"

namespace leeway {

/// The section with the curves of the chief outcomes, and of those that no other section shows behind a disclosure;
/// empty if no monthly series was stored.
Html curves_section(const ReportContext& page);

/// The figures of these outcomes, as far as they were stored by month.
Html curve_figures(const ReportContext& page, std::span<const std::string_view> metrics);

/// The monthly outcomes of the section on the regulator.
std::span<const std::string_view> regulator_curves();

}  // namespace leeway
