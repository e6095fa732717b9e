// The frontier for programs: one JSON document, and the acceptability curve as a CSV table.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "analysis/frontier.hpp"

namespace leeway {

/// Clouds, standings, the frontier with its exchange rates, and the curve of every group. An infinite rate and what is
/// not known are null.
nlohmann::json frontier_json(const FrontierAnswer& answer);

/// The curve (RFC 4180): a line per baseline, rate and design, with the Wilson interval of the probability.
std::string frontier_csv(const FrontierAnswer& answer);

}  // namespace leeway
