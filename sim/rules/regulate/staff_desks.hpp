// The officer hours of the month at every desk. Training takes its part first; cases and training make skill, which
// speeds and sharpens the work.
#pragma once

#include "rules/levers.hpp"
#include "world/world.hpp"

namespace leeway {

/// Gives every desk its hours of the month; a one-stop desk has those of all regulators of its jurisdiction.
void staff_desks(World& world, const Levers& levers);

}  // namespace leeway
