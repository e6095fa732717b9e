// The outcomes that an analysis is about: those asked for by name, or the headline ones.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/results.hpp"
#include "metrics/metric_table.hpp"

namespace leeway {

/// The rows of the table with these names, each once in the order asked; without names the headline ones that are
/// stored. The text says what is wrong with a name.
std::variant<std::vector<const Metric*>, std::string> asked_outcomes(const Results& results,
                                                                     const std::vector<std::string>& names);

}  // namespace leeway
