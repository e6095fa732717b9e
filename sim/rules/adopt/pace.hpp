// The pace at which a group adopts this month: the hazard of taking up and of leaving a service of a sector, for people
// of confidence 1. Hazards are rounded to whole units, up or down by turns, so that rounding never adds up.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/adopt/confidence.hpp"

namespace leeway {

/// Hazard units per month. A citizen of confidence c with n neighbours in use gathers
/// floor(c * (alone + by_example * n) + rounding), a user floor(leaving / max(least_confidence, c) + rounding).
struct Pace {
    float alone = 0, by_example = 0, leaving = 0, rounding = 0;
};
inline constexpr float least_confidence = 0.1F;
inline constexpr float most_hazard = 0x1p30F;  // a hazard of 32 is certain

/// Distrust drives users away: the hazard of a user, and of one who is none, before rounding.
inline float hazard_of_leaving(const Pace& pace, float confidence) {
    return pace.leaving / (confidence > least_confidence ? confidence : least_confidence);
}
inline float hazard_of_adopting(const Pace& pace, float confidence, float using_neighbours) {
    return confidence * (pace.alone + pace.by_example * using_neighbours);
}
inline HazardUnits whole_units(const Pace& pace, float hazard) {
    const float units = hazard + pace.rounding;
    return static_cast<HazardUnits>(units < most_hazard ? units : most_hazard);
}

/// Whether citizens have paces of their own in sector `k`. Where people are assigned to a service, trust, literacy and
/// example count for nothing.
bool has_own_paces(const World& world, const Confidence& confidence, std::size_t k);

/// The pace of each group in sector `k`, given what is `available` to it.
std::vector<Pace> paces_of(const Adopt& rule, const World& world, std::size_t k, const std::vector<double>& available);

}  // namespace leeway
