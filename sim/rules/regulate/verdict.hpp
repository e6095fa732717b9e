// What a gate makes of the evidence: a fixed term, the rate seen, the posterior probability of a tolerable rate, or
// Wald's sequential probability ratio test (Wald 1947), on harms that are Poisson in exposure under market rules.
#pragma once

#include <cstdint>

#include "core/random.hpp"
#include "policy/design.hpp"
#include "rules/formula/posterior.hpp"
#include "rules/regulate/gate.hpp"
#include "world/world.hpp"

namespace leeway {

/// What the owner of a sandbox has seen: harms, in user-months of the visible exposure under market rules.
struct Evidence {
    double seen = 0, exposure = 0;
};

/// How harmful the evidence shows a service to be.
enum class Finding : std::uint8_t { tolerable, unclear, intolerable };

/// The finding by the design's gate rule; at the last look nothing remains unclear.
Finding find(const GateLevers& gate, const GammaBelief& prior, const Evidence& evidence, bool last_look);

/// Log of the likelihood of the evidence under the rejected rate over that under the tolerated rate.
double log_likelihood_ratio(const GateLevers& gate, const Evidence& evidence);

/// The evidence on product `p` since its test began (under a sequential gate, its pilot).
Evidence evidence_of(const World& world, const Design& design, std::uint32_t p);

/// The posterior of product `p`'s harm rate under market rules, from its frozen prior and that evidence.
GammaBelief gate_posterior(const World& world, const Design& design, std::uint32_t p);

/// What becomes of a pilot; the last two fail it for what it does not do.
enum class Verdict : std::uint8_t { undecided, pass, extend, fail, too_little_benefit, too_little_use };

/// The verdict on product `p`'s pilot this month: undecided before the end of its term, unless a sequential gate is
/// sure.
Verdict verdict_on(const Gate& rule, const World& world, const Design& design, std::uint32_t p, const Draws& benefit);

}  // namespace leeway
