// Bernoulli trials of many pairs without a draw for each: the gaps between successes are geometric, so that only what
// is chosen costs anything (Batagelj and Brandes 2005).
#pragma once

#include <array>
#include <cmath>
#include <cstdint>

#include "core/arithmetic.hpp"
#include "core/random.hpp"

namespace leeway {

/// Trials that succeed with one probability, in rows that are independent of each other.
class PairTrials {
  public:
    PairTrials(const Draws& draws, double probability)
        : draws_(draws), probability_(probability), log_of_miss_(portable::log1p(-probability)) {}

    /// Calls visit(other) for each success among the vertices first … last - 1, in ascending order.
    template <class Visit>
    void visit_chosen(std::uint64_t row, std::uint32_t first, std::uint32_t last, const Visit& visit) const {
        if (probability_ <= 0) return;
        std::array<std::uint32_t, 4> words{};
        double place = first;
        for (std::uint32_t trial = 0;; ++trial) {
            if (trial % 2 == 0) words = draws_.words(row, 0, trial / 2);
            const double uniform = trial % 2 == 0 ? Draws::unit(words[0], words[1]) : Draws::unit(words[2], words[3]);
            place += std::floor(portable::log(uniform) / log_of_miss_);
            if (place >= last) return;
            visit(static_cast<std::uint32_t>(place));
            ++place;
        }
    }

  private:
    Draws draws_;
    double probability_, log_of_miss_;
};

}  // namespace leeway
