#include "rules/regulate/run_lab.hpp"

#include <algorithm>

#include "rules/formula/burden.hpp"
#include "rules/formula/outlook.hpp"
#include "rules/regulate/firm_in_test.hpp"
#include "world/transitions.hpp"

namespace leeway {
namespace {

bool is_done(const World& world, const SandboxLevers& sandbox, std::uint32_t p) {
    return months_in_stage(world, p) >= sandbox.lab_months && world.month >= world.products.may_start[p];
}

// Synthetic data and test beds show the firm what its product does beyond what its features explain.
void mend_product(World& world, const SandboxLevers& sandbox, std::uint32_t p) {
    double& log_risk = world.products.log_risk[p];
    const double avoidable = log_risk - feature_log_risk(world.scenario->risk, world.products.features[p]);
    log_risk -= sandbox.test_environment * std::max(0.0, avoidable);
}

void take_from_lab(World& world, const SandboxLevers& sandbox, std::uint32_t p) {
    if (sandbox.placebo) return;
    world.products.file_error[p] *= 1 - sandbox.advice;
    mend_product(world, sandbox, p);
}

void go_ordinary_way(World& world, const Levers& levers, std::uint32_t p) {
    const Design& design = levers.of(world, p);
    if (!(value_of_authorisation(outlook_of(world, levers, p)) > 0))
        return give_up_idea(world, p, FirmStatus::abandoned);
    const Burden burden = burden_of(world, design, p, world.products.relief[p]);
    pay(world, world.products.firm[p], &Money::compliance, burden.cost);
    world.products.months_to_comply[p] = burden.months;
    enter_stage(world, p, Stage::preparing);
}

void start_test(World& world, const Design& design, std::uint32_t p) {
    ++world.counts_of(p).tested;
    ++world.counts_of(p).trials;
    world.products.tested[p] = 1;
    begin_record(world, design, p);
    begin_pilot(world, design, p);
}

void leave_lab(const RunLab& rule, World& world, const Levers& levers, std::uint32_t p, const Draws& draws) {
    const Design& design = levers.of(world, p);
    const SandboxLevers& sandbox = sandbox_of(design, world, p);
    take_from_lab(world, sandbox, p);
    if (sandbox.kind == SandboxKind::advice) return go_ordinary_way(world, levers, p);
    learn_demand(world, design, p, 0.5);
    const bool can_start = draws.uniform(p) < rule.start_probability;
    if (!can_start || !worth_going_on(world, levers, p, months_of_pilots_left(world, design, p)))
        return give_up_idea(world, p, FirmStatus::abandoned);
    start_test(world, design, p);
}

}  // namespace

void RunLab::operator()(World& world, const Levers& levers, const Draws& draws) const {
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        if (world.products.stage[p] == Stage::lab && is_done(world, sandbox_of(levers.of(world, p), world, p), p))
            leave_lab(*this, world, levers, p, draws);
    }
}

}  // namespace leeway
