// A threshold is the hazard after which a citizen crosses, exponential with mean 1, drawn once for every spell in or
// out of use. Designs in which a citizen's spells are the same in number share the threshold.
#pragma once

#include <cmath>

#include "core/distributions.hpp"
#include "world/citizens.hpp"

namespace leeway {

/// The threshold of citizen `i` in sector `k` for its spell number `spell`, in hazard units.
inline HazardUnits draw_threshold(const Draws& draws, std::uint32_t i, std::uint32_t spell, std::size_t k) {
    const double hazard =
        exponential(draws.uniform(i, static_cast<std::int32_t>(spell), static_cast<std::uint32_t>(k)));
    return static_cast<HazardUnits>(std::ceil(hazard / hazard_unit));
}

/// Whom a sector interests, and the thresholds of their first spells.
struct FirstThresholds {
    Draws interest, thresholds;
    double ceiling;  ///< share of citizens who could ever want a service
    std::size_t sector;

    /// The first threshold of citizen `i`; not_interested for those whom nothing of the sector interests.
    HazardUnits of(std::uint32_t i) const {
        const bool interested = interest.uniform(i, 0, static_cast<std::uint32_t>(sector)) < ceiling;
        return interested ? draw_threshold(thresholds, i, 0, sector) : not_interested;
    }
};

}  // namespace leeway
