// Citizens in columns: who they are, whom they trust, what they use. One agent represents many persons.
#pragma once

#include <cstdint>
#include <vector>

namespace leeway {

inline constexpr std::int32_t no_product = -1;

/// What every citizen does in one sector.
struct SectorUse {
    std::vector<double>
        threshold;  ///< hazard left until the next crossing (adoption, or leaving); infinite if never interested
    std::vector<std::int32_t> product;  ///< product in use, or no_product
    std::vector<std::uint16_t> spell;   ///< crossings so far; keys the next threshold
    std::vector<std::uint16_t> using_neighbours;
};

struct Citizens {
    double represents = 1;             ///< persons per agent
    std::vector<std::uint16_t> group;  ///< a segment of one jurisdiction: jurisdiction * segments + segment
    std::vector<double> trust;         ///< in [0, 1]
    std::vector<double> loss;    ///< trust that harms noticed this month take from each agent, before word of mouth
    std::vector<SectorUse> use;  ///< one entry per sector
    std::vector<double> persons_in_group;

    std::uint32_t count() const { return static_cast<std::uint32_t>(group.size()); }
};

}  // namespace leeway
