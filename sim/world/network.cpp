#include "world/network.hpp"

#include <algorithm>
#include <numeric>

namespace leeway {
namespace {

// Citizens around the ring: most stand among their own group, the others at a place drawn anywhere.
std::vector<std::uint32_t> ring_order(const CitizenGroup& citizens, std::span<const std::uint16_t> group,
                                      const Draws& draws) {
    const auto count = static_cast<std::uint32_t>(group.size());
    std::vector<double> place(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        const bool among_own = draws.uniform(i, 0, 0) < citizens.homophily;
        place[i] = among_own ? (i + 0.5) / count : draws.uniform(i, 0, 1);
    }
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return place[a] < place[b]; });
    return order;
}

void link_both_ways(std::vector<Arc>& arcs, std::uint32_t a, std::uint32_t b) {
    arcs.emplace_back(a, b);
    arcs.emplace_back(b, a);
}

}  // namespace

Network network_of(std::uint32_t vertices, std::vector<Arc> arcs) {
    std::sort(arcs.begin(), arcs.end());
    arcs.erase(std::unique(arcs.begin(), arcs.end()), arcs.end());
    return {Graph(boost::edges_are_sorted, arcs.begin(), arcs.end(), vertices)};
}

Network small_world(const CitizenGroup& citizens, std::span<const std::uint16_t> group, const Draws& draws) {
    const auto count = static_cast<std::uint32_t>(group.size());
    const auto reach = std::min(static_cast<std::uint32_t>(citizens.degree / 2), (count - 1) / 2);
    const std::vector<std::uint32_t> order = ring_order(citizens, group, draws.named("ring"));
    const Draws rewire = draws.named("rewire");
    std::vector<Arc> arcs;
    arcs.reserve(std::size_t{2} * count * reach);
    for (std::uint32_t place = 0; place < count; ++place) {
        for (std::uint32_t step = 1; step <= reach; ++step) {
            const std::uint32_t citizen = order[place];
            std::uint32_t other = order[(place + step) % count];
            if (rewire.uniform(citizen, 0, step) < citizens.rewiring) {
                other = static_cast<std::uint32_t>(rewire.uniform(citizen, 1, step) * count);
            }
            if (other != citizen) link_both_ways(arcs, citizen, other);
        }
    }
    return network_of(count, std::move(arcs));
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
