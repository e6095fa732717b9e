// Results without their runs as bytes, so that a store can be made into results where the experiment's files are not.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "core/results.hpp"

namespace leeway {

/// Labels, levers, uncertain parameters, names of outcomes and provenance, by the tables of the layout; no run, and
/// nothing that follows from runs.
std::vector<std::byte> frame_bytes(const Results& results);

/// The results that such bytes describe; nothing if they are none.
std::optional<Results> frame_from(std::span<const std::byte> bytes);

}  // namespace leeway
