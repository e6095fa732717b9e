// Citizens in columns: who they are, whom they trust, what they use. One agent represents many persons. A group is a
// segment of one jurisdiction (number jurisdiction * segments + segment); each group stands together, in its quarter.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "core/counters.hpp"

namespace leeway {

inline constexpr std::int32_t no_product = -1;

/// Thresholds and hazards are whole numbers of this hazard, so that months can be added in any order without an error.
using HazardUnits = std::int32_t;
inline constexpr double hazard_unit = 0x1p-25;
inline constexpr HazardUnits not_interested = std::numeric_limits<HazardUnits>::max();

/// Losses of trust are whole numbers of this trust, for the same reason.
inline constexpr double loss_unit = 0x1p-30;
inline constexpr std::uint32_t all_trust = 1U << 30;

inline constexpr std::uint32_t stretch_size = 4096, block_size = 64;
inline constexpr std::uint32_t blocks_per_stretch = stretch_size / block_size;

/// Neighbouring citizens of one group who adopt at one pace. As long as none of them can have crossed, they are passed
/// over, and their thresholds stand as they were when months_counted months had passed.
struct QuietBlock {
    HazardUnits to_adopting = 0;  ///< no threshold of those who use nothing is nearer
    HazardUnits to_leaving = 0;   ///< no threshold of users is nearer
    std::uint32_t months_counted = 0;
    std::uint32_t busiest = 0;  ///< nobody who uses nothing has more neighbours who do

    bool is_quiet() const { return to_adopting > 0 && to_leaving > 0; }
};

/// What every citizen does in one sector.
struct SectorUse {
    std::vector<HazardUnits> threshold;               ///< hazard left until the next crossing (adoption, or leaving)
    std::vector<std::int32_t> product;                ///< product in use, or no_product
    std::vector<std::uint16_t> spell;                 ///< crossings so far; keys the next threshold
    Counters using_neighbours;                        ///< empty on the complete network, where all see the same
    std::uint64_t users = 0;                          ///< agents
    std::vector<HazardUnits> organisation_threshold;  ///< hazard left until each organisation adopts, 0 once it has;
                                                      ///< empty where people adopt on their own

    std::vector<QuietBlock> blocks;      ///< blocks_per_stretch for each stretch; empty where paces are personal
    std::vector<std::int64_t> gathered;  ///< hazard of the common pace so far [months][group][pace state]
    std::uint32_t months = 0;            ///< of the common pace, so far

    /// Calls look with the counters of the at most block_size citizens from `begin` on; they are zeros on the complete
    /// network, where what all see is part of the pace.
    template <class Look>
    decltype(auto) seen_from(std::uint32_t begin, const Look& look) const {
        static constexpr std::array<std::uint8_t, block_size> nobody{};
        if (using_neighbours.empty()) return look(nobody.data());
        return using_neighbours.visit([&](const auto& seen) { return look(seen.data() + begin); });
    }
};

/// Citizens begin … end - 1, all of one group: the piece of work for one thread.
struct Stretch {
    std::uint32_t begin, end;
    std::uint16_t group;
};

/// All citizens of one group. Quarters are ordered by the groups' names, so that the order of a list decides nothing.
struct Quarter {
    std::uint32_t begin, end;
    std::size_t first_stretch;
    std::uint16_t group;

    std::uint32_t size() const { return end - begin; }
};

struct Citizens {
    double represents = 1;                  ///< persons per agent
    std::vector<Quarter> quarters;          ///< in order, one for each group
    std::vector<Stretch> stretches;         ///< all citizens, in order
    std::vector<std::uint16_t> quarter_of;  ///< of each group
    std::vector<float> trust;               ///< in [0, 1]
    std::vector<std::uint32_t> loss;     ///< what harms noticed this month take from each agent's trust, before word of
                                         ///< mouth; empty before the first harm
    std::vector<std::uint8_t> services;  ///< in use: sectors
    std::vector<SectorUse> use;          ///< one entry per sector
    std::vector<double> persons_in_group;

    std::uint32_t count() const { return static_cast<std::uint32_t>(trust.size()); }
    /// Calls visit(number, members) for each organisation of `agents` citizens in a row of one group; the last of a
    /// group may be smaller.
    template <class Visit>
    void for_each_organisation(std::uint32_t agents, const Visit& visit) const {
        std::size_t number = 0;
        for (const Quarter& quarter : quarters) {
            for (std::uint32_t begin = quarter.begin, end = begin; begin < quarter.end; begin = end) {
                end = begin + std::min(agents, quarter.end - begin);
                visit(number++, Stretch{begin, end, quarter.group});
            }
        }
    }
    const Quarter& members_of(std::size_t group) const { return quarters[quarter_of[group]]; }
    const Quarter& home_of(std::uint32_t i) const {
        const Quarter* quarter = quarters.data();
        while (i >= quarter->end) ++quarter;
        return *quarter;
    }
    std::size_t group_of(std::uint32_t i) const { return home_of(i).group; }
    /// The number of the quiet block in which citizen `i` stands.
    std::size_t block_of(std::uint32_t i) const {
        const Quarter& home = home_of(i);
        return home.first_stretch * blocks_per_stretch + (i - home.begin) / block_size;
    }
};

}  // namespace leeway
