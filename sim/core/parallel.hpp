// Loops over fixed blocks, on all threads where there are threads. Blocks depend on the size alone, each block writes
// only what is its own, and sums are of whole numbers, so that the number of threads cannot show in a result.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#if !defined(LEEWAY_SERIAL) && !defined(__wasm__)
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>
#endif

namespace leeway {

/// Calls body(index) for 0 <= index < count, in any order and perhaps at once; body writes only what is its index's.
/// May be called within another such loop: who waits here takes no work from there, so that runs do not pile up.
template <class Body>
void for_each_index(std::size_t count, const Body& body) {
#if defined(LEEWAY_SERIAL) || defined(__wasm__)
    for (std::size_t index = 0; index < count; ++index) body(index);
#else
    if (count == 1) return body(std::size_t{0});
    tbb::this_task_arena::isolate([&] { tbb::parallel_for(std::size_t{0}, count, body); });
#endif
}

/// Calls f(begin, end) for each block of `block` (at least 1) of the indices 0 … size - 1, the last one shorter; f may
/// write only what belongs to its own indices.
template <class F>
void for_each_block(std::size_t size, std::size_t block, F f) {
    const std::size_t blocks = size / block + (size % block > 0 ? 1 : 0);
    for_each_index(blocks, [&](std::size_t index) {
        const std::size_t begin = index * block;
        f(begin, begin + std::min(block, size - begin));
    });
}

/// The sum over all blocks of the whole numbers that f(begin, end) gives for each: the same in any order.
template <class F>
std::int64_t sum_over_blocks(std::size_t size, std::size_t block, F f) {
    std::vector<std::int64_t> sums(size / block + 1, 0);
    for_each_block(size, block, [&](std::size_t begin, std::size_t end) { sums[begin / block] = f(begin, end); });
    std::int64_t total = 0;
    for (const std::int64_t sum : sums) total += sum;
    return total;
}

}  // namespace leeway
