// What do outcomes depend on: on what one chooses (levers), on what nobody knows (assumptions), or on luck? And on
// which of the unknowns?
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "analysis/elementary_effects.hpp"
#include "analysis/first_order.hpp"
#include "analysis/sobol_indices.hpp"
#include "analysis/variance_parts.hpp"
#include "metrics/metric_table.hpp"

namespace leeway {

/// What is asked.
struct SensitivityRequest {
    std::vector<std::string> metrics;     ///< empty: uptake and harm
    std::optional<std::string> baseline;  ///< a label; default: the stored one
};

/// What the worlds allow: first-order indices from any that are drawn, elementary effects from a Morris plan, first and
/// total indices from a Saltelli plan.
enum class SensitivityMethod { given_worlds, morris, saltelli };

/// How much of the variance between worlds a parameter explains.
struct ParameterShare {
    std::size_t parameter = 0;  ///< index into results.parameters
    Interval share;             ///< by itself: the first-order index
    Interval total;             ///< with all its interactions; of a Saltelli plan
};

/// The level of the baseline, or the difference that a design makes to it: what the choice depends on.
struct SensitivityTarget {
    std::size_t design = 0;
    bool is_difference = false;
    double between_worlds = missing_value;  ///< variance of means of worlds, luck taken off
    double luck_share = missing_value;   ///< of the variance of a single run in a random world; NaN with one replicate
    std::vector<ParameterShare> shares;  ///< the largest first; empty for a Morris plan
    Interval interactions;               ///< what no single parameter explains, of the variance between worlds
    std::vector<ElementaryEffect> effects;  ///< of a Morris plan
};

/// One outcome.
struct MetricSensitivity {
    const Metric* metric = nullptr;  ///< never null
    VarianceShares parts;
    std::vector<SensitivityTarget> targets;
};

/// The answer.
struct Sensitivity {
    SensitivityMethod method = SensitivityMethod::given_worlds;
    std::vector<MetricSensitivity> metrics;
    std::vector<std::string> sentences, limits;
};

std::variant<Sensitivity, std::string> sensitivity(const Results& results, const SensitivityRequest& request);

}  // namespace leeway
