// Who must clear a file, and in which order: siloed regulators in turn, coordinated ones side by side, a one-stop desk
// once for all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "policy/design.hpp"
#include "rules/regulate/cases.hpp"

namespace leeway {

/// The desk at which regulator `r`'s work is done: its own, or the one desk of all.
Desk desk_of(const Design& design, std::size_t jurisdiction, std::size_t r);

/// Opens product `p`'s authorisation, of `hours` by the book, where it must first be cleared; false when a queue that
/// it must join is full.
bool open_clearance(World& world, const Design& design, std::uint32_t p, double hours, const Draws& draws);

/// What remains of a clearance once a regulator has cleared its part.
struct Clearance {
    bool complete = false;
    std::optional<Desk> next;  ///< where the file goes now; none while others still work on it
};

/// The regulator at `desk` has cleared product `p`'s file.
Clearance clear_file(World& world, const Design& design, const Desk& desk, std::uint32_t p);

/// Opens product `p`'s authorisation, of `hours` by the book, at the next desk.
void hand_over(World& world, const Design& design, const Desk& next, std::uint32_t p, double hours, const Draws& draws);

/// Brings what waits at other desks of the jurisdiction to the one desk; there is something only in the month in which
/// regulators join it.
void gather_cases(World& world, std::size_t jurisdiction);

}  // namespace leeway
