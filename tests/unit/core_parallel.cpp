// Loops over blocks: every index once, blocks that depend on the size alone, sums that are the same on any threads.
#include <oneapi/tbb/global_control.h>

#include <cstdint>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "core/parallel.hpp"
#include "core/random.hpp"

namespace leeway {
namespace {

using Block = std::pair<std::size_t, std::size_t>;

std::vector<Block> blocks_of(std::size_t size, std::size_t block) {
    std::vector<Block> blocks((size + block - 1) / block);
    for_each_block(size, block, [&](std::size_t begin, std::size_t end) { blocks[begin / block] = {begin, end}; });
    return blocks;
}

// Large numbers of both signs: in floating point another order of summation would show.
std::int64_t value(std::size_t i) {
    const auto word = static_cast<std::int64_t>(Draws(run_key(5, 0, 0), "sum").words(i)[0]);
    return (word - (std::int64_t{1} << 31)) * (i % 7 == 0 ? 1'000'003 : 1);
}

std::int64_t sum_of(std::size_t begin, std::size_t end) {
    std::int64_t sum = 0;
    for (std::size_t i = begin; i < end; ++i) sum += value(i);
    return sum;
}

std::int64_t sum_on(std::size_t threads, std::size_t size) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    return sum_over_blocks(size, 1000, sum_of);
}

}  // namespace

TEST_CASE("blocks cover every index once, the last one shorter", "[core][parallel]") {
    CHECK(blocks_of(0, 4).empty());
    CHECK(blocks_of(3, 4) == std::vector<Block>{{0, 3}});
    CHECK(blocks_of(8, 4) == std::vector<Block>{{0, 4}, {4, 8}});
    CHECK(blocks_of(9, 4) == std::vector<Block>{{0, 4}, {4, 8}, {8, 9}});
    std::vector<int> visits(100'000, 0);
    for_each_block(visits.size(), 64, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) ++visits[i];
    });
    CHECK(visits == std::vector<int>(visits.size(), 1));
}

TEST_CASE("a sum over blocks is the whole sum, on any number of threads", "[core][parallel]") {
    CHECK(sum_over_blocks(0, 1000, sum_of) == 0);
    for (const std::size_t size : {1, 999, 1000, 1001, 300'000}) {
        for (const std::size_t threads : {1, 2, 3, 7, 16}) CHECK(sum_on(threads, size) == sum_of(0, size));
    }
}

TEST_CASE("a loop within a loop over blocks visits all, each once", "[core][parallel]") {
    std::vector<std::vector<int>> visits(40, std::vector<int>(1000, 0));
    for_each_index(visits.size(), [&](std::size_t outer) {
        for_each_index(visits[outer].size(), [&](std::size_t inner) { ++visits[outer][inner]; });
    });
    CHECK(visits == std::vector<std::vector<int>>(40, std::vector<int>(1000, 1)));
}

}  // namespace leeway
