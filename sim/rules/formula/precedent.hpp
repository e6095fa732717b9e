// Precedent: a product like a graduate of its jurisdiction may use the relief that the graduate kept, without a test of
// its own (the exemptions of the Republic of Korea's sandboxes are reused in identical cases).
#pragma once

#include <cstdint>

#include "world/world.hpp"

namespace leeway {

/// Share of the waivers that product `p` may use by the nearest precedent of its home and sector; 0 where none is near
/// enough.
double precedent_relief(const World& world, std::uint32_t p);

}  // namespace leeway
