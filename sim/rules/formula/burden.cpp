#include "rules/formula/burden.hpp"

#include <algorithm>

#include "core/arithmetic.hpp"

namespace leeway {

double level_in_force(const World& world, const Design& design, std::size_t p) {
    if (world.month < world.rulebook.moratorium_until) return 1;
    return std::clamp(world.rulebook.level[p], design.rulebook.level_floor, design.rulebook.level_ceiling);
}

bool is_waived(const Scenario& scenario, const Design& design, std::size_t p) {
    const Provision& provision = scenario.provisions.items[p];
    const auto& named = design.waivers.provisions;
    return provision.waivable &&
           (named.empty() || std::find(named.begin(), named.end(), provision.name) != named.end());
}

Burden burden_of(const World& world, const Design& design, double relief) {
    const ProvisionGroup& group = world.scenario->provisions;
    Burden burden;
    for (std::size_t p = 0; p < group.items.size(); ++p) {
        const double waived = is_waived(*world.scenario, design, p) ? design.waivers.share * relief : 0;
        const double level = level_in_force(world, design, p) * (1 - waived);
        burden.cost += level * group.items[p].cost * group.cost_multiplier;
        burden.months = std::max(burden.months, level * group.items[p].months);
        burden.log_mitigation += level * portable::log(1 - group.items[p].mitigation);
    }
    return burden;
}

}  // namespace leeway
