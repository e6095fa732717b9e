#include "rules/adopt/quiet_month.hpp"

#include <algorithm>
#include <array>

#include "rules/adopt/live_month.hpp"
#include "world/quiet_blocks.hpp"

namespace leeway {
namespace {

constexpr std::array<float, block_size> full_confidence = [] {
    std::array<float, block_size> ones{};
    ones.fill(1);
    return ones;
}();

HazardUnits hazard_in_state(const Pace& pace, std::size_t state) {
    return whole_units(pace, state == state_using
                                 ? hazard_of_leaving(pace, 1)
                                 : hazard_of_adopting(pace, 1, static_cast<float>(state - state_with(0))));
}

// Takes from the distances the most that anybody in the block can have gathered this month.
void come_nearer(QuietBlock& block, HazardUnits leaving, HazardUnits adopting) {
    const bool is_counted = block.busiest <= most_counted_neighbours;
    if (block.to_adopting != not_interested)
        block.to_adopting = is_counted ? std::max(0, block.to_adopting - adopting) : 0;
    if (block.to_leaving != not_interested) block.to_leaving = std::max(0, block.to_leaving - leaving);
}

// One month behind, a block lives that month; further behind, it catches up on all of them at once.
void look_at(SectorUse& use, const Citizens& citizens, std::size_t block, const Pace& pace,
             std::vector<std::uint32_t>& crossing) {
    const Stretch members = members_of_block(citizens, block);
    if (use.blocks[block].months_counted + 1 == use.months) {
        live_month(use, pace, members.begin, members.end, full_confidence.data(), crossing);
        return note_members(use, block, members.begin, members.end);
    }
    catch_up(use, citizens, block);
    for (std::uint32_t i = members.begin; !use.blocks[block].is_quiet() && i < members.end; ++i) {
        if (use.threshold[i] == 0) crossing.push_back(i);
    }
}

std::size_t blocks_of(const Stretch& stretch) { return (stretch.end - stretch.begin + block_size - 1) / block_size; }

}  // namespace

void add_month(SectorUse& use, const Citizens& citizens, const std::vector<Pace>& paces) {
    const std::size_t states = pace_states(use);
    if (use.blocks.empty()) begin_quiet_blocks(use, citizens);
    std::vector<HazardUnits> hazard;
    for (const Pace& pace : paces) {
        for (std::size_t state = 0; state < states; ++state) hazard.push_back(hazard_in_state(pace, state));
    }
    gather_month(use, hazard);
}

void live_quiet_month(SectorUse& use, const Citizens& citizens, std::size_t stretch, const Pace& pace,
                      std::vector<std::uint32_t>& crossing) {
    const Stretch& here = citizens.stretches[stretch];
    const HazardUnits leaving = hazard_in_state(pace, state_using);
    const std::size_t first = stretch * blocks_per_stretch;
    for (std::size_t block = first; block < first + blocks_of(here); ++block) {
        come_nearer(use.blocks[block], leaving, hazard_in_state(pace, state_with(use.blocks[block].busiest)));
        if (!use.blocks[block].is_quiet()) look_at(use, citizens, block, pace, crossing);
    }
}

}  // namespace leeway
