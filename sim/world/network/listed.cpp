// Networks from lists: of arcs, of ties, and of the firms from whom a firm learns.
#include <algorithm>

#include "world/network.hpp"
#include "world/network/symmetric.hpp"

namespace leeway {

Network network_of(std::uint32_t vertices, std::vector<Arc> arcs) {
    std::sort(arcs.begin(), arcs.end());
    arcs.erase(std::unique(arcs.begin(), arcs.end()), arcs.end());
    Network network{Graph(boost::edges_are_sorted, arcs.begin(), arcs.end(), vertices)};
    for (std::uint32_t v = 0; v < vertices; ++v)
        network.largest_degree =
            std::max(network.largest_degree, static_cast<std::uint32_t>(neighbours(network, v).size()));
    return network;
}

Network network_of_ties(std::uint32_t vertices, std::span<const Arc> ties) {
    return symmetric_network(vertices, ties.size(), [&](std::size_t tie, BatchOfTies& batch) {
        batch.link(ties[tie].first, ties[tie].second);
    });
}

Network knowledge_network(std::span<const std::uint8_t> sector, double peers, const Draws& draws) {
    std::vector<Arc> arcs;
    std::vector<std::vector<std::uint32_t>> earlier(256);
    for (std::uint32_t firm = 0; firm < sector.size(); ++firm) {
        std::vector<std::uint32_t>& known = earlier[sector[firm]];
        for (std::uint32_t peer = 0; peer < static_cast<std::uint32_t>(peers) && !known.empty(); ++peer) {
            const auto place =
                static_cast<std::size_t>(draws.uniform(firm, 0, peer) * static_cast<double>(known.size()));
            arcs.emplace_back(known[place], firm);  // news of `known[place]` reaches `firm`
        }
        known.push_back(firm);
    }
    return network_of(static_cast<std::uint32_t>(sector.size()), std::move(arcs));
}

}  // namespace leeway
