// Random numbers as functions of keys, not as state: Philox (Salmon, Moraes, Dror and Shaw 2011). A number depends on
// the run, the rule that asks, the entity, the month and an index, and on nothing else: not on threads, order or other
// draws.
#pragma once

#if defined(__wasm__)  // the library knows no WebAssembly; any little- or big-endian 64-bit name will do for this
                       // generator
#define __s390x__ 1
#include <Random123/philox.h>
#undef __s390x__
#else
#include <Random123/philox.h>
#endif

#include <array>
#include <cstdint>
#include <string_view>

#include "core/hash.hpp"

namespace leeway {

/// The key of a run. `world` is the same for all where worlds share their luck.
constexpr std::uint64_t run_key(std::uint64_t seed, std::uint64_t world, std::uint64_t replicate) {
    return mix(mix(mix(seed) ^ world) ^ replicate);
}

/// The random stream of one rule in one run.
class Draws {
  public:
    constexpr Draws(std::uint64_t run, std::string_view rule) : key_(mix(run ^ hash_text(rule))) {}

    /// The stream of a part of the rule, independent of the whole's.
    constexpr Draws named(std::string_view part) const { return Draws(key_, part); }

    /// Four independent 32-bit words for an entity, month and index.
    std::array<std::uint32_t, 4> words(std::uint64_t entity, std::int32_t month = 0, std::uint32_t index = 0) const {
        const r123::Philox4x32::ctr_type counter{{static_cast<std::uint32_t>(entity),
                                                  static_cast<std::uint32_t>(entity >> 32),
                                                  static_cast<std::uint32_t>(month), index}};
        const r123::Philox4x32::key_type key{
            {static_cast<std::uint32_t>(key_), static_cast<std::uint32_t>(key_ >> 32)}};
        const auto block = r123::Philox4x32()(counter, key);
        return {block[0], block[1], block[2], block[3]};
    }

    /// A uniform number in the open interval (0, 1), with 52 bits.
    double uniform(std::uint64_t entity, std::int32_t month = 0, std::uint32_t index = 0) const {
        const auto block = words(entity, month, index);
        return unit(block[0], block[1]);
    }

    /// A word as a number in the open interval (0, 1), with 32 bits.
    static double unit(std::uint32_t word) { return (word + 0.5) * 0x1p-32; }

    /// Two words as a number in the open interval (0, 1), with 52 bits.
    static double unit(std::uint32_t high, std::uint32_t low) {
        const std::uint64_t bits = (std::uint64_t{high} << 20) | (low >> 12);
        return (static_cast<double>(bits) + 0.5) * 0x1p-52;
    }

    constexpr std::uint64_t key() const { return key_; }

  private:
    std::uint64_t key_;
};

}  // namespace leeway
