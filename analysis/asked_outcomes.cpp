#include "analysis/asked_outcomes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/text.hpp"

namespace leeway {
namespace {

std::vector<std::string> stored_outcomes(const Results& results) {
    std::vector<std::string> names;
    for (const OutcomeArray& outcome : results.outcomes) names.push_back(outcome.name);
    return names;
}

}  // namespace

std::variant<std::vector<const Metric*>, std::string> asked_outcomes(const Results& results,
                                                                     const std::vector<std::string>& names) {
    std::vector<const Metric*> chosen;
    for (const std::string& name : names) {
        const Metric* metric = find_metric(name);
        if (metric == nullptr || find_outcome(results.outcomes, name) == nullptr) {
            const std::vector<std::string> stored = stored_outcomes(results);
            return fmt::format("\"{}\" is no outcome of these results.{} `leeway list metrics` lists all names.",
                               printable(name), suggestion(name, stored));
        }
        if (std::find(chosen.begin(), chosen.end(), metric) == chosen.end()) chosen.push_back(metric);
    }
    if (!names.empty()) return chosen;
    for (const std::string_view name : headline_metrics()) {
        if (find_outcome(results.outcomes, name) != nullptr) chosen.push_back(find_metric(name));
    }
    return chosen;
}

}  // namespace leeway
