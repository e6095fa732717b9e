// Components by Boost.Graph's disjoint sets (Tarjan 1975).
#include <algorithm>
#include <boost/graph/incremental_components.hpp>
#include <boost/pending/disjoint_sets.hpp>
#include <vector>

#include "world/network/figures.hpp"

namespace leeway {

Components components_of(const Network& network) {
    if (network.complete) return {1, network.largest_degree + 1};
    const auto count = static_cast<std::uint32_t>(num_vertices(network.graph));
    std::vector<std::uint32_t> rank(count), parent(count), members(count);
    boost::disjoint_sets<std::uint32_t*, std::uint32_t*> sets(rank.data(), parent.data());
    boost::initialize_incremental_components(network.graph, sets);
    boost::incremental_components(network.graph, sets);
    Components found;
    for (std::uint32_t v = 0; v < count; ++v) {
        const std::uint32_t size = ++members[sets.find_set(v)];
        found.count += size == 1 ? 1 : 0;
        found.largest = std::max(found.largest, size);
    }
    return found;
}

}  // namespace leeway
