// Losses of trust are gathered in whole units during a month and taken from everybody's trust of before, all at once.
#pragma once

#include <algorithm>
#include <cmath>

#include "world/world.hpp"

namespace leeway {

/// Citizen `i` loses `share` of its trust this month, besides what it loses otherwise; never more than all.
inline void lose_trust(World& world, std::uint32_t i, double share) {
    Citizens& citizens = world.citizens;
    if (share <= 0) return;
    if (citizens.loss.empty()) citizens.loss.assign(citizens.count(), 0);
    const double loss = std::min(1.0, share * static_cast<double>(citizens.trust[i]));
    const auto units = static_cast<std::uint32_t>(std::floor(loss / loss_unit + 0.5));
    citizens.loss[i] = std::min(all_trust, citizens.loss[i] + units);
}

}  // namespace leeway
