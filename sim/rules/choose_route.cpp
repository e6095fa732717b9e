#include "rules/choose_route.hpp"

#include <array>
#include <cmath>

#include "core/arithmetic.hpp"
#include "rules/formula/route_value.hpp"
#include "world/transitions.hpp"

namespace leeway {
namespace {

void prepare(World& world, const Design& design, std::uint32_t p) {
    const Burden burden = burden_of(world, design, 0);
    pay(world, world.products.firm[p], &Money::compliance, burden.cost);
    world.products.months_to_comply[p] = burden.months;
    enter_stage(world, p, Stage::preparing);
}

void apply(World& world, const Design& design, std::uint32_t p) {
    pay(world, world.products.firm[p], &Money::fees, design.intake.fee);
    world.regulator.queue.push_back(
        {p, CaseKind::application, world.month, world.scenario->regulators.hours_per_application});
    ++world.regulator.tally.arrived;
    ++world.counts.applications;
    enter_stage(world, p, Stage::applying);
}

// A new firm leaves with its only idea; a firm of the first month drops the idea and goes on.
void leave(World& world, std::uint32_t p, FirmStatus how) {
    const std::uint32_t firm = world.products.firm[p];
    if (how == FirmStatus::relocated) {
        pay(world, firm, &Money::burn, world.scenario->firms.relocation_cost);
        ++world.counts.relocated;
    }
    if (world.firms.incumbent[firm])
        withdraw(world, p);
    else
        end_firm(world, firm, how);
}

void set_out(World& world, const Design& design, std::uint32_t p, Route route) {
    world.products.route[p] = route;
    switch (route) {
        case Route::authorise:
            return prepare(world, design, p);
        case Route::sandbox:
            return apply(world, design, p);
        case Route::unauthorised:
            return enter_stage(world, p, Stage::approved);
        case Route::relocate:
            return leave(world, p, FirmStatus::relocated);
        case Route::abandon:
            return leave(world, p, FirmStatus::abandoned);
        case Route::wait:
            world.products.next_choice[p] = world.month + static_cast<std::int32_t>(world.scenario->firms.wait_months);
    }
}

}  // namespace

Route ChooseRoute::choose(const World& world, const Design& design, std::uint32_t p, const Draws& draws) const {
    const Outlook outlook = outlook_of(world, design, p);
    if (world.products.bad_actor[p] && outlook.permission_needed) return Route::unauthorised;
    const std::array<double, route_count> values = route_values(outlook);
    Route best = Route::abandon;
    double best_utility = -INFINITY;
    for (std::uint32_t r = 0; r < route_count; ++r) {
        if (std::isinf(values[r])) continue;
        const double gumbel = -portable::log(-portable::log(draws.uniform(p, world.month, r)));
        const double utility = rationality * values[r] / world.scenario->firms.value_scale + gumbel;
        if (utility > best_utility) {
            best_utility = utility;
            best = static_cast<Route>(r);
        }
    }
    return best;
}

void ChooseRoute::operator()(World& world, const Design& design, const Draws& draws) const {
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        if (world.products.stage[p] != Stage::idea || world.products.next_choice[p] > world.month) continue;
        set_out(world, design, p, choose(world, design, p, draws));
    }
}

}  // namespace leeway
