#include "rules/regulate/run_pilot.hpp"

#include "rules/formula/burden.hpp"

namespace leeway {
namespace {

bool must_suspend(const RunPilot& rule, const World& world, const Design& design, std::uint32_t p) {
    const SandboxLevers& sandbox = sandbox_of(design, world, p);
    const std::size_t owner = regulator_index(*world.scenario, sandbox.owner);
    const double seen = world.home_of(p).regulators[owner].seen[p] - world.products.test_seen_before[p];
    const double limit = design.supervision.suspension_rate / 1000;
    const double user_months = world.products.exposure[p];
    return !sandbox.placebo && seen >= rule.suspension_harms && seen > limit * user_months;
}

void order_suspension(const RunPilot& rule, World& world, const Design& design, std::uint32_t p) {
    const std::int64_t procedure = design.safeguards.kill_switch ? 0 : rule.suspension_months;
    world.products.suspended_from[p] = world.month + static_cast<std::int32_t>(procedure);
}

void suspend(World& world, const Design& design, std::uint32_t p) {
    ++world.counts_of(p).suspended;
    world.outcomes.push_back({world.products.firm[p], Lesson::graduated, false});
    end_test(world, design, p);
}

// A pilot under an order of suspension comes to no gate.
void continue_pilot(const RunPilot& rule, World& world, const Levers& levers, const Gate& gate, std::uint32_t p,
                    const Draws& draws) {
    const Design& design = levers.of(world, p);
    const std::int32_t& suspended_from = world.products.suspended_from[p];
    if (suspended_from == never && must_suspend(rule, world, design, p)) order_suspension(rule, world, design, p);
    if (world.month >= suspended_from) return suspend(world, design, p);
    if (suspended_from == never) gate(world, levers, p, draws);
}

}  // namespace

void RunPilot::operator()(World& world, const Levers& levers, const Gate& gate, const Draws& draws) const {
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        if (world.products.stage[p] == Stage::pilot && world.products.since[p] < world.month)
            continue_pilot(*this, world, levers, gate, p, draws);
    }
}

}  // namespace leeway
