// Whether a lever ever made a difference to anybody: a run counts how often caps were reached, gates asked and the
// like, and a lever whose count never rose never bound.
#pragma once

#include <string_view>
#include <vector>

#include "core/results.hpp"
#include "world/world.hpp"

namespace leeway {

/// The count that rises when the lever of that dotted name acts; nullptr for levers of which nothing is counted.
double Counts::*count_of_lever(std::string_view lever);

/// Whether each lever acted between two moments of a run, parallel to the columns; false where nothing is counted.
std::vector<bool> levers_that_acted(const std::vector<LeverColumn>& levers, const Counts& before, const Counts& after);

/// Fills `lever_bound` from what acted in any run of each design (empty where no run ended). A lever that stands at its
/// neutral value can bind, but is never said not to.
void mark_bound_levers(Results& results, const std::vector<std::vector<bool>>& acted);

}  // namespace leeway
