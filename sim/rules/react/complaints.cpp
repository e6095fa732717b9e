#include "rules/react/complaints.hpp"

#include <algorithm>
#include <vector>

#include "core/prefetch.hpp"
#include "rules/formula/detection.hpp"
#include "rules/formula/loss_of_trust.hpp"
#include "world/quiet_blocks.hpp"

namespace leeway {
namespace {

// A harmed person is one of the many whom an agent represents, so the agent's columns move by that fraction. A
// bystander has no service to leave. To a large user a loss is as large as it is relative to its size.
void hurt(const Complaints& rule, World& world, const HarmEvent& event, bool redressed) {
    Citizens& citizens = world.citizens;
    const double severity = event.severity / world.scenario->sectors[event.place.sector].user_size;
    const double kept = redressed ? 1 - rule.repair : 1;
    const double loss = std::min(1.0, rule.trust_loss * severity) * kept * openness(citizens.trust[event.citizen]);
    lose_trust(world, event.citizen, loss / citizens.represents);
    SectorUse& use = citizens.use[event.place.sector];
    const bool stays =
        redressed || event.bystander || world.scenario->sectors[event.place.sector].enrolment == Enrolment::assigned;
    if (stays || use.product[event.citizen] != static_cast<std::int32_t>(event.product)) return;
    hasten(use, citizens, event.citizen, rule.leaving * severity / citizens.represents);
}

void fetch_victim(const Citizens& citizens, const HarmEvent& event) {
    const SectorUse& use = citizens.use[event.place.sector];
    fetch_to_read(&citizens.trust[event.citizen]);
    fetch_to_read(&use.product[event.citizen]);
    fetch_to_write(&use.threshold[event.citizen]);
    if (!citizens.loss.empty()) fetch_to_write(&citizens.loss[event.citizen]);
}

}  // namespace

double openness(double trust) { return 4 * trust * (1 - trust); }

void Complaints::operator()(World& world, const Levers& levers, const Draws& draws) const {
    std::vector<HarmEvent> noticed;
    noticed.swap(world.noticed_in[static_cast<std::size_t>(world.month - world.first_month)]);
    std::vector<std::uint32_t> earlier(world.products.count() * world.groups(), 0);  // of the same product and group
    for (std::size_t n = 0; n < noticed.size(); ++n) {
        if (n + fetch_ahead < noticed.size()) fetch_victim(world.citizens, noticed[n + fetch_ahead]);
        const HarmEvent& event = noticed[n];
        const std::uint64_t entity = (std::uint64_t{event.product} << 32) | world.group_key[event.place.group];
        std::uint32_t& index = earlier[event.product * world.groups() + event.place.group];
        const double propensity = std::min(
            1.0, world.segment_of_group(event.place.group).reporting * world.scenario->citizens.complaint_multiplier);
        const double luck = draws.uniform(entity, world.month, index++);
        const bool reported = luck < propensity;
        const bool redressed = (reported || event.seen) && is_redressed(world, levers, event);
        if (reported && !event.seen)
            detect(world, levers, event, SeenBy::complaint, luck / propensity);  // uniform again, given `reported`
        hurt(*this, world, event, redressed);
    }
}

}  // namespace leeway
