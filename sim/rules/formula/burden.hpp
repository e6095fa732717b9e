// What the rulebook asks of a service: cost, months and the harm that compliance prevents, less what a waiver relieves.
// A provision asked at level l costs l times its full cost and leaves (1 - mitigation)^l of the harm.
#pragma once

#include <cstddef>

#include "policy/design.hpp"
#include "world/world.hpp"

namespace leeway {

struct Burden {
    double cost = 0;            ///< thousand currency
    double months = 0;          ///< provisions are complied with side by side
    double log_mitigation = 0;  ///< added to the log harm rate; at most 0
};

/// The level at which provision `p` is asked of everybody this month.
double level_in_force(const World& world, const Design& design, std::size_t p);

/// Whether the design's waivers name provision `p` and the law lets it be waived.
bool is_waived(const Scenario& scenario, const Design& design, std::size_t p);

/// The burden of a service that is relieved of the share `relief` (0 to 1) of the design's waivers.
Burden burden_of(const World& world, const Design& design, double relief);

}  // namespace leeway
