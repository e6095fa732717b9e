// Where a whole group adopts at one pace, blocks of citizens in which nobody can cross yet are passed over, and catch
// up before anything in them changes: exactly what counting every month would give, since hazards are whole numbers.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "world/citizens.hpp"

namespace leeway {

/// A common pace is known for these states of a citizen: using a service, or not using one while n neighbours do.
/// Blocks with more than the most neighbours counted here are looked at every month.
inline constexpr std::uint32_t most_counted_neighbours = 255;
inline constexpr std::size_t state_using = 0;
inline constexpr std::size_t state_with(std::uint32_t using_neighbours) { return 1 + using_neighbours; }

/// The number of states in sector `use`: rows of `gathered` are groups times this.
inline std::size_t pace_states(const SectorUse& use) {
    return 2 + std::size_t{std::min(use.using_neighbours.largest(), most_counted_neighbours)};
}

/// Starts to pass over blocks in this sector, at the first month.
void begin_quiet_blocks(SectorUse& use, const Citizens& citizens);

/// Adds a month in which a citizen of group g in state s gathers hazard[g * pace_states + s].
void gather_month(SectorUse& use, std::span<const HazardUnits> hazard);

/// Counts the months that block number `block` has been passed over.
void catch_up(SectorUse& use, const Citizens& citizens, std::size_t block);

/// The citizens begin … end - 1 of a block, who are of one group.
Stretch members_of_block(const Citizens& citizens, std::size_t block);

/// Takes note of a block whose members' thresholds are counted to the last month.
void note_members(SectorUse& use, std::size_t block, std::uint32_t begin, std::uint32_t end);

/// The block of citizen `i`, caught up, before something about the citizen changes.
inline QuietBlock& awake_block(SectorUse& use, const Citizens& citizens, std::uint32_t i) {
    const std::size_t block = citizens.block_of(i);
    if (use.blocks[block].months_counted != use.months) catch_up(use, citizens, block);
    return use.blocks[block];
}

/// Gives citizen `i` a threshold, and its block notice of it.
void set_threshold(SectorUse& use, const Citizens& citizens, std::uint32_t i, HazardUnits threshold);

/// Brings user `i` nearer to leaving by `hazard`.
void hasten(SectorUse& use, const Citizens& citizens, std::uint32_t i, double hazard);

}  // namespace leeway
