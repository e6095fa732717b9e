#include "rules/formula/waiting.hpp"

#include <algorithm>

#include "rules/formula/burden.hpp"

namespace leeway {
namespace {

constexpr double longest = 60;  // no firm plans further ahead

double months_at(double hours, double staff) { return staff > 0 ? std::min(longest, 1 + hours / staff) : longest; }

double waiting_hours(const Regulator& regulator) {
    double hours = 0;
    for (const Case& waiting : regulator.queue) hours += waiting.hours_left;
    return hours;
}

}  // namespace

bool must_clear(const Scenario& scenario, std::size_t r) {
    const auto& provisions = scenario.provisions.items;
    return r == 0 || std::any_of(provisions.begin(), provisions.end(), [&](const Provision& provision) {
               return regulator_index(scenario, provision.owner) == r;
           });
}

double staff_hours(const World& world, std::size_t j, std::size_t r) {
    const RegulatorGroup& group = world.scenario->regulators;
    return group.officer_hours * group.officer_hours_multiplier * item_of(*world.scenario, j).hours_share *
           group.items[r].hours_share;
}

double months_until_decided(const World& world, const Design& design, std::size_t j, std::size_t r, double hours) {
    if (world.scenario->firms.frozen) return 1;
    const auto& regulators = world.jurisdictions[j].regulators;
    if (design.coordination.form != Coordination::one_stop)
        return months_at(hours + waiting_hours(regulators[r]), staff_hours(world, j, r));
    double staff = 0;
    for (std::size_t k = 0; k < regulators.size(); ++k) staff += staff_hours(world, j, k);
    return months_at(hours + waiting_hours(regulators[0]), staff);
}

double months_until_authorised(const World& world, const Design& design, std::size_t j, double hours) {
    const auto& items = world.scenario->regulators.items;
    if (design.coordination.form == Coordination::one_stop) return months_until_decided(world, design, j, 0, hours);
    double in_turn = 0, side_by_side = 0;
    for (std::size_t r = 0; r < items.size(); ++r) {
        if (!must_clear(*world.scenario, r)) continue;
        const double months = months_until_decided(world, design, j, r, hours * items[r].work);
        in_turn += months;
        side_by_side = std::max(side_by_side, months);
    }
    return design.coordination.form == Coordination::siloed ? std::min(longest, in_turn) : side_by_side;
}

}  // namespace leeway
