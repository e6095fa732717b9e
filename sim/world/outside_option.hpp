// What people have instead of a service: nothing, cash, a queue, a free rival. Its benefit and harm are what a service
// must be set against, or precaution would look free; and it may improve by itself.
#pragma once

#include <cstdint>

#include "world/scenario.hpp"

namespace leeway {

/// Factor by which the outside option has improved until `month`, 1 in month 0; growth is steady in logs.
double outside_improvement(const Sector& sector, std::int32_t month);

/// Benefit of a month without the service, in active user-months of a person at mean quality.
double benefit_outside(const Sector& sector, std::int32_t month);

/// Severity of harm in a month without the service, for a person of this vulnerability.
double harm_outside(const Sector& sector, double vulnerability, std::int32_t month);

}  // namespace leeway
