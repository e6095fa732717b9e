// The social network on which citizens see each other use services and hear of harm, and the network of firms that
// learn from each other: both are Boost.Graph compressed rows, built deterministically from keyed draws.
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "core/random.hpp"
#include "world/scenario.hpp"

namespace leeway {

using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                 boost::no_property, std::uint32_t, std::uint32_t>;
using Arc = std::pair<std::uint32_t, std::uint32_t>;

/// A directed graph; an undirected tie is two arcs.
struct Network {
    Graph graph;
};

/// The vertices that `vertex` points to, in ascending order.
inline std::span<const std::uint32_t> neighbours(const Network& network, std::uint32_t vertex) {
    const auto& rows = network.graph.m_forward.m_rowstart;
    return {network.graph.m_forward.m_column.data() + rows[vertex], rows[vertex + 1] - rows[vertex]};
}

/// The network of `vertices` vertices with these arcs; repeated arcs count once.
Network network_of(std::uint32_t vertices, std::vector<Arc> arcs);

/// A symmetric small world (Watts and Strogatz 1998) of the citizens: a ring of neighbourhoods, one for each group (a
/// segment of a jurisdiction), in which a share of citizens lives anywhere (homophily below 1) and a share of ties is
/// rewired. `group` gives each citizen's group, in ascending order.
Network small_world(const CitizenGroup& citizens, std::span<const std::uint16_t> group, const Draws& draws);

/// For every firm, the earlier firms of the same sector whose outcomes it sees. `sector` gives each firm's sector.
Network knowledge_network(std::span<const std::uint8_t> sector, double peers, const Draws& draws);

}  // namespace leeway
