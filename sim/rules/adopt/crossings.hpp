// Who starts and who stops using a service of a sector this month: the first passage of each citizen's hazard.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/adopt/mood.hpp"

namespace leeway {

/// Citizens whose hazard has passed their threshold, in ascending order.
struct Crossings {
    std::vector<std::uint32_t> leaving, adopting;
};

/// Decides for all citizens in sector `k`, given what everybody saw at the end of last month and what is `available` to
/// each group. In an assigned sector the interested are the caseload, which comes and stays as the agency wills.
Crossings decide(const Adopt& rule, World& world, std::size_t k, const Mood& mood,
                 const std::vector<double>& available);

}  // namespace leeway
