// Which service a citizen takes: logit over those open to the group, as a race of exponential clocks. The offer with
// the smallest Exp(1) / appeal wins with probability appeal / sum of appeals, and each citizen's clock for a product is
// the same under every design.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/adopt/offers.hpp"

namespace leeway {

/// Numbers of the offers that a citizen takes first, among all and among those from outside the sandbox; -1 for none.
struct Race {
    std::int64_t winner = -1, best_untested = -1;
};

/// The offers that are open to one group, arranged for the race.
struct Market {
    struct Stall {
        std::uint32_t offer;
        std::uint32_t word;  ///< where its clock's random word stands among those of the clock blocks
        double appeal;
        bool tested;
    };
    std::vector<Stall> stalls;
    std::vector<std::uint32_t> clock_blocks;  ///< numbers of the blocks of four random words that the clocks need
    bool vulnerable = false;
};

/// The market of every group.
std::vector<Market> markets_of(const World& world, const std::vector<Offer>& offers);

/// Runs the race of citizen `i` in its spell number `spell` among the offers that have room now.
Race race(const Market& market, const std::vector<Offer>& offers, std::uint32_t i, std::int32_t spell,
          const Draws& draws);

}  // namespace leeway
