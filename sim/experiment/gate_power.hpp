// How good a design's gate is at its job: the chance to stop a product three times as harmful as tolerated.
#pragma once

#include "policy/design.hpp"
#include "rules/model.hpp"

namespace leeway {

/// What a gate can know, and what it makes of it.
struct GatePower {
    double user_months;  ///< of a pilot at its cap for its term
    double share_seen;   ///< of harms, by supervision and complaint
    double
        caught;  ///< probability that a product three times as harmful as tolerated does not graduate at its first gate
};

/// The power of `design`'s gate in the world of `model`, for a product with mean features and no effort, judged by the
/// regulator's first belief. A gate of fixed term catches nothing. Delays until a harm is noticed are left out.
GatePower gate_power(const Model& model, const Design& design);

}  // namespace leeway
