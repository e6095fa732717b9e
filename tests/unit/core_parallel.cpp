// Loops over blocks: every index once, blocks that depend on the size alone, sums that are the same bits on any
// threads.
#include <oneapi/tbb/global_control.h>

#include <bit>
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

// Numbers of both signs and very different sizes, so that another order of summation would show.
double rough_value(std::size_t i) {
    const double u = Draws(run_key(5, 0, 0), "sum").uniform(i);
    return (u - 0.5) * (i % 7 == 0 ? 1e12 : 1);
}

std::uint64_t bits_on(std::size_t threads, std::size_t size) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    return std::bit_cast<std::uint64_t>(sum_in_blocks(size, rough_value));
}

double serial_sum(std::size_t begin, std::size_t end) {
    double sum = 0;
    for (std::size_t i = begin; i < end; ++i) sum += rough_value(i);
    return sum;
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

TEST_CASE("a sum goes through its blocks of 4096 in order", "[core][parallel]") {
    CHECK(sum_in_blocks(0, rough_value) == 0);
    CHECK(sum_in_blocks(1, rough_value) == rough_value(0));
    CHECK(sum_in_blocks(4096, rough_value) == serial_sum(0, 4096));
    CHECK(sum_in_blocks(10'000, rough_value) ==
          serial_sum(0, 4096) + serial_sum(4096, 8192) + serial_sum(8192, 10'000));
    CHECK(sum_in_blocks(100'001, [](std::size_t i) { return static_cast<double>(i); }) == 5'000'050'000);
}

TEST_CASE("a sum is the same bits on any number of threads", "[core][parallel]") {
    const std::uint64_t alone = bits_on(1, 300'000);
    for (const std::size_t threads : {2, 3, 7, 16}) {
        for (int repeat = 0; repeat < 5; ++repeat) CHECK(bits_on(threads, 300'000) == alone);
    }
}

}  // namespace leeway
