// Whether the model shows what is known of the world in question: the scorecard, beside the answer that rests on it.
#pragma once

#include "analysis/html.hpp"
#include "analysis/report_context.hpp"

namespace leeway {

/// The facts with target, the model's value and the verdict; without measured values, those that the world is known
/// not to show, and the commands that measure them.
Html scorecard_part(const ReportContext& page);

}  // namespace leeway
