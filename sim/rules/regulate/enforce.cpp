#include "rules/regulate/enforce.hpp"

#include "core/arithmetic.hpp"
#include "rules/regulate/cases.hpp"
#include "world/transitions.hpp"

namespace leeway {

void Enforce::operator()(World& world, const Draws& inspection, const Draws& hours) const {
    const RegulatorGroup& group = world.scenario->regulators;
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        if (world.products.stage[p] != Stage::unauthorised || world.products.found_out[p]) continue;
        const double hidden = (1 - group.inspection_rate) * portable::exp(-clue_per_harm * world.products.seen[p]);
        if (inspection.uniform(p, world.month) < hidden) continue;
        world.products.found_out[p] = 1;
        open_case(world, {world.home(p), 0}, p, CaseKind::enforcement,
                  group.hours_per_enforcement * group.items[0].work, hours);
    }
}

void stop_unauthorised(World& world, std::uint32_t p) {
    const std::uint32_t firm = world.products.firm[p];
    ++world.counts_of(p).caught;
    world.outcomes.push_back({firm, Lesson::caught, true});
    pay(world, firm, &Money::fines, world.scenario->liability.fine);
    if (world.products.bad_actor[p])
        end_firm(world, firm, FirmStatus::failed);
    else
        withdraw(world, p);
}

}  // namespace leeway
