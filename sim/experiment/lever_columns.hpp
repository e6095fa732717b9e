// The levers of all designs side by side, one column each, as results store them.
#pragma once

#include <vector>

#include "core/results.hpp"
#include "policy/design.hpp"

namespace leeway {

/// One column per lever, by dotted name, with one entry per design. `sandbox.places` holds the value that all sandboxes
/// of a design share; where they differ it is missing. A design with several sandboxes adds `sandbox[NAME].places`,
/// which is missing in designs without a sandbox of that name. `changes` is one line of text.
std::vector<LeverColumn> lever_columns(std::vector<Design> designs);

}  // namespace leeway
