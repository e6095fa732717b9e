// What a network looks like in a few numbers: degrees, clustering, components, assortativity.
#pragma once

#include <cstdint>
#include <limits>
#include <span>

#include "world/network.hpp"

namespace leeway {

/// The groups of which the citizens of a network are members: group g begins at first_of_group[g] (the last entry is
/// the number of citizens) and belongs to segment segment_of_group[g].
struct Membership {
    std::span<const std::uint32_t> first_of_group;
    std::span<const std::uint16_t> segment_of_group;
};

/// Figures that need a spread of degrees or several segments are NaN without.
struct NetworkFigures {
    double nodes = 0, ties = 0;
    double mean_degree = 0, sd_degree = 0;
    std::uint32_t least_degree = 0, largest_degree = 0;
    double clustering = 0;            ///< mean over nodes of the share of pairs of neighbours who know each other
    std::uint32_t nodes_sampled = 0;  ///< for the clustering: all, or as many as make its standard error below 0.002
    double components = 0, largest_share = 0;
    double assortativity_by_degree = std::numeric_limits<double>::quiet_NaN();   ///< Newman 2002
    double assortativity_by_segment = std::numeric_limits<double>::quiet_NaN();  ///< Newman 2003
};

/// All figures of a symmetric network.
NetworkFigures figures_of(const Network& network, const Membership& members);

/// The share of pairs of neighbours of `vertex` who know each other; 0 with fewer than two neighbours.
double clustering_of(const Network& network, std::uint32_t vertex);

/// Nodes that can reach each other make a component.
struct Components {
    std::uint32_t count = 0, largest = 0;
};
Components components_of(const Network& network);

/// Pearson's correlation of the degrees at both ends of a tie (Newman 2002); NaN where all degrees are the same.
double assortativity_by_degree(const Network& network);

/// (trace - expected) / (1 - expected) of the matrix of ties between segments (Newman 2003); NaN with one segment.
double assortativity_by_segment(const Network& network, const Membership& members);

}  // namespace leeway
