// Builds the compressed rows of a symmetric network from ties that are functions of keyed draws: they are drawn twice,
// once to count and once to fill, so that nothing but the finished rows is ever held. Threads fill in any order; rows
// are sorted afterwards, so the result does not show it.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/large_pages.hpp"
#include "core/parallel.hpp"
#include "world/network.hpp"

namespace leeway {

inline constexpr std::size_t rows_per_block = 4096, owners_per_batch = 512;

/// Turns counts into places: on entry start[v + 1] holds the length of row v, on exit the place where it begins.
/// Returns the sum of lengths.
std::uint32_t begin_rows(std::vector<std::uint32_t>& start);

/// Sorts every row, drops repetitions, closes the gaps that these leave, and notes the largest degree.
void put_rows_in_order(Network& network);

/// The ties of a few owners, before they are counted or filled in. Processors wait at every count that threads share
/// until all they wrote before is written; so all counts of a batch are taken first, and nothing waits on slow memory
/// when the arcs are written.
class BatchOfTies {
  public:
    /// Notes that a and b know each other; nobody knows themselves.
    void link(std::uint32_t a, std::uint32_t b) {
        if (a == b) return;
        forward_.emplace_back(a, b);
        backward_.emplace_back(b, a);
    }
    /// Adds the number of arcs to next[v + 1] for each vertex v that they leave.
    void count(std::vector<std::uint32_t>& next);
    /// Writes every arc to the next free place of its row.
    void fill(std::vector<std::uint32_t>& next, std::vector<std::uint32_t>& column);

  private:
    std::vector<Arc> forward_, backward_;
};

/// The network of the ties that `ties(owner, batch)` links for each owner 0 … owners - 1. It must link the same each
/// time, and may be called for several owners at once. Repeated ties and ties of a vertex with itself are dropped.
template <class Ties>
Network symmetric_network(std::uint32_t vertices, std::size_t owners, const Ties& ties) {
    Network network;
    auto& start = network.graph.m_forward.m_rowstart;
    auto& column = network.graph.m_forward.m_column;
    const auto in_batches = [&](const auto& use) {
        for_each_block(owners, owners_per_batch, [&](std::size_t begin, std::size_t end) {
            BatchOfTies batch;
            for (std::size_t owner = begin; owner < end; ++owner) ties(owner, batch);
            use(batch);
        });
    };
    reserve_in_large_pages(start, std::size_t{vertices} + 1);
    start.assign(std::size_t{vertices} + 1, 0);
    in_batches([&](BatchOfTies& batch) { batch.count(start); });
    const std::uint32_t arcs = begin_rows(start);
    reserve_in_large_pages(column, arcs);
    column.resize(arcs);
    in_batches([&](BatchOfTies& batch) { batch.fill(start, column); });
    put_rows_in_order(network);
    return network;
}

}  // namespace leeway
