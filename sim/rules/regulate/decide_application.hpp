// The end of an application to a sandbox: admission with all that it brings, or rejection; and the record of each
// firm's first decision, from which an evaluator counts.
#pragma once

#include <cstdint>

#include "policy/design.hpp"
#include "world/world.hpp"

namespace leeway {

/// Product `p` is admitted to the sandbox that it applied to, and goes to the lab.
void admit_applicant(World& world, const Design& design, std::uint32_t p);

/// Product `p`'s application is turned down, for the reason that `why` records.
void reject_application(World& world, std::uint32_t p, Decision why);

/// Nobody has assessed product `p`'s application by its deadline: what the design makes of the regulator's silence.
void decide_by_silence(World& world, const Design& design, std::uint32_t p);

}  // namespace leeway
