#include "rules/regulate/cases.hpp"

#include <algorithm>

#include "core/distributions.hpp"

namespace leeway {
namespace {

double luck_of_case(const World& world, std::uint32_t p, CaseKind kind, const Draws& draws) {
    if (world.scenario->regulators.hours_per_case == CaseHours::fixed) return 1;
    return exponential(draws.uniform(p, world.products.refilings[p], static_cast<std::uint32_t>(kind)));
}

}  // namespace

bool has_room(const World& world, const Desk& desk) {
    const auto waiting = static_cast<std::int64_t>(regulator_at(world, desk).queue.size());
    return waiting < world.scenario->regulators.queue_limit;
}

bool has_case(const Regulator& regulator, std::uint32_t p, CaseKind kind) {
    return std::any_of(regulator.queue.begin(), regulator.queue.end(),
                       [&](const Case& waiting) { return waiting.product == p && waiting.kind == kind; });
}

void open_case(World& world, const Desk& desk, std::uint32_t p, CaseKind kind, double hours, const Draws& draws) {
    Regulator& regulator = regulator_at(world, desk);
    regulator.queue.push_back({p, kind, world.month, hours / regulator.skill * luck_of_case(world, p, kind, draws)});
    ++regulator.tally.arrived;
}

void close_case(World& world, const Desk& desk, const Case& done) {
    QueueTally& tally = regulator_at(world, desk).tally;
    ++tally.left;
    tally.months_waited_by_left += world.month - done.arrived;
}

}  // namespace leeway
