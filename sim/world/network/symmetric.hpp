// Builds the compressed rows of a symmetric network from ties that are functions of keyed draws: they are drawn twice,
// once to count and once to fill, so that little but the finished rows is ever held. Threads share no row: they sort
// what they draw by districts of rows, and each district takes its own.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "core/large_pages.hpp"
#include "core/parallel.hpp"
#include "world/network.hpp"

namespace leeway {

inline constexpr std::size_t rows_per_block = 4096;

/// Turns counts into places: on entry start[v + 1] holds the length of row v, on exit the place where it begins.
/// Returns the sum of lengths.
std::uint32_t begin_rows(std::vector<std::uint32_t>& start);

/// Sorts every row, drops repetitions, closes the gaps that these leave, and notes the largest degree.
void put_rows_in_order(Network& network);

/// Districts of rows, few and equal, and the waves of owners whose ties are sorted by them at once: as many as keep all
/// threads busy and the sorted ties small beside the rows.
struct SortingPlan {
    SortingPlan(std::uint32_t vertices, std::size_t owners);

    std::size_t batches_per_wave, owners_per_batch, districts;
    std::uint32_t district_bits;  ///< vertex >> district_bits is the district
};

/// The ties of a few owners, then their arcs sorted by districts.
class BatchOfTies {
  public:
    explicit BatchOfTies(const SortingPlan& plan) : district_bits_(plan.district_bits), end_(plan.districts + 1) {}

    /// Notes that a and b know each other; nobody knows themselves.
    void link(std::uint32_t a, std::uint32_t b) {
        if (a != b) ties_.emplace_back(a, b);
    }
    /// Sorts the arcs of all ties noted since the last time, and forgets those of before.
    void sort();
    /// The arcs that leave vertices of a district.
    std::span<const Arc> arcs_of(std::size_t district) const {
        return std::span(arcs_).subspan(end_[district], end_[district + 1] - end_[district]);
    }

  private:
    std::uint32_t district_bits_;
    std::vector<Arc> ties_, arcs_;
    std::vector<std::uint32_t> end_;  ///< end_[d + 1] is the end of district d in arcs_
};

/// Calls receive(a, b) and receive(b, a) for every tie that ties(owner, batch) links for an owner; never at once for
/// two arcs that leave the same vertex.
template <class Ties, class Receive>
void draw_ties(const SortingPlan& plan, std::size_t owners, const Ties& ties, const Receive& receive) {
    std::vector<BatchOfTies> batches(plan.batches_per_wave, BatchOfTies(plan));
    const std::size_t wave = plan.batches_per_wave * plan.owners_per_batch;
    for (std::size_t first = 0; first < owners; first += wave) {
        for_each_block(std::min(wave, owners - first), plan.owners_per_batch, [&](std::size_t begin, std::size_t end) {
            BatchOfTies& batch = batches[begin / plan.owners_per_batch];
            for (std::size_t owner = first + begin; owner < first + end; ++owner) ties(owner, batch);
            batch.sort();
        });
        for_each_index(plan.districts, [&](std::size_t district) {
            for (std::size_t batch = 0; batch * plan.owners_per_batch < std::min(wave, owners - first); ++batch) {
                for (const auto& [from, to] : batches[batch].arcs_of(district)) receive(from, to);
            }
        });
    }
}

/// The network of the ties that `ties(owner, batch)` links for each owner 0 … owners - 1. It must link the same each
/// time, and may be called for several owners at once. Repeated ties and ties of a vertex with itself are dropped.
template <class Ties>
Network symmetric_network(std::uint32_t vertices, std::size_t owners, const Ties& ties) {
    Network network;
    auto& start = network.graph.m_forward.m_rowstart;
    auto& column = network.graph.m_forward.m_column;
    const SortingPlan plan(vertices, owners);
    fill_with_zeros(start, std::size_t{vertices} + 1);
    draw_ties(plan, owners, ties, [&](std::uint32_t from, std::uint32_t) { ++start[from + 1]; });
    fill_with_zeros(column, begin_rows(start));
    draw_ties(plan, owners, ties, [&](std::uint32_t from, std::uint32_t to) { column[start[from + 1]++] = to; });
    put_rows_in_order(network);
    return network;
}

}  // namespace leeway
