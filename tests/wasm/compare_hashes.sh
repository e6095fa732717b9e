#!/bin/bash
# Compiles the model to WebAssembly, runs one small history there and natively, and compares the hashes.
# Usage: compare_hashes.sh NATIVE_PROGRAM BUILD_FOLDER
# Ends with 77 (skipped) where the tool chain is missing; `./dev test` installs it.
set -euo pipefail

native=$1
build=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

for tool in clang++-19 wasm-ld-19 node; do
    if ! command -v "$tool" > /dev/null; then
        echo "skipped: $tool is not installed; ./dev test installs it"
        exit 77
    fi
done

launcher=$(command -v ccache || true)
cmake -S "$here" -B "$build" -G Ninja -DCMAKE_TOOLCHAIN_FILE="$here/wasm32_wasi.cmake" \
    -DCMAKE_CXX_COMPILER_LAUNCHER="$launcher" > "$build.log" 2>&1 || { cat "$build.log"; exit 1; }
cmake --build "$build"

in_wasm=$(node "$here/run_history.mjs" "$build/history_hash.wasm")
in_native=$("$native")
echo "WebAssembly: $in_wasm ($(stat -c %s "$build/history_hash.wasm") bytes)"
echo "native:      $in_native"
if [[ "$in_wasm" != "$in_native" ]]; then
    echo "the same history has other bits in WebAssembly: look for library functions (std::exp, std::sort of equal keys,"
    echo "std:: distributions), for size_t in a hash, and for iteration over unordered containers"
    exit 1
fi
