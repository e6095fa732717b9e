#include "rules/make_rules.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/arithmetic.hpp"
#include "rules/formula/prediction.hpp"

namespace leeway {
namespace {

double strength(const Provision& provision) { return -portable::log(1 - provision.mitigation); }

void come_into_force(World& world) {
    Rulebook& rulebook = world.rulebook;
    if (world.month < rulebook.next_month) return;
    for (std::size_t p = 0; p < rulebook.level.size(); ++p) {
        if (rulebook.level[p] != rulebook.next_level[p]) ++rulebook.changes;
    }
    if (rulebook.first_change == never) rulebook.first_change = world.month;
    rulebook.level = rulebook.next_level;
    rulebook.next_month = never;
}

// The mean predicted log rate of the services on the market: today's technology as the regulator believes it to be.
double believed_log_rate(const World& world) {
    double sum = 0, services = 0;
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        if (!on_market(world.products.stage[p])) continue;
        sum += predict(world, p).log_rate;
        ++services;
    }
    return services > 0 ? sum / services : -INFINITY;
}

void review(const MakeRules& rule, World& world, const Design& design) {
    const double log_rate = believed_log_rate(world);
    if (std::isinf(log_rate)) return;
    const double needed = std::max(0.0, log_rate - portable::log(world.scenario->regulators.risk_tolerance));
    const std::vector<double> target = cheapest_levels(*world.scenario, needed);
    Rulebook& rulebook = world.rulebook;
    bool moves = false;
    for (std::size_t p = 0; p < target.size(); ++p) {
        const double step =
            std::clamp(target[p] - rulebook.level[p], -design.learning.maximum_move, design.learning.maximum_move);
        rulebook.next_level[p] = std::clamp(rulebook.level[p] + step, 0.0, 1.0);
        moves = moves || std::abs(step) > 0.01;
    }
    if (moves) rulebook.next_month = world.month + 1 + static_cast<std::int32_t>(rule.lag_months);
}

}  // namespace

std::vector<double> cheapest_levels(const Scenario& scenario, double needed) {
    const std::vector<Provision>& provisions = scenario.provisions.items;
    std::vector<std::size_t> order(provisions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return provisions[a].cost * strength(provisions[b]) < provisions[b].cost * strength(provisions[a]);
    });
    std::vector<double> levels(provisions.size(), 0);
    for (const std::size_t p : order) {
        const double full = strength(provisions[p]);
        levels[p] = full > 0 ? std::clamp(needed / full, 0.0, 1.0) : 0;
        needed -= levels[p] * full;
    }
    return levels;
}

void MakeRules::operator()(World& world, const Design& design, const Draws&) const {
    come_into_force(world);
    const auto every = static_cast<std::int32_t>(review_months);
    const bool due = world.month > 0 && world.month % every == 0 && world.rulebook.next_month == never;
    const bool learns = design.learning.rule_updates == RuleUpdates::continuously && world.adaptation.regulators;
    if (due && learns && world.counts.gates_asked >= evidence_needed) review(*this, world, design);
}

}  // namespace leeway
