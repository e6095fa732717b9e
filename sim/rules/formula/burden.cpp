#include "rules/formula/burden.hpp"

#include <algorithm>

#include "core/arithmetic.hpp"
#include "policy/allows.hpp"

namespace leeway {
namespace {

// How far running rule tests of the jurisdiction, and what was kept of them, relax provision `i` in the sector.
double rule_test_relief(const World& world, const Design& design, const LegalPlace& place, std::size_t i) {
    const Jurisdiction& jurisdiction = world.jurisdictions[place.jurisdiction];
    double left = 1;
    for (std::size_t s = 0; s < jurisdiction.sandboxes.size() && s < design.sandbox.size(); ++s) {
        if (jurisdiction.sandboxes[s].rule_relief <= 0 || !is_waived(*world.scenario, design, s, i)) continue;
        if (!allows(design.sandbox[s].sectors, world.scenario->sectors[place.sector].name)) continue;
        left *= 1 - design.waivers.share * jurisdiction.sandboxes[s].rule_relief;
    }
    return 1 - left;
}

double waived_share(const World& world, const Design& design, const LegalPlace& place, std::size_t i, double relief) {
    return is_waived(*world.scenario, design, place.sandbox, i) ? design.waivers.share * relief : 0;
}

bool lifts_cost(ReliefForm form) { return form == ReliefForm::derogation || form == ReliefForm::restricted_licence; }

}  // namespace

LegalPlace legal_place(const World& world, std::size_t p) {
    return {world.home(p), world.products.sector[p], world.products.sandbox[p]};
}

double level_in_force(const World& world, const Design& design, const LegalPlace& place, std::size_t i) {
    const Rulebook& rulebook = world.jurisdictions[place.jurisdiction].rulebook;
    if (world.month < rulebook.moratorium_until) return 1;
    const double level = std::clamp(rulebook.level[i], design.rulebook.level_floor, design.rulebook.level_ceiling);
    return level * (1 - rule_test_relief(world, design, place, i));
}

bool is_waived(const Scenario& scenario, const Design& design, std::size_t sandbox, std::size_t i) {
    const Provision& provision = scenario.provisions.items[i];
    if (!provision.waivable || !allows(design.waivers.provisions, provision.name)) return false;
    if (design.coordination.form != Coordination::siloed) return true;
    const std::size_t which = sandbox < design.sandbox.size() ? sandbox : 0;
    return regulator_index(scenario, provision.owner) == regulator_index(scenario, design.sandbox[which].owner);
}

double lifted_protection(const World& world, const Design& design, const LegalPlace& place, std::size_t i,
                         double relief) {
    return design.waivers.form == ReliefForm::derogation ? waived_share(world, design, place, i, relief) : 0;
}

Burden burden_at(const World& world, const Design& design, const LegalPlace& place, double relief) {
    const ProvisionGroup& group = world.scenario->provisions;
    const bool cheaper = lifts_cost(design.waivers.form);
    Burden burden;
    for (std::size_t i = 0; i < group.items.size(); ++i) {
        const double level = level_in_force(world, design, place, i);
        const double asked = level * (1 - (cheaper ? waived_share(world, design, place, i, relief) : 0));
        const double protecting = level * (1 - lifted_protection(world, design, place, i, relief));
        burden.cost += asked * group.items[i].cost * group.cost_multiplier;
        burden.months = std::max(burden.months, asked * group.items[i].months);
        burden.log_mitigation += protecting * portable::log(1 - group.items[i].mitigation);
    }
    return burden;
}

Burden burden_of(const World& world, const Design& design, std::size_t p, double relief) {
    return burden_of(world, design, legal_place(world, p), p, relief);
}

Burden burden_of(const World& world, const Design& design, const LegalPlace& place, std::size_t p, double relief) {
    Burden burden = burden_at(world, design, place, relief);
    const double excess = world.scenario->firms.over_compliance * world.products.file_error[p];
    burden.cost *= 1 + excess;
    burden.months *= 1 + excess;
    return burden;
}

double liability_left(const World& world, const Design& design, std::size_t p) {
    const double letter = design.waivers.form == ReliefForm::comfort_letter ? design.waivers.share : 0;
    return (1 - design.waivers.liability_shield * world.products.relief[p]) * (1 - letter * world.products.relief[p]);
}

std::size_t regulator_index(const Scenario& scenario, std::string_view name) {
    const auto& items = scenario.regulators.items;
    for (std::size_t r = 0; r < items.size(); ++r) {
        if (items[r].name == name) return r;
    }
    return 0;
}

std::size_t owner_of(const World& world, const Design& design, std::size_t p) {
    return regulator_index(*world.scenario, sandbox_of(design, world, p).owner);
}

}  // namespace leeway
