// Who wins and who loses: the chief outcomes by segment of the population, and what firms and bystanders meet, against
// the baseline.
#pragma once

#include "analysis/html.hpp"
#include "analysis/report_context.hpp"

namespace leeway {

/// Charts of uptake and harm by segment, and a table of other parties; empty if nothing of them was stored.
Html winners_section(const ReportContext& page);

}  // namespace leeway
