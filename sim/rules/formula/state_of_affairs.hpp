// What a government can see of its jurisdiction at the start of a month, when it asks whether a condition holds.
#pragma once

#include <cstddef>

#include "world/world.hpp"

namespace leeway {

/// Persons who live in the jurisdiction.
double population_of(const World& world, std::size_t jurisdiction);

/// Severity detected last month per 1,000 citizens, as a yearly rate.
double detected_harm_per_1000_citizen_years(const World& world, std::size_t jurisdiction);

/// Mean trust of its citizens, in [0, 1]; 1 where nobody lives.
double mean_trust(const World& world, std::size_t jurisdiction);

/// Tests in the lab or in a pilot in its sandboxes.
double live_tests(const World& world, std::size_t jurisdiction);

}  // namespace leeway
