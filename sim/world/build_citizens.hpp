// The people of the first month: where they stand, whom they know, what they want and what they use already.
#pragma once

#include "core/random.hpp"
#include "world/world.hpp"

namespace leeway {

/// Citizens in the order of their groups, on their network, each with a threshold for every sector that interests them.
void place_citizens(World& world, const Draws& draws);

/// The installed base: interested citizens use a service of an incumbent with the sector's initial uptake.
void place_first_users(World& world, const Draws& draws);

}  // namespace leeway
