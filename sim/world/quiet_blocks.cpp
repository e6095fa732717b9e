#include "world/quiet_blocks.hpp"

#include <algorithm>
#include <cmath>

#include "core/vector_clones.hpp"

namespace leeway {
namespace {

// What everybody in one group has gathered, by state, since some earlier month.
struct Owed {
    const std::int64_t *until, *since;

    HazardUnits in_state(std::size_t state) const {
        constexpr std::int64_t certain = std::int64_t{1} << 30;  // a hazard of 32
        return static_cast<HazardUnits>(std::min(certain, until[state] - since[state]));
    }
};

Owed owed_since(const SectorUse& use, const Citizens& citizens, std::uint32_t months, std::size_t group) {
    const std::size_t states = pace_states(use), groups = citizens.quarters.size();
    const auto row = [&](std::size_t month) { return use.gathered.data() + (month * groups + group) * states; };
    return {row(use.months), row(months)};
}

template <class Count>
void reduce_thresholds(SectorUse& use, const Count* seen, std::uint32_t begin, std::uint32_t end, const Owed& owed) {
    for (std::uint32_t i = begin; i < end; ++i) {
        HazardUnits& threshold = use.threshold[i];
        if (threshold == not_interested) continue;
        const auto example = std::min<std::uint32_t>(seen[i - begin], most_counted_neighbours);
        const bool in_use = use.product[i] != no_product;
        threshold = std::max(0, threshold - owed.in_state(in_use ? state_using : state_with(example)));
    }
}

// Those who are not interested count as busy too: that costs a look, never a crossing. Without branches, so that it
// becomes vector instructions.
template <class Count>
LEEWAY_VECTOR_CLONES QuietBlock note_of(const HazardUnits* threshold, const std::int32_t* product, const Count* seen,
                                        std::uint32_t size) {
    HazardUnits to_adopting = not_interested, to_leaving = not_interested;
    std::uint32_t busiest = 0;
    for (std::uint32_t i = 0; i < size; ++i) {
        const bool uses_nothing = product[i] == no_product;
        const HazardUnits adopting = uses_nothing ? threshold[i] : not_interested;
        const HazardUnits leaving = uses_nothing ? not_interested : threshold[i];
        const std::uint32_t example = uses_nothing ? seen[i] : 0;
        to_adopting = adopting < to_adopting ? adopting : to_adopting;
        to_leaving = leaving < to_leaving ? leaving : to_leaving;
        busiest = example > busiest ? example : busiest;
    }
    return {to_adopting, to_leaving, 0, busiest};
}

}  // namespace

void begin_quiet_blocks(SectorUse& use, const Citizens& citizens) {
    use.blocks.assign(citizens.stretches.size() * blocks_per_stretch, {});
    use.gathered.assign(citizens.quarters.size() * pace_states(use), 0);
}

void gather_month(SectorUse& use, std::span<const HazardUnits> hazard) {
    const std::size_t last = use.gathered.size() - hazard.size();
    for (std::size_t cell = 0; cell < hazard.size(); ++cell)
        use.gathered.push_back(use.gathered[last + cell] + hazard[cell]);
    ++use.months;
}

Stretch members_of_block(const Citizens& citizens, std::size_t block) {
    const Stretch& stretch = citizens.stretches[block / blocks_per_stretch];
    const auto begin = static_cast<std::uint32_t>(stretch.begin + block % blocks_per_stretch * block_size);
    return {begin, std::min(stretch.end, begin + block_size), stretch.group};
}

void catch_up(SectorUse& use, const Citizens& citizens, std::size_t block) {
    const Stretch members = members_of_block(citizens, block);
    const Owed owed = owed_since(use, citizens, use.blocks[block].months_counted, members.group);
    use.seen_from(members.begin,
                  [&](const auto* seen) { reduce_thresholds(use, seen, members.begin, members.end, owed); });
    note_members(use, block, members.begin, members.end);
}

void note_members(SectorUse& use, std::size_t block, std::uint32_t begin, std::uint32_t end) {
    use.blocks[block] = use.seen_from(begin, [&](const auto* seen) {
        return note_of(&use.threshold[begin], &use.product[begin], seen, end - begin);
    });
    use.blocks[block].months_counted = use.months;
}

void set_threshold(SectorUse& use, const Citizens& citizens, std::uint32_t i, HazardUnits threshold) {
    if (!use.blocks.empty()) {
        QuietBlock& block = awake_block(use, citizens, i);
        HazardUnits& nearest = use.product[i] == no_product ? block.to_adopting : block.to_leaving;
        nearest = std::min(nearest, threshold);
        if (use.product[i] == no_product && !use.using_neighbours.empty())
            block.busiest = std::max(block.busiest, use.using_neighbours[i]);
    }
    use.threshold[i] = threshold;
}

void hasten(SectorUse& use, const Citizens& citizens, std::uint32_t i, double hazard) {
    if (!use.blocks.empty()) awake_block(use, citizens, i);
    const double left = static_cast<double>(use.threshold[i]) - std::floor(hazard / hazard_unit + 0.5);
    set_threshold(use, citizens, i, static_cast<HazardUnits>(std::max(0.0, left)));
}

}  // namespace leeway
