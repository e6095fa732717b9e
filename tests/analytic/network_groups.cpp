// Ties within groups: the share that homophily promises, exactly in the block model and, where places of the ring
// border on other groups, place by place in the small world.
#include <algorithm>
#include <cmath>
#include <vector>

#include "catch.hpp"
#include "sample.hpp"
#include "world/network.hpp"

using namespace leeway;

namespace {

CitizenGroup people(NetworkKind kind, double degree) {
    CitizenGroup citizens;
    citizens.network = kind;
    citizens.degree = degree;
    return citizens;
}

std::size_t group_at(const std::vector<std::uint32_t>& first_of_group, std::uint32_t place) {
    return static_cast<std::size_t>(std::upper_bound(first_of_group.begin(), first_of_group.end(), place) -
                                    first_of_group.begin() - 1);
}

double ties_within(const Network& network, const std::vector<std::uint32_t>& first_of_group) {
    double arcs = 0;
    for (std::size_t g = 0; g + 1 < first_of_group.size(); ++g) {
        for (std::uint32_t v = first_of_group[g]; v < first_of_group[g + 1]; ++v) {
            for (const std::uint32_t other : neighbours(network, v))
                arcs += other >= first_of_group[g] && other < first_of_group[g + 1] ? 1 : 0;
        }
    }
    return arcs / 2;
}

/// Who lives at a place of the ring is of its own group with probability h, else anybody; the other end of a rewired
/// tie is anybody.
double expected_share_within(const CitizenGroup& citizens, const std::vector<std::uint32_t>& first_of_group) {
    const std::uint32_t count = first_of_group.back();
    const auto reach = static_cast<std::uint32_t>(citizens.degree / 2);
    double sum = 0;
    for (std::uint32_t place = 0; place < count; ++place) {
        for (std::uint32_t step = 1; step <= reach; ++step) {
            const std::size_t here = group_at(first_of_group, place),
                              there = group_at(first_of_group, (place + step) % count);
            for (std::size_t g = 0; g + 1 < first_of_group.size(); ++g) {
                const double anybody = static_cast<double>(first_of_group[g + 1] - first_of_group[g]) / count;
                const auto lives = [&](std::size_t group) {
                    return (group == g ? citizens.homophily : 0) + (1 - citizens.homophily) * anybody;
                };
                sum += lives(here) * ((1 - citizens.rewiring) * lives(there) + citizens.rewiring * anybody);
            }
        }
    }
    return sum / (static_cast<double>(count) * reach);
}

}  // namespace

TEST_CASE("the block model ties a share of acquaintances to the own group") {
    const std::vector<std::uint32_t> first{0, 500, 2000, 6000};
    CitizenGroup citizens = people(NetworkKind::block_model, 8);
    citizens.homophily = 0.6;
    const double anywhere = 0.4 * 8 / 5999;
    double exact_within = 0, exact_all = anywhere * 6000 * 5999 / 2;
    for (std::size_t g = 0; g < 3; ++g) {
        const double members = first[g + 1] - first[g], pairs = members * (members - 1) / 2;
        exact_within += pairs * (0.6 * 8 / (members - 1) + anywhere);
        exact_all += pairs * 0.6 * 8 / (members - 1);
    }
    CHECK(exact_all == Approx(6000 * 8 / 2));
    Sample within, all;
    for (std::uint64_t replicate = 0; replicate < 100; ++replicate) {
        const auto network = acquaintances_of(citizens, first, Draws(test_key("block model", replicate), "network"));
        within.add(ties_within(*network, first));
        all.add(static_cast<double>(num_edges(network->graph)) / 2);
    }
    CHECK(std::abs(within.z(exact_within)) < z_limit);
    CHECK(std::abs(all.z(exact_all)) < z_limit);
}

TEST_CASE("homophily of the small world is the share of citizens who live among their own") {
    const std::vector<std::uint32_t> first{0, 2000, 8000, 20'000};
    CitizenGroup citizens = people(NetworkKind::small_world, 6);
    citizens.rewiring = 0.2;
    for (const double homophily : {0.0, 0.5, 0.8, 1.0}) {
        citizens.homophily = homophily;
        Sample share;
        for (std::uint64_t replicate = 0; replicate < 60; ++replicate) {
            const auto network = acquaintances_of(citizens, first, Draws(test_key("homophily", replicate), "network"));
            share.add(2 * ties_within(*network, first) / static_cast<double>(num_edges(network->graph)));
        }
        INFO("homophily " << homophily);
        CHECK(std::abs(share.z(expected_share_within(citizens, first))) < z_limit);
    }
}
