// Worlds: samples of a scenario's uncertain parameters.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "experiment/experiment.hpp"
#include "experiment/uncertain.hpp"
#include "rules/model.hpp"

namespace leeway {

/// The sampled values, [world][parameter]. `point` gives one world with the model's own values.
std::vector<std::vector<double>> sample_worlds(Model& model, const std::vector<UncertainParameter>& uncertain,
                                               const WorldPlan& plan, std::int64_t seed);

/// Points of a Latin hypercube in (0, 1), [world][parameter]: in every column each of `count` equal strata holds one
/// point. A column depends on the seed and its parameter's name only, so that adding a parameter moves no other.
std::vector<std::vector<double>> latin_hypercube(const std::vector<UncertainParameter>& uncertain, std::int64_t count,
                                                 std::int64_t seed);

/// Writes the values of one world into the model. A name without an index stands for every entry of its list.
void apply_world(Model& model, const std::vector<UncertainParameter>& uncertain, std::span<const double> values);

}  // namespace leeway
