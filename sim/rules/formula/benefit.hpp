// What use is worth. Below the sector's break-even quality it does silent harm: less is learnt once the aid is gone,
// say; nobody notices, so that neither complaints nor the harm ledger know of it, and only net benefit counts it.
#pragma once

#include "world/scenario.hpp"

namespace leeway {

/// Benefit of an active user-month at `quality`, in user-months of a person at mean quality; negative below the
/// break-even quality.
inline double benefit_of_use(const Sector& sector, double quality) {
    return sector.user_size * ((quality - sector.break_even_quality) / (1 - sector.break_even_quality));
}

/// Mean severity of a sector's harms, shocks apart.
inline double mean_severity(const Sector& sector) {
    return sector.user_size * (1 + sector.missed_share * (sector.missed_severity - 1));
}

}  // namespace leeway
