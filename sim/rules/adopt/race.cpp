#include "rules/adopt/race.hpp"

#include <array>
#include <cmath>

#include "core/distributions.hpp"
#include "core/random_words.hpp"

namespace leeway {
namespace {

// A clock is looked at only if it could be the first: -log u is never below 1 - u, and most clocks fail on that alone.
bool cannot_beat(double first, double u, double appeal) {
    constexpr double margin = 1 + 1e-9;  // far above the rounding of either side
    return (1 - u) > first * appeal * margin;
}

Market market_of(const World& world, const std::vector<Offer>& offers, std::size_t group) {
    Market market;
    market.vulnerable = is_vulnerable(world, group);
    for (std::uint32_t o = 0; o < offers.size(); ++o) {
        if (offers[o].appeal[group] <= 0) continue;
        const std::uint32_t number = world.products.number_in_sector[offers[o].product], block = number / 4;
        if (market.clock_blocks.empty() || market.clock_blocks.back() != block) market.clock_blocks.push_back(block);
        const auto word = static_cast<std::uint32_t>(4 * (market.clock_blocks.size() - 1) + number % 4);
        market.stalls.push_back({o, word, offers[o].appeal[group], world.products.admitted[offers[o].product] != 0});
    }
    return market;
}

/// The first of the clocks seen so far.
struct First {
    double time = INFINITY;
    std::int64_t offer = -1;

    void see(double other, std::uint32_t o) {
        if (!(other < time)) return;
        time = other;
        offer = o;
    }
};

}  // namespace

std::vector<Market> markets_of(const World& world, const std::vector<Offer>& offers) {
    std::vector<Market> markets;
    for (std::size_t g = 0; g < world.groups(); ++g) markets.push_back(market_of(world, offers, g));
    return markets;
}

Race race(const Market& market, const std::vector<Offer>& offers, std::uint32_t i, std::int32_t spell,
          const Draws& draws) {
    constexpr std::size_t blocks_at_once = 64;
    std::array<std::uint32_t, 4 * blocks_at_once> words;
    First any, untested;
    std::size_t stall = 0;
    for (std::size_t block = 0; block < market.clock_blocks.size(); block += blocks_at_once) {
        const std::size_t blocks = std::min(blocks_at_once, market.clock_blocks.size() - block);
        words_of_blocks(draws, i, spell, {&market.clock_blocks[block], blocks}, words.data());
        for (; stall < market.stalls.size() && market.stalls[stall].word < 4 * (block + blocks); ++stall) {
            const Market::Stall& here = market.stalls[stall];
            const double u = Draws::unit(words[here.word - 4 * block]);
            if (cannot_beat(here.tested ? any.time : untested.time, u, here.appeal)) continue;
            if (!offers[here.offer].has_room(market.vulnerable)) continue;
            const double time = exponential(u) / here.appeal;
            any.see(time, here.offer);
            if (!here.tested) untested.see(time, here.offer);
        }
    }
    return {any.offer, untested.offer};
}

}  // namespace leeway
