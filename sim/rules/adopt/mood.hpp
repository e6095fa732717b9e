// What citizens bring to all services this month: trust and digital literacy, and the help that makes up for literacy.
#pragma once

#include <vector>

#include "rules/adopt.hpp"

namespace leeway {

/// By citizen: trust relative to its reference, and that times literacy.
struct Mood {
    std::vector<double> confidence, inclination;
};
Mood mood_of(const Adopt& rule, const World& world);

/// The literacy of a person of `literacy` when help closes the share `support` of its gap to the mean of 1.
double supported_literacy(double literacy, double support);

/// The share of that gap which product `p`'s sandbox closes for its users; 0 outside tests.
double user_support(const World& world, const Design& design, std::uint32_t p);

}  // namespace leeway
