#include "core/random_words.hpp"

#include <cstddef>

#include "core/vector_clones.hpp"

namespace leeway {
namespace {

// Philox 4x32 with 10 rounds (Salmon, Moraes, Dror and Shaw 2011), its 32-bit words in lanes of 64 so that a product
// of two is one instruction.
LEEWAY_VECTOR_CLONES void philox_of_blocks(std::uint64_t key, std::uint64_t entity, std::uint32_t month,
                                           const std::uint32_t* blocks, std::size_t count, std::uint32_t* words) {
    constexpr std::uint64_t low = 0xffffffffU;
    for (std::size_t j = 0; j < count; ++j) {
        std::uint64_t x0 = entity & low, x1 = entity >> 32, x2 = month, x3 = blocks[j];
        std::uint64_t k0 = key & low, k1 = key >> 32;
        for (int round = 0; round < 10; ++round) {
            const std::uint64_t p0 = x0 * 0xD2511F53U, p1 = x2 * 0xCD9E8D57U;
            x0 = (p1 >> 32) ^ x1 ^ k0;
            x1 = p1 & low;
            x2 = (p0 >> 32) ^ x3 ^ k1;
            x3 = p0 & low;
            k0 = (k0 + 0x9E3779B9U) & low;
            k1 = (k1 + 0xBB67AE85U) & low;
        }
        words[4 * j] = static_cast<std::uint32_t>(x0);
        words[4 * j + 1] = static_cast<std::uint32_t>(x1);
        words[4 * j + 2] = static_cast<std::uint32_t>(x2);
        words[4 * j + 3] = static_cast<std::uint32_t>(x3);
    }
}

}  // namespace

void words_of_blocks(const Draws& draws, std::uint64_t entity, std::int32_t month,
                     std::span<const std::uint32_t> blocks, std::uint32_t* words) {
    philox_of_blocks(draws.key(), entity, static_cast<std::uint32_t>(month), blocks.data(), blocks.size(), words);
}

}  // namespace leeway
