// Help for users makes up for digital literacy.
#pragma once

#include <cstdint>

#include "policy/design.hpp"
#include "rules/formula/harm_rate.hpp"

namespace leeway {

/// The literacy of a person of `literacy` when help closes the share `support` of its gap to the mean of 1.
inline double supported_literacy(double literacy, double support) {
    return literacy < 1 ? literacy + support * (1 - literacy) : literacy;
}

/// The share of that gap which product `p`'s sandbox closes for its users; 0 outside tests.
inline double user_support(const World& world, const Design& design, std::uint32_t p) {
    return is_guarded(world, design, p) ? design.safeguards.user_support : 0;
}

}  // namespace leeway
