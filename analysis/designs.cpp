#include "analysis/designs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/contrasts.hpp"
#include "core/text.hpp"

namespace leeway {

std::variant<std::size_t, std::string> design_named(const Results& results, const std::string& label) {
    const auto found = std::find(results.designs.begin(), results.designs.end(), label);
    if (found != results.designs.end()) return static_cast<std::size_t>(found - results.designs.begin());
    return fmt::format("\"{}\" is no design of these results.{} They hold: {}.", printable(label),
                       suggestion(label, results.designs), printable(join(results.designs)));
}

std::vector<DesignGroup> groups_by_baseline(const Results& results, std::size_t baseline) {
    std::vector<DesignGroup> groups;
    for (std::size_t design = 0; design < results.designs.size(); ++design) {
        const std::size_t own = matching_baseline(results, design, baseline);
        const auto known =
            std::find_if(groups.begin(), groups.end(), [&](const DesignGroup& group) { return group.baseline == own; });
        DesignGroup& group = known == groups.end() ? groups.emplace_back(DesignGroup{own, {own}}) : *known;
        if (design != own) group.designs.push_back(design);
    }
    return groups;
}

std::optional<std::string> too_few_designs(const Results& results) {
    if (results.designs.size() > 1) return std::nullopt;
    return "there is one design: nothing to compare it with. Name two or more under `designs` and run again.";
}

}  // namespace leeway
