// A comparison as one JSON document for programs; its shape is a contract.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "analysis/comparison.hpp"

namespace leeway {

/// The document: results_hash, baseline, runs, designs with outcomes, sentence and unbound_levers, confidence; further
/// members may be added. Numbers that cannot be known are null.
nlohmann::json comparison_json(const Comparison& comparison);

}  // namespace leeway
