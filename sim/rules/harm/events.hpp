// A single harm: whom it strikes, how severe it is, who sees it, and when its victim notices. It enters the ledger and
// the records in one go.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "rules/harm/source.hpp"

namespace leeway {

/// The users of a product from one group.
struct Cell {
    std::uint64_t entity;  ///< by the group's name, so that a segment keeps its luck wherever it stands in the list
    HarmPlace place;       ///< of their harms, before the cause is known
    std::span<const std::uint32_t> users;
};

Cell cell_of(const World& world, std::uint32_t p, std::size_t group);

/// Active persons of a product from one group, as a whole number.
std::int64_t active_persons(const World& world, std::uint32_t p, std::size_t group);

/// The four words of a harm: victim, severity, supervision and redress, delay.
using Words = std::array<std::uint32_t, 4>;

/// A harm to one of the cell's users; `mean_severity` is the mean of its kind.
HarmEvent draw_event(World& world, const Source& source, const Cell& cell, const Words& words, double mean_severity);

/// Enters a harm that has just occurred; its victim notices it in `months`, if that is before the end.
void take_place(World& world, const Levers& levers, const Source& source, const HarmEvent& event, std::int64_t months);

}  // namespace leeway
