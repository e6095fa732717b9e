// What each design changes against the baseline, and which of its levers never made a difference to anybody.
#pragma once

#include "analysis/html.hpp"
#include "analysis/report_context.hpp"

namespace leeway {

/// A table of the levers that differ, side by side for all designs; then the levers that never bound.
Html designs_section(const ReportContext& page);

}  // namespace leeway
