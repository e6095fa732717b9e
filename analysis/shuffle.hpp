// Random orders for permutation tests and resampling, as functions of a key.
#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "core/random.hpp"

namespace leeway {

/// The numbers 0 to count - 1 in a random order (Fisher and Yates; Durstenfeld 1964).
inline std::vector<std::size_t> shuffled(std::size_t count, const Draws& draws, std::uint64_t round) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = count; i-- > 1;) {
        const double u = draws.uniform(round, 0, static_cast<std::uint32_t>(i));
        std::swap(order[i], order[static_cast<std::size_t>(u * static_cast<double>(i + 1))]);
    }
    return order;
}

/// `count` numbers below `count`, drawn with replacement (Efron 1979).
inline std::vector<std::size_t> resampled(std::size_t count, const Draws& draws, std::uint64_t round) {
    std::vector<std::size_t> drawn(count);
    for (std::size_t i = 0; i < count; ++i)
        drawn[i] = static_cast<std::size_t>(draws.uniform(round, 0, static_cast<std::uint32_t>(i)) *
                                            static_cast<double>(count));
    return drawn;
}

}  // namespace leeway
