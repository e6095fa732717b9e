// Trust is added up as whole numbers of 2^-24, so that the order of citizens and threads cannot show.
#pragma once

#include "world/citizens.hpp"

namespace leeway {

/// The sum of trust over the agents of a group.
double sum_of_trust(const Citizens& citizens, std::size_t group);

}  // namespace leeway
