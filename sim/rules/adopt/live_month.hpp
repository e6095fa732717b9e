// One month of adoption for citizens in a row: each gathers hazard at a pace of its own, in vector instructions.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/adopt/pace.hpp"

namespace leeway {

/// Reduces the thresholds of citizens begin … end - 1 by this month's hazard, down to 0. `confidence` is that of
/// `begin` and those after it. Who has reached 0 is added to `crossing`, in ascending order.
void live_month(SectorUse& use, const Pace& pace, std::uint32_t begin, std::uint32_t end, const float* confidence,
                std::vector<std::uint32_t>& crossing);

}  // namespace leeway
