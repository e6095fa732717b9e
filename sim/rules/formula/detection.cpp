#include "rules/formula/detection.hpp"

#include "rules/formula/harm_rate.hpp"
#include "world/transitions.hpp"

namespace leeway {

bool is_redressed(const World& world, const Design& design, const HarmEvent& event) {
    const bool firm_lives = world.firms.status[world.products.firm[event.product]] == FirmStatus::alive;
    return firm_lives && event.redress_luck < redress_share(world, design, event.stage);
}

void detect(World& world, const Design& design, const HarmEvent& event) {
    HarmCell& cell = world.ledger.at(event.stage, event.sector, event.segment);
    ++cell.detected;
    ++world.products.seen[event.product];
    world.detected_severity += event.severity;
    if (!is_redressed(world, design, event)) return;
    ++cell.redressed;
    cell.severity_redressed += event.severity;
    pay(world, world.products.firm[event.product], &Money::redress,
        event.severity * world.scenario->liability.harm_value / 1000);
}

}  // namespace leeway
