#include "rules/regulate/rule_test.hpp"

#include <vector>

#include "core/arithmetic.hpp"
#include "rules/formula/burden.hpp"
#include "rules/formula/prediction.hpp"
#include "rules/regulate/eligible.hpp"
#include "rules/regulate/verdict.hpp"

namespace leeway {
namespace {

bool is_rule_test(const SandboxLevers& sandbox) {
    return sandbox.kind == SandboxKind::rule_test && sandbox.places_at_intake() > 0 && !sandbox.placebo;
}

bool is_running(const World& world, const SandboxLevers& sandbox) {
    return world.month <= sandbox.closes_after && world.month < sandbox.pilots * sandbox.pilot_months;
}

std::vector<std::uint32_t> tried_services(const World& world, std::size_t j, const SandboxLevers& sandbox) {
    std::vector<std::uint32_t> services;
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        const std::int32_t launched = world.products.launched[p];
        if (launched >= 0 && launched != never && world.home(p) == j &&
            is_for_sector(*world.scenario, sandbox, world.products.sector[p]))
            services.push_back(p);
    }
    return services;
}

// The regulator's belief about the mean service, pooled with what it has seen of all, under the rules that would last.
Finding judge_rule(const World& world, const Design& design, std::size_t j, const SandboxLevers& sandbox) {
    const Regulator& regulator = world.jurisdictions[j].regulators[regulator_index(*world.scenario, sandbox.owner)];
    const std::vector<std::uint32_t> services = tried_services(world, j, sandbox);
    if (services.empty()) return Finding::intolerable;
    Evidence evidence;
    double log_rate = 0, spread = 0;
    for (const std::uint32_t p : services) {
        const double market_rules = burden_of(world, design, p, 0).log_mitigation;
        const Prediction prediction = predict(world, regulator, p);
        evidence.seen += regulator.seen[p];
        evidence.exposure += regulator.visible_exposure[p] / portable::exp(market_rules);
        log_rate += prediction.log_rate + market_rules;
        spread += prediction.spread;
    }
    const auto count = static_cast<double>(services.size());
    return find(design.gate, GammaBelief::like_lognormal(log_rate / count, spread / count), evidence, true);
}

void begin_rule_test(World& world, std::size_t j, SandboxState& state) {
    state.rule_relief = 1;
    ++world.jurisdictions[j].counts.trials;
    ++world.jurisdictions[j].counts.relieved;
}

void end_rule_test(World& world, const Design& design, std::size_t j, std::size_t s) {
    SandboxState& state = world.jurisdictions[j].sandboxes[s];
    ++world.jurisdictions[j].counts.gates_asked;
    ++world.jurisdictions[j].rulebook.gates_asked;
    state.rule_tested = true;
    state.rule_relief = design.waivers.kept_after_exit;
    if (judge_rule(world, design, j, design.sandbox[s]) == Finding::intolerable) state.rule_relief = 0;
    world.jurisdictions[j].counts.relief_kept += state.rule_relief > 0 ? 1 : 0;
}

}  // namespace

void run_rule_tests(World& world, const Levers& levers) {
    for (std::size_t j = 0; world.month >= 0 && j < world.jurisdictions.size(); ++j) {
        const Design& design = levers.of_jurisdiction(j);
        for (std::size_t s = 0; s < design.sandbox.size(); ++s) {
            SandboxState& state = world.jurisdictions[j].sandboxes[s];
            if (state.rule_tested || !is_rule_test(design.sandbox[s])) continue;
            if (!is_running(world, design.sandbox[s]))
                end_rule_test(world, design, j, s);
            else if (state.rule_relief == 0)
                begin_rule_test(world, j, state);
        }
    }
}

}  // namespace leeway
