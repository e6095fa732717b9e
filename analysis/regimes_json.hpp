// Rankings by regime for programs: one JSON document, and levels with places as a CSV table.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "analysis/regimes.hpp"

namespace leeway {

/// Regimes, levels, places and flips by outcome; what is not known is null.
nlohmann::json regimes_json(const RegimesAnswer& answer);

/// Levels (RFC 4180): a line per outcome, regime and design.
std::string regimes_csv(const RegimesAnswer& answer);

}  // namespace leeway
