// In which worlds does a design fail? Scenario discovery: boxes of the uncertain parameters that name them.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "analysis/prim.hpp"
#include "core/results.hpp"
#include "metrics/metric_table.hpp"

namespace leeway {

/// When a design fails in a world. Without a threshold: when it is worse than the baseline there.
struct FailureRule {
    std::string design, metric;
    std::optional<double> above, below;   ///< on the mean over the world's replicates
    bool relative = false;                ///< the thresholds are on the difference from the baseline
    std::optional<std::string> baseline;  ///< a label; default: the stored one
};

/// What is asked.
struct DiscoveryRequest {
    FailureRule rule;
    PrimSettings prim;
    std::size_t most_boxes = 3;
    std::size_t shuffles = 199;
};

/// A box with the guard against chance.
struct DiscoveredBox {
    FoundBox found;
    double chance = 1;                ///< share of shuffles, this one among them, in which as good a box is found
    std::vector<std::size_t> worlds;  ///< indices into results.worlds that are inside
};

/// The answer.
struct Discovery {
    const Metric* metric = nullptr;           ///< never null
    std::string rule_words;                   ///< "harm per 1000 citizen years of `permissive` is above 5"
    std::vector<std::size_t> worlds, failed;  ///< indices into results.worlds: judged; of these, where it fails
    double least = 0, most = 0;               ///< of what the rule looks at, over the judged worlds
    std::vector<std::size_t> parameters;      ///< that differ between worlds, indices into results.parameters
    std::vector<DiscoveredBox> boxes;         ///< each found among the worlds that those before left over
    std::string sentence;
    std::vector<std::string> limits;
};

std::variant<Discovery, std::string> discover(const Results& results, const DiscoveryRequest& request);

/// "risk.base_rate above 0.0112 and sectors.imitation 0.6 to 0.9".
std::string box_words(const Results& results, const Discovery& discovery, const FoundBox& box);

}  // namespace leeway
