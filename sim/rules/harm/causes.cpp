#include "rules/harm/causes.hpp"

#include <algorithm>

#include "core/arithmetic.hpp"
#include "rules/formula/burden.hpp"
#include "rules/formula/harm_rate.hpp"

namespace leeway {
namespace {

// Probability that provision `i` would have blocked a harm that has happened, if nothing of it had been lifted.
double blocked_by_provision(const World& world, const Design& design, std::uint32_t p, std::size_t i) {
    const LegalPlace place = legal_place(world, p);
    const bool complies = world.products.stage[p] != Stage::unauthorised;
    const double lacking = complies ? lifted_protection(world, design, place, i, world.products.relief[p]) : 1;
    if (lacking <= 0) return 0;
    const double asked = level_in_force(world, design, place, i);
    return 1 - portable::pow(1 - world.scenario->provisions.items[i].mitigation, asked * lacking);
}

// Of the harms that pass safeguards of this strength, the share that the reference would have stopped.
double blocked_by_safeguard(double reference, double strength) {
    return strength < reference ? (reference - strength) / (1 - strength) : 0;
}

}  // namespace

std::vector<double> cause_thresholds(const Harm& rule, const World& world, const Design& design, std::uint32_t p) {
    const bool lacks_provisions = world.products.stage[p] == Stage::unauthorised || world.products.relief[p] > 0;
    const bool guarded = is_guarded(world, design, p);
    std::vector<double> thresholds;
    if (!lacks_provisions && !guarded) return thresholds;
    double passed = 1;
    for (std::size_t i = 0; i < world.scenario->provisions.items.size(); ++i) {
        passed *= 1 - blocked_by_provision(world, design, p, i);
        thresholds.push_back(1 - passed);
    }
    if (guarded) passed *= 1 - blocked_by_safeguard(rule.reference_safeguard, design.safeguards.strength);
    thresholds.push_back(1 - passed);
    if (passed >= 1) thresholds.clear();
    return thresholds;
}

std::uint8_t cause_of(const std::vector<double>& thresholds, double uniform, const HarmLedger& ledger) {
    const auto first = std::upper_bound(thresholds.begin(), thresholds.end(), uniform);
    return first == thresholds.end() ? ledger.residual() : static_cast<std::uint8_t>(first - thresholds.begin());
}

}  // namespace leeway
