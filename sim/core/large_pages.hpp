// Room for large columns in pages of 2 MiB where the system offers them on request (Linux: transparent huge pages). The
// first touch of every small page is a call of the system, and each scattered access looks its page up: for a network
// of a million citizens this was a third of the time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace leeway {

/// Reserves room for `size` entries, in large pages where that helps; what the column holds stays the same.
template <class T>
void reserve_in_large_pages(std::vector<T>& column, std::size_t size) {
    column.reserve(size);
#if defined(__linux__)
    constexpr std::uintptr_t small_page = 4096, large_page = std::uintptr_t{1} << 21;
    const auto begin = reinterpret_cast<std::uintptr_t>(column.data());
    const std::uintptr_t end = begin + column.capacity() * sizeof(T);
    const std::uintptr_t first = (begin + small_page - 1) & ~(small_page - 1);
    if (end - begin < 2 * large_page) return;
    // It is advice: where it is not followed, the column is only slower.
    madvise(reinterpret_cast<void*>(first), (end - first) & ~(small_page - 1), MADV_HUGEPAGE);  // NOLINT
#endif
}

}  // namespace leeway
