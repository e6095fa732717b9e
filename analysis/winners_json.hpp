// Winners and losers for programs: one JSON document, and a line per party as a CSV table.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "analysis/winners.hpp"

namespace leeway {

/// Designs with their sections, parties, zones and verdicts; what is not known is null.
nlohmann::json winners_json(const WinnersAnswer& answer);

/// Parties (RFC 4180): a line per design, section, outcome and party.
std::string winners_csv(const WinnersAnswer& answer);

}  // namespace leeway
