// 64-bit hashes of text and of state: for keys of random streams, and for tests that two histories are the same bits.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

namespace leeway {

/// A bijective mixing of 64 bits (the finaliser of splitmix64; Steele, Lea and Flood 2014).
constexpr std::uint64_t mix(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

/// A hash of text: FNV-1a, mixed.
constexpr std::uint64_t hash_text(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return mix(hash);
}

/// An order-dependent hash of numbers and text by their bits; both zeros count as one, and so do all NaN.
class BitHash {
  public:
    void add(std::uint64_t bits) { value_ = mix(value_ ^ bits); }
    void add(std::string_view text) { add(hash_text(text)); }
    void add(double number) {
        if (std::isnan(number)) number = std::numeric_limits<double>::quiet_NaN();
        add(std::bit_cast<std::uint64_t>(number == 0 ? 0.0 : number));
    }
    void add(std::span<const double> numbers) {
        for (const double number : numbers) add(number);
    }
    std::uint64_t value() const { return value_; }

  private:
    std::uint64_t value_ = 0;
};

}  // namespace leeway
