// Organisations adopt before their members can: the first passage of a hazard of their own, at which their members'
// hazards begin.
#pragma once

#include <vector>

#include "rules/adopt.hpp"

namespace leeway {

/// Hazard units that an organisation of each group gathers this month in sector `k`, of what is `available` to it.
std::vector<HazardUnits> hazards_of_organisations(const World& world, std::size_t k,
                                                  const std::vector<double>& available);

/// Counts this month for the organisations of sector `k`; the members of those who adopt may follow from next month on.
void let_organisations_adopt(World& world, std::size_t k, const std::vector<double>& available);

}  // namespace leeway
