// One month of adoption where a whole group adopts at one pace: blocks in which nobody can have crossed are passed
// over.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/adopt/pace.hpp"

namespace leeway {

/// Adds this month to the common pace of sector `k`'s groups.
void add_month(SectorUse& use, const Citizens& citizens, const std::vector<Pace>& paces);

/// Looks at the blocks of stretch number `stretch` in which somebody may have crossed in the month that was added last;
/// who has is added to `crossing`, in ascending order.
void live_quiet_month(SectorUse& use, const Citizens& citizens, std::size_t stretch, const Pace& pace,
                      std::vector<std::uint32_t>& crossing);

}  // namespace leeway
