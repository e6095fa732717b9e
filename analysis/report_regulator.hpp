// What the regulator has to do and what it learns: cases, waiting, cost, how well it predicts harm, and rules changed.
#pragma once

#include "analysis/html.hpp"
#include "analysis/report_context.hpp"

namespace leeway {

/// Two tables and the curves of waiting cases, live tests and prediction error; empty if nothing of them was stored.
Html regulator_section(const ReportContext& page);

}  // namespace leeway
