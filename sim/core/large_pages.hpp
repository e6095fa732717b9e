// Room for large columns in pages of 2 MiB where the system offers them on request (Linux: transparent huge pages),
// first touched by all threads. Each first touch of a small page is a call of the system, and each scattered access
// looks its page up: for a network of a million citizens that was a third of the time, and no thread could help.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#if defined(__linux__)
#include <sys/mman.h>
#endif

#include "core/parallel.hpp"

namespace leeway {

/// Advises the system to use large pages for what begins here; where it does not follow, memory is only slower.
inline void advise_large_pages([[maybe_unused]] void* begin, [[maybe_unused]] std::size_t bytes) {
#if defined(__linux__)
    constexpr std::uintptr_t small_page = 4096, large_page = std::uintptr_t{1} << 21;
    if (bytes < large_page) return;
    const auto address = reinterpret_cast<std::uintptr_t>(begin);
    const std::uintptr_t first = (address + small_page - 1) & ~(small_page - 1);
    madvise(reinterpret_cast<void*>(first), (address + bytes - first) & ~(small_page - 1), MADV_HUGEPAGE);  // NOLINT
#endif
}

/// Makes an empty column of `size` zeros, in large pages where that helps.
template <class T>
void fill_with_zeros(std::vector<T>& column, std::size_t size) {
    constexpr std::size_t page = 4096 / sizeof(T), pages_at_once = 512;
    column.clear();
    column.reserve(size);
    advise_large_pages(column.data(), size * sizeof(T));
    for_each_block(size, page * pages_at_once, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; i += page) std::construct_at(column.data() + i);
    });
    column.resize(size);
}

}  // namespace leeway
