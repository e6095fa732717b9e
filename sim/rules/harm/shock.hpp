// Severe harm that comes to many users of a service at once: an outage, a run, a leak. It starts with a share of the
// users and passes along the links between them; each link among users carries it or not, so that those who are struck
// are clusters of bond percolation on the network of the service's users (Newman 2002).
#pragma once

#include <cstdint>
#include <vector>

#include "rules/harm/source.hpp"

namespace leeway {

/// Monthly probability that a shock strikes service `p`: what lowers its harm rate, risk of the service itself and
/// exposure to the field apart, lowers this as much.
double probability_of_shock(const Harm& rule, const World& world, const Design& design, std::uint32_t p);

/// The agents whom a shock of service `p` strikes this month, in ascending order; update_users has been called.
std::vector<std::uint32_t> struck_users(const World& world, std::uint32_t p, const Draws& draws);

/// Lets a shock strike service `p`, if this is its month: all active persons for whom struck agents stand are harmed,
/// and notice it at once.
void strike(const Harm& rule, World& world, const Levers& levers, const Source& source, const Draws& draws);

}  // namespace leeway
