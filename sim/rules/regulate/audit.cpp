#include "rules/regulate/audit.hpp"

#include <algorithm>

#include "core/distributions.hpp"
#include "rules/formula/burden.hpp"
#include "rules/formula/detection.hpp"

namespace leeway {
namespace {

/// Harms of a product's pilots whose victims have yet to notice them.
struct Unnoticed {
    double uncovered = 0, left = 0;
};

Unnoticed uncover_unnoticed(World& world, const Levers& levers, std::uint32_t p, double share, const Draws& draws) {
    Unnoticed harms;
    std::uint32_t index = 0;
    for (auto m = static_cast<std::size_t>(world.month - world.first_month); m < world.noticed_in.size(); ++m) {
        for (HarmEvent& event : world.noticed_in[m]) {
            if (event.product != p || event.place.stage != HarmStage::pilot || event.seen) continue;
            if (draws.uniform(p, world.month, index++) < share) {
                detect(world, levers, event, SeenBy::supervision, 0);
                event.seen = true;
                ++harms.uncovered;
            } else {
                ++harms.left;
            }
        }
    }
    return harms;
}

// Visits the regulators at product `p`'s home to whom supervision reports.
template <class Tell>
void tell_regulators(World& world, const Design& design, std::uint32_t p, const Tell& tell) {
    const std::size_t owner = owner_of(world, design, p);
    std::vector<Regulator>& regulators = world.home_of(p).regulators;
    for (std::size_t r = 0; r < regulators.size(); ++r) {
        if (r == owner || design.coordination.form != Coordination::siloed) tell(regulators[r]);
    }
}

double uncover_silent(World& world, const Design& design, std::uint32_t p, double silent, double share,
                      const Draws& draws) {
    const auto harms = static_cast<std::int64_t>(std::max(0.0, silent));
    const auto uncovered = static_cast<double>(binomial(draws, p, world.month, harms, share));
    world.products.seen[p] += uncovered;
    world.products.hidden_in_pilots[p] -= uncovered;
    tell_regulators(world, design, p, [&](Regulator& regulator) { regulator.seen[p] += uncovered; });
    return uncovered;
}

void uncover_exposure(World& world, const Design& design, std::uint32_t p, double share) {
    Products& products = world.products;
    const double uncovered = share * std::max(0.0, products.hidden_exposure[p]);
    products.hidden_exposure[p] -= uncovered;
    products.unnoticed_exposure[p] *= 1 - share;
    products.unnoticed_missed[p] *= 1 - share;
    tell_regulators(world, design, p, [&](Regulator& regulator) { regulator.visible_exposure[p] += uncovered; });
}

}  // namespace

bool audit(World& world, const Levers& levers, std::uint32_t p, const Draws& draws) {
    const Design& design = levers.of(world, p);
    const double share = design.supervision.audit;
    if (share <= 0 || sandbox_of(design, world, p).placebo) return false;
    const Unnoticed unnoticed = uncover_unnoticed(world, levers, p, share, draws);
    const double silent = world.products.hidden_in_pilots[p] - unnoticed.left;
    world.counts_of(p).audited +=
        unnoticed.uncovered + uncover_silent(world, design, p, silent, share, draws.named("silent"));
    uncover_exposure(world, design, p, share);
    return true;
}

}  // namespace leeway
