// How good a design's gates are at their job: the chance to stop a product three times as harmful as tolerated.
#pragma once

#include <string>
#include <vector>

#include "policy/design.hpp"
#include "rules/model.hpp"

namespace leeway {

/// What the gate after one pilot can know, and what it makes of it.
struct GatePower {
    std::string sandbox;
    std::size_t pilot, pilots;  ///< the pilot before the gate (1 = the first), and how many there are
    double user_months;  ///< by which it judges: of its pilot and mostly those before, at their caps for their terms
    double share_seen;   ///< of harms, by supervision, complaint and audit
    double caught;       ///< probability that a product three times as harmful as tolerated does not pass here
};

/// The power of every gate of `design` in the world of `model`, for a product with mean features and no effort, judged
/// by the regulator's first belief on all evidence since the test began (a sequential gate: since its pilot began). A
/// gate of fixed term catches nothing. Delays until a harm is noticed are left out.
std::vector<GatePower> gate_powers(const Model& model, const Design& design);

}  // namespace leeway
