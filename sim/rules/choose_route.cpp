#include "rules/choose_route.hpp"

#include <array>
#include <cmath>

#include "core/arithmetic.hpp"
#include "rules/formula/outlook.hpp"
#include "rules/formula/precedent.hpp"
#include "world/transitions.hpp"

namespace leeway {
namespace {

// A product like a graduate uses the relief that the graduate kept.
void use_precedent(World& world, const Design& design, std::uint32_t p) {
    if (!design.waivers.precedent || world.products.admitted[p]) return;
    const double relief = precedent_relief(world, p);
    if (relief <= 0) return;
    world.products.relief[p] = relief;
    ++world.counts_of(p).precedents_used;
}

void prepare(World& world, const Design& design, std::uint32_t p) {
    use_precedent(world, design, p);
    const Burden burden = burden_of(world, design, p, world.products.relief[p]);
    pay(world, world.products.firm[p], &Money::compliance, burden.cost);
    world.products.months_to_comply[p] = burden.months;
    enter_stage(world, p, Stage::preparing);
}

void apply(World& world, const Design& design, std::uint32_t p, const TestOutlook& test) {
    world.products.sandbox[p] = test.sandbox;
    pay(world, world.products.firm[p], &Money::fees, cost_of_applying(world, design));
    ++world.counts_of(p).applications;
    enter_stage(world, p, Stage::applying);
}

// The firm takes its idea to another jurisdiction and weighs its routes there next month.
void move(World& world, std::uint32_t p, std::uint8_t where) {
    ++world.counts_of(p).moved;
    world.firms.jurisdiction[world.products.firm[p]] = where;
    world.products.relief[p] = 0;
    world.products.sandbox[p] = 0;  // an index into the list of the jurisdiction that it leaves
    world.products.next_choice[p] = world.month + 1;
}

void relocate(World& world, std::uint32_t p, const Outlook& outlook) {
    const std::uint32_t firm = world.products.firm[p];
    pay(world, firm, &Money::burn, world.scenario->firms.relocation_cost);
    if (world.home(p) == 0) ++world.counts_of(p).relocated;
    if (prefers_neighbour(outlook)) return move(world, p, outlook.best_elsewhere);
    give_up_idea(world, p, FirmStatus::relocated);
}

void set_out(World& world, const Design& design, std::uint32_t p, const Outlook& outlook, Route route) {
    world.products.route[p] = route;
    switch (route) {
        case Route::authorise:
            return prepare(world, design, p);
        case Route::sandbox:
            return apply(world, design, p, *best_test(outlook));
        case Route::unauthorised:
            return enter_stage(world, p, Stage::approved);
        case Route::relocate:
            return relocate(world, p, outlook);
        case Route::abandon:
            return give_up_idea(world, p, FirmStatus::abandoned);
        case Route::wait:
            world.products.next_choice[p] = world.month + static_cast<std::int32_t>(world.scenario->firms.wait_months);
    }
}

}  // namespace

Route ChooseRoute::choose(const World& world, const Outlook& outlook, std::uint32_t p, const Draws& draws) const {
    if (world.products.bad_actor[p] && outlook.permission_needed) return Route::unauthorised;
    if (world.scenario->firms.frozen) return Route::authorise;
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

void ChooseRoute::operator()(World& world, const Levers& levers, const Draws& draws) const {
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        if (world.products.stage[p] != Stage::idea || world.products.next_choice[p] > world.month) continue;
        const Outlook outlook = outlook_of(world, levers, p);
        set_out(world, levers.of(world, p), p, outlook, choose(world, outlook, p, draws));
    }
}

}  // namespace leeway
