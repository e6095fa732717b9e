// What the evidence did and did not pin down: of each parameter the range before and after, and the pairs that are
// pinned down only together.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/search/history_matching.hpp"

namespace leeway {

/// The middle 90 % of something, and its median.
struct Middle {
    double low = 0, median = 0, high = 0;
};

enum class Pinned : std::uint8_t { not_at_all, shifted, narrowed, pinned_down };

/// A word or two for each: no difference beyond chance; another place but hardly narrower; narrower; at most half as
/// wide.
std::string_view text(Pinned pinned);

/// One parameter before and after.
struct PinnedParameter {
    std::string name;
    Middle prior, kept;     ///< 5 %, 50 % and 95 % quantiles, in its unit
    double width_left = 1;  ///< of the kept middle 90 %, measured in shares of the prior, against 0.90
    double chance = 1;      ///< probability that draws from the prior itself differ as much (Kolmogorov and Smirnov)
    Pinned verdict = Pinned::not_at_all;
};

/// Two parameters that depend on each other among the kept worlds, though they do not in the prior.
struct PinnedPair {
    std::string one, other;
    double correlation = 0;  ///< of shares of the prior
};

/// The values of a target's outcome before and after, and how many worlds of the first wave it rules out.
struct PinnedTarget {
    Middle prior, kept;                    ///< of the worlds' means
    std::size_t ruled_out = 0, alone = 0;  ///< of the first wave: by this target, and by no other
    std::size_t unknown = 0;               ///< of the first wave: worlds without the outcome
    Variances variances;                   ///< mean over the worlds of the first wave
};

struct PinnedDown {
    std::vector<PinnedParameter> parameters;
    std::vector<PinnedPair> pairs;  ///< beyond chance, the strongest first
    std::vector<PinnedTarget> targets;
};

/// Verdicts allow one error in a hundred over all parameters together, and one over all pairs (Bonferroni).
PinnedDown what_is_pinned_down(const Search& search, const HistoryMatch& match);

/// Probability that the greatest distance between the distribution of `points` and the uniform one on (0, 1) is at
/// least what it is, for draws from that (Kolmogorov 1933, in the form of Stephens 1970 for small samples).
double chance_of_uniform(std::vector<double> points);

}  // namespace leeway
