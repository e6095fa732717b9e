#include "rules/regulate/clearance.hpp"

#include <algorithm>
#include <vector>

#include "rules/formula/waiting.hpp"

namespace leeway {
namespace {

bool is_one_stop(const Design& design) { return design.coordination.form == Coordination::one_stop; }

std::vector<std::size_t> clearing_regulators(const Scenario& scenario, const Design& design) {
    if (is_one_stop(design)) return {0};
    std::vector<std::size_t> clearing;
    for (std::size_t r = 0; r < scenario.regulators.items.size(); ++r) {
        if (must_clear(scenario, r)) clearing.push_back(r);
    }
    return clearing;
}

// At the one desk a file takes as long as the regulator who needs most of it would take.
double work_of(const Scenario& scenario, const Design& design, std::size_t r) {
    const auto& items = scenario.regulators.items;
    double most = items[r].work;
    for (std::size_t other = 0; is_one_stop(design) && other < items.size(); ++other) {
        if (must_clear(scenario, other)) most = std::max(most, items[other].work);
    }
    return most;
}

bool waits_somewhere(const Jurisdiction& jurisdiction, std::uint32_t p) {
    return std::any_of(jurisdiction.regulators.begin(), jurisdiction.regulators.end(),
                       [p](const Regulator& regulator) { return has_case(regulator, p, CaseKind::authorisation); });
}

}  // namespace

Desk desk_of(const Design& design, std::size_t jurisdiction, std::size_t r) {
    return {jurisdiction, is_one_stop(design) ? 0 : r};
}

bool open_clearance(World& world, const Design& design, std::uint32_t p, double hours, const Draws& draws) {
    const std::size_t home = world.home(p);
    std::vector<std::size_t> first = clearing_regulators(*world.scenario, design);
    if (design.coordination.form != Coordination::coordinated) first.resize(1);
    for (const std::size_t r : first) {
        if (has_room(world, {home, r})) continue;
        ++regulator_at(world, {home, r}).tally.turned_away;
        return false;
    }
    world.products.cleared[p] = 0;
    for (const std::size_t r : first) hand_over(world, design, {home, r}, p, hours, draws);
    return true;
}

Clearance clear_file(World& world, const Design& design, const Desk& desk, std::uint32_t p) {
    const std::vector<std::size_t> clearing = clearing_regulators(*world.scenario, design);
    if (++world.products.cleared[p] >= clearing.size()) return {true, {}};
    if (waits_somewhere(world.jurisdictions[desk.jurisdiction], p)) return {};
    const auto next = std::upper_bound(clearing.begin(), clearing.end(), desk.regulator);
    if (next == clearing.end()) return {true, {}};
    return {false, Desk{desk.jurisdiction, *next}};
}

void hand_over(World& world, const Design& design, const Desk& next, std::uint32_t p, double hours,
               const Draws& draws) {
    const double work = work_of(*world.scenario, design, next.regulator);
    open_case(world, next, p, CaseKind::authorisation, hours * work, draws);
}

void gather_cases(World& world, std::size_t jurisdiction) {
    std::vector<Regulator>& regulators = world.jurisdictions[jurisdiction].regulators;
    for (std::size_t r = 1; r < regulators.size(); ++r) {
        for (const Case& waiting : regulators[r].queue) {
            close_case(world, {jurisdiction, r}, waiting);
            if (has_case(regulators[0], waiting.product, waiting.kind)) continue;
            regulators[0].queue.push_back({waiting.product, waiting.kind, world.month, waiting.hours_left});
            ++regulators[0].tally.arrived;
        }
        regulators[r].queue.clear();
    }
}

}  // namespace leeway
