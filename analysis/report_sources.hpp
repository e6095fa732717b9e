// Where the numbers come from: the assumptions that were varied, the program, the seed and the whole configuration.
#pragma once

#include "analysis/html.hpp"
#include "core/results.hpp"

namespace leeway {

/// The uncertain parameters with the range seen over worlds, their units and sources.
Html assumptions_section(const Results& results);

/// Version, seed, hashes, the command that gives the results again, failures, and the resolved configuration.
Html provenance_section(const Results& results);

/// The source as a reader should take it: one that is not a citation is marked as an assumption.
bool is_assumption(std::string_view source);

}  // namespace leeway
