// Who starts and who stops using a service this month: the first passage of each citizen's hazard.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/adopt/pace.hpp"

namespace leeway {

/// Citizens whose hazard has passed their threshold, or whose service is gone, in ascending order.
struct Crossings {
    std::vector<std::uint32_t> leaving, adopting;
};

/// Decides for all citizens in all sectors, given what everybody saw at the end of last month and the paces of every
/// sector's groups [sector][group].
std::vector<Crossings> decide(World& world, const Confidence& confidence, const std::vector<std::vector<Pace>>& paces);

}  // namespace leeway
