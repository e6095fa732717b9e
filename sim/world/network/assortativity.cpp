// Whether like knows like: by degree (Newman 2002) and by segment (Newman 2003).
#include <algorithm>
#include <vector>

#include "core/parallel.hpp"
#include "world/network/figures.hpp"

namespace leeway {
namespace {

constexpr std::size_t rows_together = 65'536;
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// Sums over arcs of the degree at their start, its square, and the product of the degrees at both ends.
struct DegreeSums {
    double arcs = 0, degree = 0, square = 0, product = 0;
};

DegreeSums degree_sums(const Network& network, std::size_t first, std::size_t last) {
    DegreeSums sums;
    for (std::size_t v = first; v < last; ++v) {
        const auto known = neighbours(network, static_cast<std::uint32_t>(v));
        const auto degree = static_cast<double>(known.size());
        double of_neighbours = 0;
        for (const std::uint32_t other : known) of_neighbours += static_cast<double>(neighbours(network, other).size());
        sums.arcs += degree;
        sums.degree += degree * degree;
        sums.square += degree * degree * degree;
        sums.product += degree * of_neighbours;
    }
    return sums;
}

std::size_t segment_of(const Membership& members, std::uint32_t citizen) {
    const auto& first = members.first_of_group;
    const auto group = std::upper_bound(first.begin(), first.end(), citizen) - first.begin() - 1;
    return members.segment_of_group[static_cast<std::size_t>(group)];
}

/// Arcs from each segment to each [from * segments + to].
using TieMatrix = std::vector<double>;

TieMatrix ties_between_segments(const Network& network, const Membership& members, std::size_t segments) {
    const std::size_t rows = members.first_of_group.back();
    std::vector<TieMatrix> parts(rows / rows_together + 1, TieMatrix(segments * segments, 0.0));
    for_each_block(rows, rows_together, [&](std::size_t first, std::size_t last) {
        TieMatrix& part = parts[first / rows_together];
        for (auto v = static_cast<std::uint32_t>(first); v < last; ++v) {
            const std::size_t from = segment_of(members, v) * segments;
            for (const std::uint32_t other : neighbours(network, v)) part[from + segment_of(members, other)] += 1;
        }
    });
    for (std::size_t p = 1; p < parts.size(); ++p) {
        for (std::size_t cell = 0; cell < parts[0].size(); ++cell) parts[0][cell] += parts[p][cell];
    }
    return parts[0];
}

TieMatrix ties_when_complete(const Membership& members, std::size_t segments) {
    std::vector<double> size(segments, 0.0);
    for (std::size_t g = 0; g < members.segment_of_group.size(); ++g)
        size[members.segment_of_group[g]] += members.first_of_group[g + 1] - members.first_of_group[g];
    TieMatrix ties;
    for (std::size_t from = 0; from < segments; ++from) {
        for (std::size_t to = 0; to < segments; ++to) ties.push_back(size[from] * (size[to] - (from == to ? 1 : 0)));
    }
    return ties;
}

}  // namespace

double assortativity_by_degree(const Network& network) {
    if (network.complete) return undefined;
    const std::size_t rows = num_vertices(network.graph);
    std::vector<DegreeSums> parts(rows / rows_together + 1);
    for_each_block(rows, rows_together, [&](std::size_t first, std::size_t last) {
        parts[first / rows_together] = degree_sums(network, first, last);
    });
    DegreeSums sums;
    for (const DegreeSums& part : parts) {
        sums.arcs += part.arcs;
        sums.degree += part.degree;
        sums.square += part.square;
        sums.product += part.product;
    }
    const double mean = sums.degree / sums.arcs, variance = sums.square / sums.arcs - mean * mean;
    return variance > 1e-12 * mean * mean ? (sums.product / sums.arcs - mean * mean) / variance : undefined;
}

double assortativity_by_segment(const Network& network, const Membership& members) {
    const std::size_t segments =
        members.segment_of_group.empty()
            ? 0
            : std::size_t{1} + *std::max_element(members.segment_of_group.begin(), members.segment_of_group.end());
    const TieMatrix ties =
        network.complete ? ties_when_complete(members, segments) : ties_between_segments(network, members, segments);
    double all = 0, within = 0, expected = 0;
    for (const double arcs : ties) all += arcs;
    for (std::size_t s = 0; s < segments; ++s) {
        double ends = 0;
        for (std::size_t other = 0; other < segments; ++other) ends += ties[s * segments + other];
        within += ties[s * segments + s] / all;
        expected += ends / all * ends / all;
    }
    return expected < 1 - 1e-12 ? (within - expected) / (1 - expected) : undefined;
}

}  // namespace leeway
