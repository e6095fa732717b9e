#include "rules/make_rules.hpp"

#include <algorithm>
#include <cmath>

#include "core/arithmetic.hpp"
#include "rules/formula/burden.hpp"
#include "rules/formula/prediction.hpp"

namespace leeway {
namespace {

double strength(const Provision& provision) { return -portable::log(1 - provision.mitigation); }

// A provision that is lowered makes a rule of the exemptions that were granted on it; one that is raised withdraws
// them.
void settle_exemptions(Rulebook& rulebook, std::size_t i) {
    if (rulebook.next_level[i] < rulebook.level[i]) rulebook.exemptions_made_rules += rulebook.exemptions[i];
    rulebook.exemptions[i] = 0;
}

void come_into_force(Rulebook& rulebook, std::int32_t month) {
    for (std::size_t i = 0; i < rulebook.level.size(); ++i) {
        if (month < rulebook.next_month[i]) continue;
        if (rulebook.level[i] != rulebook.next_level[i]) {
            ++rulebook.changes;
            settle_exemptions(rulebook, i);
        }
        if (rulebook.first_change == never) rulebook.first_change = month;
        rulebook.level[i] = rulebook.next_level[i];
        rulebook.next_month[i] = never;
    }
}

// The mean log rate that the regulator predicts of the services on the market: today's technology as it believes it to
// be.
double believed_log_rate(const World& world, std::size_t j, const Regulator& regulator) {
    double sum = 0, services = 0;
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        if (!on_market(world.products.stage[p]) || world.home(p) != j) continue;
        sum += predict(world, regulator, p).log_rate;
        ++services;
    }
    return services > 0 ? sum / services : -INFINITY;
}

std::vector<bool> owned_provisions(const Scenario& scenario, std::size_t r) {
    std::vector<bool> owned;
    for (const Provision& provision : scenario.provisions.items)
        owned.push_back(regulator_index(scenario, provision.owner) == r);
    return owned;
}

// One regulator moves the provisions that it owns, given what the others' prevent already.
void review(const MakeRules& rule, World& world, std::size_t j, std::size_t r, const LearningLevers& levers) {
    Rulebook& rulebook = world.jurisdictions[j].rulebook;
    const double log_rate = believed_log_rate(world, j, world.jurisdictions[j].regulators[r]);
    if (std::isinf(log_rate)) return;
    const std::vector<bool> owned = owned_provisions(*world.scenario, r);
    double needed = log_rate - portable::log(world.scenario->regulators.risk_tolerance);
    for (std::size_t i = 0; i < owned.size(); ++i)
        needed -= owned[i] ? 0 : rulebook.level[i] * strength(world.scenario->provisions.items[i]);
    const std::vector<double> target = cheapest_levels(*world.scenario, std::max(0.0, needed), owned);
    const auto lag = static_cast<std::int32_t>(rule.lag_months * levers.lag_factor);
    for (std::size_t i = 0; i < owned.size(); ++i) {
        if (!owned[i]) continue;
        const double step = std::clamp(target[i] - rulebook.level[i], -levers.maximum_move, levers.maximum_move);
        rulebook.next_level[i] = std::clamp(rulebook.level[i] + step, 0.0, 1.0);
        if (std::abs(step) > 0.01) rulebook.next_month[i] = world.month + 1 + lag;
    }
}

bool is_settled(const Rulebook& rulebook) {
    return std::all_of(rulebook.next_month.begin(), rulebook.next_month.end(),
                       [](std::int32_t month) { return month == never; });
}

bool all_closed(const World& world, const Design& design, std::size_t j) {
    const auto& states = world.jurisdictions[j].sandboxes;
    for (std::size_t s = 0; s < design.sandbox.size(); ++s) {
        if (world.month <= design.sandbox[s].closes_after || states[s].tests > 0) return false;
    }
    return true;
}

bool learns(const World& world, const Design& design, std::size_t j) {
    switch (design.learning.rule_updates) {
        case RuleUpdates::off:
            return false;
        case RuleUpdates::at_the_end:
            return all_closed(world, design, j);
        default:
            return true;
    }
}

}  // namespace

std::vector<double> cheapest_levels(const Scenario& scenario, double needed, const std::vector<bool>& movable) {
    const std::vector<Provision>& provisions = scenario.provisions.items;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < provisions.size(); ++i) {
        if (movable[i]) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return provisions[a].cost * strength(provisions[b]) < provisions[b].cost * strength(provisions[a]);
    });
    std::vector<double> levels(provisions.size(), 0);
    for (const std::size_t i : order) {
        const double full = strength(provisions[i]);
        levels[i] = full > 0 ? std::clamp(needed / full, 0.0, 1.0) : 0;
        needed -= levels[i] * full;
    }
    return levels;
}

void MakeRules::operator()(World& world, const Levers& levers, const Draws&) const {
    const auto every = static_cast<std::int32_t>(review_months);
    if (!world.adaptation.regulators) return;
    for (std::size_t j = 0; j < world.jurisdictions.size(); ++j) {
        Rulebook& rulebook = world.jurisdictions[j].rulebook;
        come_into_force(rulebook, world.month);
        const bool due = world.month > 0 && world.month % every == 0 && is_settled(rulebook);
        const Design& design = levers.of_jurisdiction(j);
        if (!due || !learns(world, design, j)) continue;
        if (rulebook.gates_asked < evidence_needed) continue;
        for (std::size_t r = 0; r < world.jurisdictions[j].regulators.size(); ++r)
            review(*this, world, j, r, design.learning);
    }
}

}  // namespace leeway
