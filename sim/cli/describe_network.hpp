// `leeway describe --network`: what the social network of a scenario looks like, in a few figures.
#pragma once

#include <string>

namespace leeway {

/// Builds the network of a scenario (a name, or the path of its file) as an experiment's first run has it, and prints
/// its figures; returns 2 for a scenario that cannot be read.
int describe_network(const std::string& scenario, bool json);

}  // namespace leeway
