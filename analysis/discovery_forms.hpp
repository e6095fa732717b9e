// Scenario discovery for people, for programs, and as a table of worlds.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "analysis/discovery.hpp"

namespace leeway {

/// The boxes with the labels of their results, ready to be put.
struct DiscoveryAnswer {
    Discovery discovery;
    const Results* results = nullptr;  ///< never null; outlives the answer
};

std::string discovery_text(const DiscoveryAnswer& answer, bool colour);
nlohmann::json discovery_json(const DiscoveryAnswer& answer);
std::string discovery_csv(const DiscoveryAnswer& answer);

}  // namespace leeway
