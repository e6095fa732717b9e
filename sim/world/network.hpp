// The social network on which citizens see each other use services and hear of harm, and the network of firms that
// learn from each other: both are Boost.Graph compressed rows, built deterministically from keyed draws.
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "core/prefetch.hpp"
#include "core/random.hpp"
#include "world/scenario.hpp"

namespace leeway {

using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                 boost::no_property, std::uint32_t, std::uint32_t>;
using Arc = std::pair<std::uint32_t, std::uint32_t>;

/// A directed graph; an undirected tie is two arcs. In the complete network all know all, and no row is kept.
struct Network {
    Graph graph;
    std::uint32_t largest_degree = 0;  ///< arcs from one vertex, at most
    bool complete = false;
};

/// The vertices that `vertex` points to, in ascending order; none are listed for the complete network.
inline std::span<const std::uint32_t> neighbours(const Network& network, std::uint32_t vertex) {
    if (network.complete) return {};
    const auto& rows = network.graph.m_forward.m_rowstart;
    return {network.graph.m_forward.m_column.data() + rows[vertex], rows[vertex + 1] - rows[vertex]};
}

/// Asks memory for the row of `vertex`, which will be needed soon.
inline void fetch_neighbours(const Network& network, std::uint32_t vertex) {
    if (network.complete) return;
    const auto& rows = network.graph.m_forward.m_rowstart;
    const std::uint32_t* row = network.graph.m_forward.m_column.data() + rows[vertex];
    fetch_to_read(row);
    fetch_to_read(row + 12);
}

/// Arcs per vertex of a network of `vertices` vertices.
inline double mean_degree(const Network& network, std::uint32_t vertices) {
    if (network.complete) return network.largest_degree;
    return vertices == 0 ? 0 : static_cast<double>(network.graph.m_forward.m_column.size()) / vertices;
}

/// The network of `vertices` vertices with these arcs; repeated arcs count once.
Network network_of(std::uint32_t vertices, std::vector<Arc> arcs);

/// The network in which each of these ties joins two of `vertices` vertices both ways. Repeated ties count once, those
/// of a vertex with itself not at all.
Network network_of_ties(std::uint32_t vertices, std::span<const Arc> ties);

/// Who knows whom, of the kind that `citizens.network` names. Citizens stand in the order of their groups: group g
/// (a segment of a jurisdiction) begins at first_of_group[g], and the last entry is the number of citizens. A network
/// from an edge list is not built again but shared.
std::shared_ptr<const Network> acquaintances_of(const CitizenGroup& citizens,
                                                std::span<const std::uint32_t> first_of_group, const Draws& draws);

/// For every firm, the earlier firms of the same sector whose outcomes it sees. `sector` gives each firm's sector.
Network knowledge_network(std::span<const std::uint8_t> sector, double peers, const Draws& draws);

}  // namespace leeway
