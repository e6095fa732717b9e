// Months and runs ask for the same columns over and over: what is freed is kept for the next, since giving memory back
// to the system and taking it anew costs more than filling it.
#pragma once

#include <cstdlib>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace leeway {

/// Keeps freed memory in the process, for columns of up to 32 MiB each. Called once, when a program starts.
inline void keep_freed_memory() {
#if defined(__GLIBC__)
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_TOP_PAD, 16 << 20);
#endif
}

}  // namespace leeway
