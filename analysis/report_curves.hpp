// Curves over time: one small panel per design, the median over worlds within the band that holds 90 % of them.
#pragma once

#include "analysis/html.hpp"
#include "core/results.hpp"

namespace leeway {

/// The section with the curves of the chief outcomes, and of all others behind a disclosure; empty if no monthly
/// series was stored.
Html curves_section(const Results& results);

}  // namespace leeway
