// Worlds: samples of a scenario's uncertain parameters, as the experiment's plan asks for them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/fields.hpp"
#include "experiment/sampling/world_plan.hpp"
#include "experiment/uncertain.hpp"
#include "rules/model.hpp"

namespace leeway {

/// The sampled values, [world][parameter], of a plan whose parts know their parameters; the parts of a product are
/// crossed, the last one changing fastest. What no part samples keeps the model's own value; where the entries of a
/// list differ in it, there is none (NaN), and each entry keeps its own.
std::vector<std::vector<double>> sample_worlds(Model& model, const std::vector<UncertainParameter>& uncertain,
                                               const WorldPlan& plan, std::int64_t seed);

/// Writes worlds into one model; knows where its uncertain parameters stand. The model must outlive it and keep the
/// lengths of its lists.
class WorldWriter {
  public:
    WorldWriter(Model& model, const std::vector<UncertainParameter>& uncertain);

    /// Writes the values of one world, but for those that are NaN. A name without an index stands for every entry of
    /// its list.
    void write(std::span<const double> values) const;

  private:
    std::vector<std::vector<FieldReference>> fields_;  ///< by parameter
};

/// Writes one world into the model.
void apply_world(Model& model, const std::vector<UncertainParameter>& uncertain, std::span<const double> values);

}  // namespace leeway
