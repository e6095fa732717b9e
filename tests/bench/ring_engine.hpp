// The reference work, ring-bass, through the real engine: one sector and one service that all can reach, with trust and
// literacy switched to neutral; a month is a step.
#pragma once

#include <cstdint>

#include "bench/reference_loops.hpp"
#include "rules/model.hpp"

namespace leeway::bench {

Model ring_model(std::uint32_t people, const Spread& spread);

/// The world before the first step, with its network. `model` outlives it.
World start_ring(const Model& model, std::uint64_t replicate, const Spread& spread);

Curve live_on_ring(const Model& model, World& world, const Spread& spread);

}  // namespace leeway::bench
