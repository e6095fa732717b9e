#include "rules/react/trust.hpp"

#include <algorithm>
#include <vector>

#include "world/network.hpp"

namespace leeway {
namespace {

// Victims tell their acquaintances; all losses are taken from the trust of before, then applied at once.
std::vector<double> losses_with_word_of_mouth(const Trust& rule, const World& world) {
    const Citizens& citizens = world.citizens;
    std::vector<double> loss = citizens.loss;
    for (std::uint32_t i = 0; i < citizens.count(); ++i) {
        if (citizens.loss[i] <= 0) continue;
        for (const std::uint32_t j : neighbours(*world.acquaintances, i))
            loss[j] += rule.word_of_mouth * citizens.loss[i];
    }
    return loss;
}

bool uses_any(const Citizens& citizens, std::uint32_t i) {
    return std::any_of(citizens.use.begin(), citizens.use.end(),
                       [i](const SectorUse& use) { return use.product[i] != no_product; });
}

}  // namespace

void Trust::operator()(World& world) const {
    Citizens& citizens = world.citizens;
    const std::vector<double> loss = losses_with_word_of_mouth(*this, world);
    for (std::uint32_t i = 0; i < citizens.count(); ++i) {
        const double target = world.segment_of_group(citizens.group[i]).trust + (uses_any(citizens, i) ? lift : 0);
        const double trust = citizens.trust[i] + recovery * (std::min(1.0, target) - citizens.trust[i]) - loss[i];
        citizens.trust[i] = std::clamp(trust, 0.0, 1.0);
        citizens.loss[i] = 0;
    }
}

}  // namespace leeway
