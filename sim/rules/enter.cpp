#include "rules/enter.hpp"

#include <algorithm>

#include "core/arithmetic.hpp"
#include "rules/formula/outlook.hpp"
#include "world/transitions.hpp"

namespace leeway {
namespace {

void found_firm(World& world, std::uint32_t firm) {
    world.firms.status[firm] = FirmStatus::alive;
    world.firms.founded[firm] = world.firms.decided[firm] = world.month;
    Jurisdiction& home = world.jurisdictions[world.firms.jurisdiction[firm]];
    home.money.founding += world.firms.capital[firm];
    ++home.counts.entrants;
}

bool has_founder(const World& world, std::uint32_t p) {
    const std::uint32_t firm = world.products.firm[p];
    const auto& banned = world.scenario->firms.banned;
    if (std::find(banned.begin(), banned.end(), static_cast<double>(firm)) != banned.end()) return false;
    return firm == p || world.firms.status[firm] == FirmStatus::alive;
}

}  // namespace

double Enter::unbounded_probability(double best, double value_scale) const {
    return acceptance * portable::exp(elasticity * (best - value_reference) / value_scale);
}

double Enter::entry_probability(const World& world, const Levers& levers, std::uint32_t p) const {
    if (world.scenario->firms.frozen) return acceptance;
    const double best = best_value(route_values(outlook_of(world, levers, p)));
    return unbounded_probability(best, world.scenario->firms.value_scale);
}

void Enter::operator()(World& world, const Levers& levers, const Draws& draws) const {
    bool bound = false;
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        if (world.products.stage[p] != Stage::ahead || world.products.arrival[p] != world.month) continue;
        ++world.counts_of(p).ideas;
        const double probability = entry_probability(world, levers, p);
        bound = bound || probability > 1;
        const bool taken_up = draws.uniform(p) < probability && has_founder(world, p);
        enter_stage(world, p, taken_up ? Stage::idea : Stage::declined);
        if (taken_up && world.products.firm[p] == p) found_firm(world, p);
    }
    if (bound) ++world.jurisdictions[0].counts.entry_bound_months;
}

}  // namespace leeway
