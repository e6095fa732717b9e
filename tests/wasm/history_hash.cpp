// One small history and its hash: exported from the WebAssembly module, printed by the native program.
#include "small_history.hpp"

#if defined(__wasm__)

__attribute__((export_name("history_hash"))) extern "C" std::uint64_t exported_history_hash() {
    return leeway::history_hash();
}

#else

#include <cinttypes>
#include <cstdio>

int main() { std::printf("%016" PRIx64 "\n", leeway::history_hash()); }

#endif
