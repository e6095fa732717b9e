#include "rules/regulate/graduate.hpp"

#include <algorithm>

#include "rules/formula/burden.hpp"
#include "rules/levers.hpp"
#include "rules/regulate/firm_in_test.hpp"
#include "world/transitions.hpp"

namespace leeway {
namespace {

void end_relief(World& world, const Design& design, std::uint32_t p) {
    Products& products = world.products;
    const SandboxLevers& sandbox = sandbox_of(design, world, p);
    const double paid = burden_of(world, design, p, products.relief[p]).cost;
    products.relief[p] = sandbox.placebo ? 0 : design.waivers.kept_after_exit;
    world.counts_of(p).relief_kept += products.relief[p] > 0 ? 1 : 0;
    const Burden left = burden_of(world, design, p, products.relief[p]);
    pay(world, products.firm[p], &Money::compliance, std::max(0.0, left.cost - paid));
    products.months_to_comply[p] =
        std::max(0.0, left.months - static_cast<double>(sandbox.lab_months) - months_in_stage(world, p));
}

void set_precedent(World& world, const Design& design, std::uint32_t p) {
    const double kept = world.products.relief[p];
    if (!design.waivers.precedent || kept <= 0) return;
    world.home_of(p).precedents.push_back({world.products.sector[p], world.products.features[p], kept});
}

void reward(World& world, const Design& design, std::uint32_t p) {
    const std::uint32_t firm = world.products.firm[p];
    world.firms.signalled[firm] = world.month;
    receive(world, firm, &Money::procurement, design.exit.procurement);
    set_precedent(world, design, p);
}

// The file is ready in the month after at the earliest, as that of any graduate.
void license_on_condition(World& world, std::uint32_t p) {
    ++world.counts_of(p).conditional;
    world.products.conditional[p] = 1;
    world.products.months_to_comply[p] = std::max(1.0, world.products.months_to_comply[p]);
    enter_stage(world, p, Stage::approved);
}

}  // namespace

void graduate(World& world, const Design& design, std::uint32_t p) {
    world.products.graduated[p] = 1;
    end_relief(world, design, p);
    if (!sandbox_of(design, world, p).placebo) reward(world, design, p);
    ++world.counts_of(p).graduated;
    if (design.exit.licence == Licence::conditional && design.rulebook.authorisation_required)
        license_on_condition(world, p);
    else
        enter_stage(world, p, Stage::preparing);
}

}  // namespace leeway
