#include "rules/regulate/eligible.hpp"

#include "core/arithmetic.hpp"
#include "policy/allows.hpp"
#include "rules/formula/burden.hpp"
#include "rules/formula/prediction.hpp"
#include "rules/levers.hpp"

namespace leeway {
namespace {

constexpr std::size_t novelty = 3;  // among the features

// The end of a lever's range asks for nothing, however strange the product.
bool is_novel_enough(const World& world, const EligibilityLevers& levers, std::uint32_t p) {
    return levers.minimum_novelty <= EligibilityLevers{}.minimum_novelty ||
           world.products.features[p][novelty] >= levers.minimum_novelty;
}

bool is_ready(const World& world, const EligibilityLevers& levers, std::uint32_t firm) {
    const double spending = world.scenario->firms.burn_before_launch;
    return levers.readiness <= 0 || world.firms.is_agency(firm) ||
           world.firms.capital[firm] >= levers.readiness * spending;
}

bool is_safe_enough(const World& world, const Design& design, std::uint32_t p) {
    const double limit = design.eligibility.maximum_predicted_risk;
    if (limit >= EligibilityLevers{}.maximum_predicted_risk) return true;
    const std::size_t owner = owner_of(world, design, p);
    const double market_rules = burden_of(world, design, p, design.waivers.kept_after_exit).log_mitigation;
    return portable::exp(predict(world, world.home_of(p).regulators[owner], p).log_rate + market_rules) <= limit;
}

}  // namespace

bool is_for_sector(const Scenario& scenario, const SandboxLevers& sandbox, std::size_t sector) {
    return allows(sandbox.sectors, scenario.sectors[sector].name);
}

bool is_eligible(const World& world, const Design& design, std::uint32_t p, double assessed_quality) {
    const SandboxLevers& sandbox = sandbox_of(design, world, p);
    const EligibilityLevers& levers = design.eligibility;
    const std::uint32_t firm = world.products.firm[p];
    if (!is_for_sector(*world.scenario, sandbox, world.products.sector[p])) return false;
    if (sandbox.kind == SandboxKind::notification) return true;
    return allows(levers.firm_kinds, firm_kind_names[static_cast<std::size_t>(world.firms.kind[firm])]) &&
           is_novel_enough(world, levers, p) && assessed_quality >= levers.minimum_benefit &&
           is_ready(world, levers, firm) && is_safe_enough(world, design, p);
}

}  // namespace leeway
