// Asking memory for what will be needed soon. It changes no result; without it a large population waits for each of its
// scattered accesses in turn.
#pragma once

#include <cstddef>

namespace leeway {

/// How many turns of a loop ahead memory is asked.
inline constexpr std::size_t fetch_ahead = 8;

inline void fetch_to_read([[maybe_unused]] const void* place) {
#if defined(__GNUC__)
    __builtin_prefetch(place, 0);
#endif
}

inline void fetch_to_write([[maybe_unused]] const void* place) {
#if defined(__GNUC__)
    __builtin_prefetch(place, 1);
#endif
}

}  // namespace leeway
