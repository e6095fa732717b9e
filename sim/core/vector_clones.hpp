// Loops over columns are compiled for several widths of vector instructions, and the processor's own is taken when the
// program starts: one binary for every machine. Each operation is the same on each element, so the bits are the same.
#pragma once

#if defined(__x86_64__) && defined(__gnu_linux__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define LEEWAY_VECTOR_CLONES __attribute__((target_clones("default", "avx2", "arch=x86-64-v4")))
#else
#define LEEWAY_VECTOR_CLONES
#endif
