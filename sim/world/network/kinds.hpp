// The kinds of social networks, one file each. All are symmetric, without a tie of a citizen with itself, and functions
// of their keyed draws alone. `first_of_group` says where each group of citizens begins; its last entry is their
// number.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "world/network.hpp"

namespace leeway {

/// A ring of neighbourhoods, one for each group, in which everybody knows the degree / 2 nearest on each side, but a
/// share 1 - homophily lives anywhere and a share of ties is rewired (Watts and Strogatz 1998).
Network small_world(const CitizenGroup& citizens, std::span<const std::uint32_t> first_of_group, const Draws& draws);

/// How many places away the farthest acquaintance lives on a ring of `count`, so that nobody is met from both sides.
inline std::uint32_t reach_of_ring(const CitizenGroup& citizens, std::uint32_t count) {
    return std::min(static_cast<std::uint32_t>(citizens.degree / 2), count == 0 ? 0 : (count - 1) / 2);
}

/// A ring in which everybody knows the degree / 2 nearest on each side.
Network ring(const CitizenGroup& citizens, std::uint32_t count);

/// Every pair knows each other with the same probability (Gilbert 1959; Erdős and Rényi 1959).
Network erdos_renyi(const CitizenGroup& citizens, std::uint32_t count, const Draws& draws);

/// As erdos_renyi, but a share `homophily` of ties is within groups: a stochastic block model (Holland, Laskey and
/// Leinhardt 1983).
Network block_model(const CitizenGroup& citizens, std::span<const std::uint32_t> first_of_group, const Draws& draws);

/// Newcomers know degree / 2 of those who came before, in proportion to how many these know (Barabási and Albert 1999).
Network scale_free(const CitizenGroup& citizens, std::uint32_t count, const Draws& draws);

/// Everybody knows everybody: implicit, no tie is kept.
Network complete_network(std::uint32_t count);

}  // namespace leeway
