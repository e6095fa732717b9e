// The moment at which the regulators come to know of a harm, by supervision or by complaint: the ledger, the product's
// record, the regulators' evidence and the accounts change together.
#pragma once

#include "rules/levers.hpp"
#include "world/world.hpp"

namespace leeway {

/// How a regulator comes to know of a harm.
enum class SeenBy : std::uint8_t { supervision, complaint };

/// Whether this harm is compensated once it is detected, by the firm, its insurer or the compensation fund.
bool is_redressed(const World& world, const Levers& levers, const HarmEvent& event);

/// Enters `event` as detected. Supervision tells the owner of the sandbox; a complaint reaches one regulator, drawn by
/// `luck` in [0, 1), where they are siloed, and all where they share. The victim is compensated where is_redressed says
/// so.
void detect(World& world, const Levers& levers, const HarmEvent& event, SeenBy how, double luck);

/// Undoes the share `share` of the harms of product `p`'s pilots that nobody has noticed or seen yet: they have
/// occurred, but their victims never come to feel them.
void undo_hidden_harms(World& world, std::uint32_t p, double share);

}  // namespace leeway
