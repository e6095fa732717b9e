// What a graduate gains, and what of its relief lasts.
#pragma once

#include <cstdint>

#include "policy/design.hpp"
#include "world/world.hpp"

namespace leeway {

/// Product `p` has passed its last gate: only the part of the waivers that is meant to last remains, the rest must now
/// be complied with; then it files, or launches at once under a conditional licence and files meanwhile.
void graduate(World& world, const Design& design, std::uint32_t p);

}  // namespace leeway
