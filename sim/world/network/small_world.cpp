// The small world of Watts and Strogatz (1998) with homophily: every place of the ring belongs to a group, and is lived
// in by one of its own or, at a share of places, by anybody who moved.
#include <algorithm>
#include <array>
#include <vector>

#include "core/large_pages.hpp"
#include "world/network/kinds.hpp"
#include "world/network/symmetric.hpp"

namespace leeway {
namespace {

/// The number below which a random word falls with this probability.
std::uint64_t word_limit(double probability) { return static_cast<std::uint64_t>(probability * 0x1p32); }

// Everybody at the place of the own number, except those who move: there, their random word stands meanwhile. (That it
// is the own number by chance, one in 2^32, makes no odds: they stay.)
std::vector<std::uint32_t> who_stays(std::uint64_t stays_below, std::uint32_t count, const Draws& draws) {
    std::vector<std::uint32_t> home;
    fill_with_zeros(home, count);
    for_each_block(count, rows_per_block, [&](std::size_t begin, std::size_t end) {
        std::array<std::uint32_t, 4> words{};
        for (std::size_t i = begin; i < end; ++i) {
            if (i % 4 == 0) words = draws.words(i / 4);
            home[i] = words[i % 4] < stays_below ? static_cast<std::uint32_t>(i) : words[i % 4];
        }
    });
    return home;
}

/// Those of one group who have no place yet, from `next` on in the order of their numbers.
struct Movers {
    std::uint32_t next, left;
};

std::vector<Movers> movers_of_groups(const std::vector<std::uint32_t>& home,
                                     std::span<const std::uint32_t> first_of_group) {
    std::vector<Movers> movers;
    for (std::size_t g = 0; g + 1 < first_of_group.size(); ++g) {
        Movers group{first_of_group[g], 0};
        for (std::uint32_t i = group.next; i < first_of_group[g + 1]; ++i) group.left += home[i] == i ? 0 : 1;
        movers.push_back(group);
    }
    return movers;
}

// The groups of movers are drawn from an urn without replacement, so that each arrangement of groups over the free
// places is as likely as any other. Within a group, movers take their places in order: who is who does not matter
// there, and a walk round the ring then meets memory in a few ascending streams.
void settle_movers(std::vector<std::uint32_t>& home, std::vector<Movers> movers, std::uint64_t stays_below) {
    const std::uint64_t words = (std::uint64_t{1} << 32) - stays_below;  // of movers: uniform from stays_below on
    std::uint64_t left = 0;
    for (const Movers& group : movers) left += group.left;
    for (std::uint32_t place = 0; left > 0; ++place) {
        if (home[place] == place) continue;
        std::uint64_t drawn = (home[place] - stays_below) * left-- / words;
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
    const std::uint64_t stays_below = word_limit(citizens.homophily);
    std::vector<std::uint32_t> home = who_stays(stays_below, first_of_group.back(), draws);
    settle_movers(home, movers_of_groups(home, first_of_group), stays_below);
    return home;
}

}  // namespace

Network small_world(const CitizenGroup& citizens, std::span<const std::uint32_t> first_of_group, const Draws& draws) {
    const std::uint32_t count = first_of_group.back(), reach = reach_of_ring(citizens, count);
    const std::vector<std::uint32_t> home = ring_order(citizens, first_of_group, draws.named("ring"));
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
