// Loops over fixed blocks, on all threads where there are threads. Blocks depend on the size alone, each block writes
// only what is its own, and sums go through the blocks in order, so that the number of threads cannot show in a result.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#if !defined(LEEWAY_SERIAL) && !defined(__wasm__)
#include <oneapi/tbb/parallel_for.h>
#endif

namespace leeway {

/// Calls body(index) for 0 <= index < count, in any order and perhaps at once; body writes only what is its index's.
template <class Body>
void for_each_index(std::size_t count, const Body& body) {
#if defined(LEEWAY_SERIAL) || defined(__wasm__)
    for (std::size_t index = 0; index < count; ++index) body(index);
#else
    if (count == 1) return body(std::size_t{0});
    tbb::parallel_for(std::size_t{0}, count, body);
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

/// The sum of value_at(i) for 0 <= i < size, always the same bits: each block is summed in order, then the blocks.
/// value_at may be called at once for several i.
template <class F>
double sum_in_blocks(std::size_t size, F value_at) {
    constexpr std::size_t block = 4096;
    std::vector<double> sums(size / block + 1, 0.0);
    for_each_block(size, block, [&](std::size_t begin, std::size_t end) {
        double sum = 0;
        for (std::size_t i = begin; i < end; ++i) sum += value_at(i);
        sums[begin / block] = sum;
    });
    double total = 0;
    for (const double sum : sums) total += sum;
    return total;
}

}  // namespace leeway
