// Cases: work that waits for officers, at the desk of one regulator of one jurisdiction. Every case that comes and goes
// is tallied, so that Little's law can be checked.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/random.hpp"
#include "world/world.hpp"

namespace leeway {

/// The desk of a regulator: indices of its jurisdiction and within it.
struct Desk {
    std::size_t jurisdiction = 0, regulator = 0;
};

inline Regulator& regulator_at(World& world, const Desk& desk) {
    return world.jurisdictions[desk.jurisdiction].regulators[desk.regulator];
}
inline const Regulator& regulator_at(const World& world, const Desk& desk) {
    return world.jurisdictions[desk.jurisdiction].regulators[desk.regulator];
}

/// Whether a new file or application still fits into the desk's queue.
bool has_room(const World& world, const Desk& desk);

/// Whether a case of this kind for product `p` waits at the desk.
bool has_case(const Regulator& regulator, std::uint32_t p, CaseKind kind);

/// Opens a case for product `p` that takes an officer of skill 1 `hours`: less with more skill, and, where cases vary,
/// times an exponential factor of the case's own, the same at all desks.
void open_case(World& world, const Desk& desk, std::uint32_t p, CaseKind kind, double hours, const Draws& draws);

/// Counts a case that leaves its desk this month.
void close_case(World& world, const Desk& desk, const Case& done);

}  // namespace leeway
