// The uncertain parameters of worlds: what one is in a world, and which of them differ at all.
#pragma once

#include <cstddef>
#include <vector>

#include "core/results.hpp"

namespace leeway {

/// The value of a parameter in a world, both by index.
double parameter_in(const Results& results, std::size_t world, std::size_t parameter);

/// The parameters, by index, that have a value in every one of these worlds and differ between some of them.
std::vector<std::size_t> moving_parameters(const Results& results, const std::vector<std::size_t>& worlds);

/// Those that differ between any of all worlds.
std::vector<std::size_t> moving_parameters(const Results& results);

}  // namespace leeway
