// Who may be admitted to a sandbox: its sectors, the kinds of firms, and what the product and the firm must show.
#pragma once

#include <cstdint>

#include "policy/design.hpp"
#include "world/world.hpp"

namespace leeway {

/// Whether the sandbox is for the sector (an index into the scenario's).
bool is_for_sector(const Scenario& scenario, const SandboxLevers& sandbox, std::size_t sector);

/// Whether product `p` is eligible for the sandbox that it applied to, with the quality that the regulator saw in it.
/// Whoever notifies a test needs only the right sector.
bool is_eligible(const World& world, const Design& design, std::uint32_t p, double assessed_quality);

}  // namespace leeway
