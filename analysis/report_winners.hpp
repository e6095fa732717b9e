// Who wins and who loses: the chief outcomes by segment of the population, against the baseline.
#pragma once

#include "analysis/html.hpp"
#include "core/results.hpp"

namespace leeway {

/// Tables of uptake and harm by segment; empty if no breakdown by segment was stored.
Html winners_section(const Results& results);

}  // namespace leeway
