// The clustering coefficient of Watts and Strogatz (1998). Boost.Graph's own looks every pair of neighbours up, which
// takes hours for a hub that knows a million; here sorted rows are intersected. A test holds both against each other.
#include <algorithm>

#include "world/network/figures.hpp"

namespace leeway {
namespace {

// How many of `few` are in `many`; both are sorted.
std::size_t count_common(std::span<const std::uint32_t> few, std::span<const std::uint32_t> many) {
    std::size_t common = 0;
    auto from = many.begin();
    for (const std::uint32_t vertex : few) {
        from = std::lower_bound(from, many.end(), vertex);
        if (from == many.end()) break;
        if (*from == vertex) ++common;
    }
    return common;
}

}  // namespace

double clustering_of(const Network& network, std::uint32_t vertex) {
    const auto known = neighbours(network, vertex);
    if (known.size() < 2) return 0;
    std::size_t twice_links = 0;
    for (const std::uint32_t friend_of : known) {
        const auto theirs = neighbours(network, friend_of);
        twice_links += known.size() < theirs.size() ? count_common(known, theirs) : count_common(theirs, known);
    }
    const auto degree = static_cast<double>(known.size());
    return static_cast<double>(twice_links) / (degree * (degree - 1));
}

}  // namespace leeway
