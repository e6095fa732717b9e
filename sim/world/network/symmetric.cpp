#include "world/network/symmetric.hpp"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace leeway {
namespace {

constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

/// What putting a block of rows in order found.
struct BlockOfRows {
    std::uint32_t largest_degree = 0;
    std::size_t dropped = 0;
};

// Repetitions give way to `nobody`, at the end of their row.
BlockOfRows sort_rows(Network& network, std::size_t first, std::size_t last) {
    const auto& start = network.graph.m_forward.m_rowstart;
    auto& column = network.graph.m_forward.m_column;
    BlockOfRows found;
    for (std::size_t v = first; v < last; ++v) {
        const auto begin = column.begin() + start[v], end = column.begin() + start[v + 1];
        std::sort(begin, end);
        const auto kept = std::unique(begin, end);
        std::fill(kept, end, nobody);
        found.dropped += static_cast<std::size_t>(end - kept);
        found.largest_degree = std::max(found.largest_degree, static_cast<std::uint32_t>(kept - begin));
    }
    return found;
}

/// Moves rows down over the gaps, from the first row to the last.
class GapCloser {
  public:
    explicit GapCloser(Graph& graph) : start_(graph.m_forward.m_rowstart), column_(graph.m_forward.m_column) {}

    /// Rows without gaps move together.
    void move_whole(std::size_t first, std::size_t last) {
        const std::uint32_t end = start_[last], gap = read_ - written_;
        if (gap > 0) {
            std::copy(column_.begin() + read_, column_.begin() + end, column_.begin() + written_);
            for (std::size_t v = first; v < last; ++v) start_[v + 1] -= gap;
        }
        read_ = end;
        written_ = end - gap;
    }

    void move_one_by_one(std::size_t first, std::size_t last) {
        for (std::size_t v = first; v < last; ++v) {
            const auto begin = column_.begin() + read_, end = column_.begin() + start_[v + 1];
            const auto kept = std::lower_bound(begin, end, nobody);
            const auto written = std::copy(begin, kept, column_.begin() + written_);
            read_ = start_[v + 1];
            start_[v + 1] = written_ = static_cast<std::uint32_t>(written - column_.begin());
        }
    }

    void finish() { column_.resize(written_); }

  private:
    std::vector<std::uint32_t>&start_, &column_;
    std::uint32_t read_ = 0, written_ = 0;
};

}  // namespace

SortingPlan::SortingPlan(std::uint32_t vertices, std::size_t owners) {
    constexpr std::size_t waves = 32, smallest_batch = 512, largest_batch = 8192, districts_per_wave = 16;
    batches_per_wave = 32;
    owners_per_batch = std::clamp(owners / (waves * batches_per_wave) + 1, smallest_batch, largest_batch);
    const std::size_t all_waves = owners / (batches_per_wave * owners_per_batch) + 1;
    district_bits = 10;
    while ((vertices >> district_bits) > districts_per_wave * all_waves) ++district_bits;
    districts = (vertices >> district_bits) + std::size_t{1};
}

void BatchOfTies::sort() {
    std::fill(end_.begin(), end_.end(), 0);
    for (const auto& [a, b] : ties_) {
        ++end_[(a >> district_bits_) + 1];
        ++end_[(b >> district_bits_) + 1];
    }
    std::uint32_t sum = 0;
    for (std::uint32_t& end : end_) sum += std::exchange(end, sum);
    arcs_.resize(sum);
    for (const auto& [a, b] : ties_) {
        arcs_[end_[(a >> district_bits_) + 1]++] = {a, b};
        arcs_[end_[(b >> district_bits_) + 1]++] = {b, a};
    }
    ties_.clear();
}

std::uint32_t begin_rows(std::vector<std::uint32_t>& start) {
    std::uint32_t sum = 0;
    for (std::size_t v = 1; v < start.size(); ++v) {
        const std::uint32_t length = start[v];
        start[v] = sum;
        sum += length;
    }
    return sum;
}

void put_rows_in_order(Network& network) {
    const std::size_t rows = network.graph.m_forward.m_rowstart.size() - 1;
    std::vector<BlockOfRows> found(rows / rows_per_block + 1);
    for_each_block(rows, rows_per_block, [&](std::size_t first, std::size_t last) {
        found[first / rows_per_block] = sort_rows(network, first, last);
    });
    GapCloser closer(network.graph);
    for (std::size_t first = 0; first < rows; first += rows_per_block) {
        const BlockOfRows& block = found[first / rows_per_block];
        const std::size_t last = std::min(rows, first + rows_per_block);
        if (block.dropped == 0)
            closer.move_whole(first, last);
        else
            closer.move_one_by_one(first, last);
        network.largest_degree = std::max(network.largest_degree, block.largest_degree);
    }
    closer.finish();
}

}  // namespace leeway
