// The decision on a file that all have cleared: a defective one goes back to be mended, a service that is predicted to
// be too risky is refused, the others may launch or lose the condition of their licence.
#pragma once

#include <cstdint>

#include "core/random.hpp"
#include "policy/design.hpp"
#include "rules/regulate/work_queue.hpp"
#include "world/world.hpp"

namespace leeway {

/// Decides product `p`'s authorisation. Frozen firms have the luck of their own file alone.
void decide_authorisation(const WorkQueue& rule, World& world, const Design& design, std::uint32_t p,
                          const Draws& draws);

}  // namespace leeway
