// Citizens see how many of their acquaintances use a service of a sector, and hear of their harms. This is where large
// populations spend their time, so that what is told is sorted by where its receivers stand in memory.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "world/world.hpp"

namespace leeway {

/// The neighbours of those who `started` see one user of sector `k` more, those of the others who `stopped` one less;
/// both are in ascending order.
void tell_neighbours(World& world, std::size_t k, std::span<const std::uint32_t> started,
                     std::span<const std::uint32_t> stopped);

/// Adds share * amount[i] to the amount of every neighbour of each citizen i; all amounts are taken from before. No sum
/// passes `most`.
void spread_to_neighbours(const World& world, std::vector<std::uint32_t>& amount, double share, std::uint32_t most);

}  // namespace leeway
