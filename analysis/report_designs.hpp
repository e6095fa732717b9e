// What each design changes against the baseline, and which of its levers never made a difference to anybody.
#pragma once

#include "analysis/comparison.hpp"
#include "analysis/html.hpp"
#include "core/results.hpp"

namespace leeway {

/// A table of the levers that differ, old and new, per design; then the levers that never bound.
Html designs_section(const Results& results, const Comparison& comparison);

}  // namespace leeway
