// The reference work, ring-bass, as plain loops: people on a rewired ring, of whom one with n adopting neighbours
// adopts with probability 1 - (1 - p)(1 - q)^n in each step (Bass 1969, on a network of Watts and Strogatz 1998).
// Written as by somebody who knows C++ and wants the answer; the engine is measured against them.
#pragma once

#include <cstdint>
#include <vector>

namespace leeway::bench {

/// How adoption spreads: per step, p without example and q for each adopting neighbour.
struct Spread {
    double innovation = 0.001, imitation = 0.02;
    std::int32_t steps = 120;
};

inline constexpr Spread few_adopt{.innovation = 1e-5, .imitation = 0.005};  // 2 % by the end

inline constexpr std::uint32_t ring_degree = 10;
inline constexpr double ring_rewiring = 0.1;

/// Who knows whom: the neighbours of `i` are neighbour[first[i]] … neighbour[first[i + 1] - 1].
struct Ring {
    std::vector<std::uint32_t> first, neighbour;
    std::uint32_t people() const { return static_cast<std::uint32_t>(first.size()) - 1; }
};
Ring rewired_ring(std::uint32_t people, std::uint64_t seed);

/// Adopters after each step.
using Curve = std::vector<double>;

/// The loop over all people, each with a look at the neighbours and a random number in every step, as most frameworks
/// run it. Bars refer to it.
Curve plain_loop(const Ring& ring, const Spread& spread, std::uint64_t seed);

/// The same, but for those who have adopted nothing is done.
Curve sparing_loop(const Ring& ring, const Spread& spread, std::uint64_t seed);

}  // namespace leeway::bench
