// How long a file waits, as the regulators publish it: firms weigh their routes by this.
#pragma once

#include <cstddef>

#include "policy/design.hpp"
#include "world/world.hpp"

namespace leeway {

/// Whether regulator `r` must clear an authorisation: it leads, or owns a provision.
bool must_clear(const Scenario& scenario, std::size_t r);

/// Officer hours of regulator `r` of jurisdiction `j` in a month.
double staff_hours(const World& world, std::size_t j, std::size_t r);

/// Months from filing an authorisation of `hours` to its decision: in turn, side by side, or at one desk.
double months_until_authorised(const World& world, const Design& design, std::size_t j, double hours);

/// Months until regulator `r` (or the one desk) has worked off what waits before a new case of `hours`.
double months_until_decided(const World& world, const Design& design, std::size_t j, std::size_t r, double hours);

}  // namespace leeway
