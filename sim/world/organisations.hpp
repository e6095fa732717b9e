// Adoption on two levels: schools and their pupils, utilities and their streets. An organisation is a row of citizens
// of one group; until it has adopted, nothing of the sector interests its members, so that they cost nothing.
#pragma once

#include <cstdint>

#include "world/thresholds.hpp"
#include "world/world.hpp"

namespace leeway {

/// Agents of an organisation of sector `k`, at least one; 0 where people adopt on their own.
std::uint32_t agents_per_organisation(const World& world, std::size_t k);

/// Gives the organisations of sector `k` their thresholds; their members wait. Does nothing without organisations.
void found_organisations(World& world, std::size_t k, const Draws& draws);

/// The members of an organisation of sector `k` may adopt from now on, each with the interest and the threshold that
/// they would have had alone.
void open_organisation(World& world, std::size_t k, const Stretch& members);

/// Opens the share `share` of the organisations that could ever adopt.
void open_first_organisations(World& world, std::size_t k, double share, const Draws& draws);

/// Share of the organisations of sector `k` in jurisdiction `j` that have adopted; 0 without organisations.
double share_of_open_organisations(const World& world, std::size_t k, std::size_t j);

/// Whom sector `k` interests, as the world of this run was built.
FirstThresholds first_thresholds(const World& world, std::size_t k);

}  // namespace leeway
