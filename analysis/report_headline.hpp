// The answer in sentences and the chief numbers in one table, as the comparison gives them.
#pragma once

#include "analysis/comparison.hpp"
#include "analysis/html.hpp"
#include "core/results.hpp"

namespace leeway {

/// One sentence per design, with its mark.
Html answer_list(const Results& results, const Comparison& comparison);

/// The table of headline outcomes, and one of all outcomes behind a disclosure.
Html headline_section(const Results& results, const Comparison& comparison);

/// Whether the order of designs at month 36 is still that of the end; empty where it cannot be said.
Html ranking_section(const Comparison& comparison);

}  // namespace leeway
