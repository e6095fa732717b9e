// The small world of Watts and Strogatz (1998) with homophily: every place of the ring belongs to a group, and is lived
// in by one of its own or, at a share of places, by anybody who moved.
#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include "world/network/kinds.hpp"
#include "world/network/symmetric.hpp"

namespace leeway {
namespace {

constexpr std::uint32_t moved = std::numeric_limits<std::uint32_t>::max();

/// The number below which a random word falls with this probability.
std::uint64_t word_limit(double probability) { return static_cast<std::uint64_t>(probability * 0x1p32); }

// Everybody at the place of the own number, except those who move.
std::vector<std::uint32_t> who_stays(const CitizenGroup& citizens, std::uint32_t count, const Draws& draws) {
    const std::uint64_t stays_below = word_limit(citizens.homophily);
    std::vector<std::uint32_t> home;
    reserve_in_large_pages(home, count);
    home.resize(count);
    for_each_block(count, rows_per_block, [&](std::size_t begin, std::size_t end) {
        std::array<std::uint32_t, 4> words{};
        for (std::size_t i = begin; i < end; ++i) {
            if (i % 4 == 0) words = draws.words(i / 4);
            home[i] = words[i % 4] < stays_below ? static_cast<std::uint32_t>(i) : moved;
        }
    });
    return home;
}

/// Those of one group who have no place yet, in the order of their numbers.
struct Movers {
    std::uint32_t next, end;
    std::uint32_t left = 0;
};

std::vector<Movers> movers_of_groups(const std::vector<std::uint32_t>& home,
                                     std::span<const std::uint32_t> first_of_group) {
    std::vector<Movers> movers;
    for (std::size_t g = 0; g + 1 < first_of_group.size(); ++g) {
        const std::uint32_t begin = first_of_group[g], end = first_of_group[g + 1];
        const auto left = std::count(home.begin() + begin, home.begin() + end, moved);
        movers.push_back({begin, end, static_cast<std::uint32_t>(left)});
    }
    return movers;
}

// The groups of movers are drawn from an urn without replacement, so that each arrangement of groups over the free
// places is as likely as any other. Within a group, movers take their places in order: who is who does not matter
// there, and a walk round the ring then meets memory in a few ascending streams.
void settle_movers(std::vector<std::uint32_t>& home, std::vector<Movers> movers, const Draws& draws) {
    std::uint32_t left = 0;
    for (const Movers& group : movers) left += group.left;
    for (std::uint32_t place = 0; place < home.size() && left > 0; ++place) {
        if (home[place] != moved) continue;
        auto drawn = static_cast<std::uint32_t>(draws.uniform(place) * left--);
        std::size_t g = 0;
        while (drawn >= movers[g].left) drawn -= movers[g++].left;
        Movers& group = movers[g];
        while (home[group.next] == group.next) ++group.next;  // they stay
        home[place] = group.next++;
        --group.left;
    }
}

// Who lives at each place of the ring.
std::vector<std::uint32_t> ring_order(const CitizenGroup& citizens, std::span<const std::uint32_t> first_of_group,
                                      const Draws& draws) {
    std::vector<std::uint32_t> home = who_stays(citizens, first_of_group.back(), draws.named("moves"));
    settle_movers(home, movers_of_groups(home, first_of_group), draws.named("urn"));
    return home;
}

}  // namespace

Network small_world(const CitizenGroup& citizens, std::span<const std::uint32_t> first_of_group, const Draws& draws) {
    const std::uint32_t count = first_of_group.back(), reach = reach_of_ring(citizens, count);
    const std::vector<std::uint32_t> home = ring_order(citizens, first_of_group, draws);
    const Draws rewire = draws.named("rewire");
    const std::uint64_t rewired_below = word_limit(citizens.rewiring);
    return symmetric_network(count, count, [&](std::size_t place, BatchOfTies& batch) {
        std::array<std::uint32_t, 4> words{};
        for (std::uint32_t step = 1; step <= reach; ++step) {
            if (step % 4 == 1) words = rewire.words(place, 0, step / 4);
            const bool rewired = words[(step - 1) % 4] < rewired_below;
            const std::size_t nearby = place + step < count ? place + step : place + step - count;
            batch.link(home[place],
                       rewired ? static_cast<std::uint32_t>(rewire.uniform(place, 1, step) * count) : home[nearby]);
        }
    });
}

}  // namespace leeway
