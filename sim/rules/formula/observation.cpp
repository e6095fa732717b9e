#include "rules/formula/observation.hpp"

#include <algorithm>
#include <cmath>

#include "core/arithmetic.hpp"

namespace leeway {

// Newton's method on a decreasing concave score, from the right of its root: every step comes nearer.
Observation observe_log_rate(double seen, double exposure, double expected, double spread) {
    constexpr int most_steps = 30;
    constexpr double close = 1e-10;
    const double precision = 1 / std::max(1e-12, spread * spread);
    double mode = std::max(expected, portable::log((seen + 0.5) / exposure));
    for (int step = 0; step < most_steps; ++step) {
        const double mean = exposure * portable::exp(mode);
        const double score = seen - mean - (mode - expected) * precision;
        const double move = score / (mean + precision);
        mode += move;
        if (std::abs(move) < close) break;
    }
    const double mean = exposure * portable::exp(mode);
    return {mode + (seen - mean) / mean, 1 / mean};
}

}  // namespace leeway
