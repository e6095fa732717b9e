// The evaluation mirror for programs: one JSON document, and estimates as a CSV table.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "analysis/mirror.hpp"

namespace leeway {

/// Designs with their firms, effects, estimates and programme totals; what is not known is null.
nlohmann::json mirror_json(const MirrorAnswer& answer);

/// Estimates (RFC 4180): a line per design, effect and method.
std::string mirror_csv(const MirrorAnswer& answer);

}  // namespace leeway
