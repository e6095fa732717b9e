// Who of the ranked applicants gets a place: first the kinds of firms for which places are kept, then the others.
#pragma once

#include <cstdint>
#include <vector>

#include "policy/design.hpp"
#include "world/world.hpp"

namespace leeway {

/// Somebody who waits for the decision of an intake.
struct Applicant {
    std::uint32_t product;
    double rank;  ///< the lowest is picked first
    bool eligible;
    bool picked = false;
};

/// Picks among the eligible `applicants`, who stand in the order of their rank, until `places` are filled.
void fill_places(World& world, const IntakeLevers& levers, std::vector<Applicant>& applicants, std::int64_t places);

}  // namespace leeway
