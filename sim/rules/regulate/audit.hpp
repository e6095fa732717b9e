// The audit before a gate: experts look at outcomes and find harms that nobody has reported. Of these the ones that
// their victims have yet to notice are detected as any other. Those that victims have borne in silence become known to
// the regulator as a number, but not whom they struck: they stay latent in the ledger and are not redressed.
#pragma once

#include <cstdint>

#include "core/random.hpp"
#include "rules/levers.hpp"
#include "world/world.hpp"

namespace leeway {

/// Uncovers the design's share of the hidden harms of product `p`'s pilots, and as much of their exposure; false where
/// the design provides no audit.
bool audit(World& world, const Levers& levers, std::uint32_t p, const Draws& draws);

}  // namespace leeway
