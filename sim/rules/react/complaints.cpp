#include "rules/react/complaints.hpp"

#include <algorithm>

#include "rules/formula/detection.hpp"

namespace leeway {
namespace {

// A harmed person is one of the many whom an agent represents, so the agent's columns move by that fraction.
void hurt(const Complaints& rule, World& world, const HarmEvent& event, bool redressed) {
    Citizens& citizens = world.citizens;
    const double trust = citizens.trust[event.citizen];
    const double kept = redressed ? 1 - rule.repair : 1;
    const double loss = std::min(1.0, rule.trust_loss * event.severity) * kept * trust * openness(trust);
    citizens.loss[event.citizen] += loss / citizens.represents;
    SectorUse& use = citizens.use[event.sector];
    if (redressed || use.product[event.citizen] != static_cast<std::int32_t>(event.product)) return;
    use.threshold[event.citizen] -= rule.leaving * event.severity / citizens.represents;
}

}  // namespace

double openness(double trust) { return 4 * trust * (1 - trust); }

void Complaints::operator()(World& world, const Design& design, const Draws& draws) const {
    std::vector<HarmEvent> noticed;
    noticed.swap(world.noticed_in[static_cast<std::size_t>(world.month - world.first_month)]);
    for (std::uint32_t e = 0; e < noticed.size(); ++e) {
        const HarmEvent& event = noticed[e];
        const double propensity =
            world.scenario->citizens.segments[event.segment].reporting * world.scenario->citizens.complaint_multiplier;
        const bool reported = draws.uniform(e, world.month) < std::min(1.0, propensity);
        if (reported && !event.seen) detect(world, design, event);
        hurt(*this, world, event, (reported || event.seen) && is_redressed(world, design, event));
    }
}

}  // namespace leeway
