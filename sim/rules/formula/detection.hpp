// The moment at which the regulator comes to know of a harm, by supervision or by complaint: the ledger, the product's
// record and the firm's account change together.
#pragma once

#include "policy/design.hpp"
#include "world/world.hpp"

namespace leeway {

/// Whether this harm is compensated once it is detected: by law or design, while the firm lives.
bool is_redressed(const World& world, const Design& design, const HarmEvent& event);

/// Enters `event` as detected; the firm compensates the victim where is_redressed says so.
void detect(World& world, const Design& design, const HarmEvent& event);

}  // namespace leeway
