#include "rules/regulate/firm_in_test.hpp"

#include <algorithm>

#include "core/arithmetic.hpp"
#include "rules/formula/burden.hpp"
#include "rules/formula/field_conditions.hpp"
#include "rules/formula/harm_rate.hpp"
#include "rules/formula/outlook.hpp"
#include "world/transitions.hpp"

namespace leeway {

double months_of_pilots_left(const World& world, const Design& design, std::uint32_t p) {
    const SandboxLevers& sandbox = sandbox_of(design, world, p);
    return static_cast<double>((sandbox.pilots - world.products.rung[p]) * sandbox.pilot_months);
}

void learn_demand(World& world, const Design& design, std::uint32_t p, double share) {
    double& perceived = world.products.perceived_demand[p];
    perceived *= portable::pow(quality_in_use(world, design, p) / perceived, share);
}

bool worth_going_on(const World& world, const Levers& levers, std::uint32_t p, double months_left) {
    const Design& design = levers.of(world, p);
    const Outlook outlook = outlook_of(world, levers, p);
    const double cost = burden_of(world, design, p, design.waivers.kept_after_exit).cost;
    return value_after(outlook, months_left, outlook.graduated, cost) > 0;
}

void begin_record(World& world, const Design& design, std::uint32_t p) {
    const std::size_t owner = owner_of(world, design, p);
    const Regulator& regulator = world.home_of(p).regulators[owner];
    world.products.test_exposure_before[p] = regulator.visible_exposure[p];
    world.products.test_seen_before[p] = regulator.seen[p];
}

void begin_pilot(World& world, const Design& design, std::uint32_t p) {
    Products& products = world.products;
    if (products.rung[p] > 0 && !sandbox_of(design, world, p).placebo) {
        const double paid = burden_of(world, design, p, products.relief[p]).cost;
        products.relief[p] = portable::pow(design.waivers.share_per_pilot, products.rung[p]);
        const double due = burden_of(world, design, p, products.relief[p]).cost;
        pay(world, products.firm[p], &Money::compliance, std::max(0.0, due - paid));
    }
    products.extensions[p] = 0;
    enter_stage(world, p, Stage::pilot);
    products.effort[p] = chosen_effort(world, design, p);
}

}  // namespace leeway
