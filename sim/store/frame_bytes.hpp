// Results as bytes: without their runs, so that a store can be made into results where the experiment's files are not;
// and whole, so that one process can hand them to another.
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

/// The frame and all that a results file holds of runs.
std::vector<std::byte> results_bytes(const Results& results);

/// The results that such bytes describe; nothing if they are none or do not fit together.
std::optional<Results> results_from(std::span<const std::byte> bytes);

}  // namespace leeway
