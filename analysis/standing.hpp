// How designs stand on a plane of what they gain and which harm they add, by their means.
#pragma once

#include <cstddef>
#include <vector>

namespace leeway {

/// The designs preferred on average as the rate rises from 0: the lower convex hull of mean harm over mean gain.
struct EfficientFrontier {
    std::vector<std::size_t> designs;  ///< columns; the first adds least harm
    std::vector<double> rates;         ///< rates[i]: harm per gain from which designs[i + 1] is preferred to designs[i]
};

/// How a design stands by its means.
enum class Standing {
    efficient,             ///< preferred at some exchange rate
    extendedly_dominated,  ///< beaten by no single design, but at every rate by one or another
    dominated              ///< some design gains no less and adds no more harm, and is better in one of both
};

}  // namespace leeway
