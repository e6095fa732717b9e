// What every kind of network keeps: symmetric rows in ascending order without the own number, the same bits on any
// number of threads, and figures that agree with a plain count and with Boost.Graph's own.
#include <oneapi/tbb/global_control.h>

#include <algorithm>
#include <boost/graph/clustering_coefficient.hpp>
#include <boost/graph/lookup_edge.hpp>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "catch.hpp"
#include "configuration_sample.hpp"
#include "sample.hpp"
#include "world/network.hpp"
#include "world/network/figures.hpp"

using namespace leeway;

namespace {

using Numbers = std::vector<std::uint32_t>;

constexpr std::array built{NetworkKind::small_world, NetworkKind::erdos_renyi, NetworkKind::scale_free,
                           NetworkKind::block_model, NetworkKind::ring};

/// Citizens and where their groups begin; some groups are empty.
struct Town {
    CitizenGroup citizens;
    Numbers first_of_group;

    std::uint32_t count() const { return first_of_group.back(); }
    Network network(const Draws& draws) const { return *acquaintances_of(citizens, first_of_group, draws); }
};

Town random_town(NetworkKind kind, std::uint64_t number) {
    const Draws draws(test_key("town", number), "town");
    Town town;
    town.citizens.network = kind;
    town.citizens.degree = 2 + 12 * draws.uniform(0) * draws.uniform(1);
    town.citizens.rewiring = draws.uniform(2) < 0.2 ? 0 : draws.uniform(3);
    town.citizens.homophily = draws.uniform(4) < 0.2 ? std::round(draws.uniform(5)) : draws.uniform(5);
    town.first_of_group = {0};
    const auto groups = 1 + static_cast<int>(4 * draws.uniform(6));
    for (int g = 0; g < groups; ++g) {
        const double members = draws.uniform(7, g) < 0.2 ? 0 : 25 * draws.uniform(8, g) * draws.uniform(9, g);
        town.first_of_group.push_back(town.count() + static_cast<std::uint32_t>(members));
    }
    town.first_of_group.back() += 1;
    town.citizens.count = town.citizens.population = town.count();
    return town;
}

bool knows(const Network& network, std::uint32_t a, std::uint32_t b) {
    const auto known = neighbours(network, a);
    return std::binary_search(known.begin(), known.end(), b);
}

void check_rows(const Network& network, std::uint32_t count) {
    REQUIRE(num_vertices(network.graph) == count);
    std::size_t largest = 0;
    bool sound = true;
    for (std::uint32_t v = 0; v < count; ++v) {
        const auto known = neighbours(network, v);
        largest = std::max(largest, known.size());
        sound &= std::is_sorted(known.begin(), known.end());
        sound &= std::adjacent_find(known.begin(), known.end()) == known.end();
        for (const std::uint32_t other : known) sound &= other < count && other != v && knows(network, other, v);
    }
    CHECK(sound);
    CHECK(network.largest_degree == largest);
}

Town large_town(NetworkKind kind) {
    Town town{{}, {0, 9000, 21'000, 30'001}};
    town.citizens.network = kind;
    town.citizens.degree = 10;
    town.citizens.count = town.count();
    return town;
}

bool same(const Network& one, const Network& other) {
    return one.graph.m_forward.m_rowstart == other.graph.m_forward.m_rowstart &&
           one.graph.m_forward.m_column == other.graph.m_forward.m_column;
}

/// Two triangles that share vertex 2, and a pair apart: 0-1-2, 2-3-4, 5-6.
Network two_triangles() {
    const std::vector<Arc> ties{{0, 1}, {1, 2}, {2, 0}, {4, 2}, {3, 4}, {2, 3}, {5, 6}};
    return network_of_ties(7, ties);
}

}  // namespace

TEST_CASE("rows are symmetric, ascending and without the own number, in towns of any size") {
    for (const NetworkKind kind : built) {
        for (std::uint64_t number = 0; number < 300; ++number) {
            const Town town = random_town(kind, number);
            INFO("kind " << static_cast<int>(kind) << ", town " << number << " of " << town.count());
            check_rows(town.network(Draws(test_key("rows", number), "network")), town.count());
        }
    }
}

TEST_CASE("a network is the same bits on any number of threads") {
    for (const NetworkKind kind : built) {
        const Town town = large_town(kind);
        const Draws draws(test_key("threads", 0), "network");
        std::vector<Network> found;
        for (const std::size_t threads : {1, 2, 3, 7}) {
            const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
            found.push_back(town.network(draws));
        }
        for (const Network& network : found) CHECK(same(network, found[0]));
        check_rows(found[0], town.count());
        CHECK((kind == NetworkKind::ring || !same(found[0], town.network(Draws(test_key("threads", 1), "network")))));
    }
}

TEST_CASE("on the ring everybody knows the nearest on both sides") {
    Town town{{}, {0, 12}};
    town.citizens.network = NetworkKind::ring;
    town.citizens.degree = 5;
    const Network ring = town.network(Draws(1, "ring"));
    const auto known = neighbours(ring, 1);
    CHECK(Numbers(known.begin(), known.end()) == Numbers{0, 2, 3, 11});
    CHECK(ring.largest_degree == 4);
    CHECK(mean_degree(ring, 12) == 4);
}

TEST_CASE("the complete network keeps no row") {
    Town town{{}, {0, 40, 100}};
    town.citizens.network = NetworkKind::complete;
    const Network all = town.network(Draws(1, "complete"));
    CHECK(all.complete);
    CHECK(all.largest_degree == 99);
    CHECK(mean_degree(all, 100) == 99);
    CHECK(neighbours(all, 7).empty());
    const std::vector<std::uint16_t> segments{0, 1};
    const NetworkFigures figures = figures_of(all, {town.first_of_group, segments});
    CHECK(figures.ties == 4950);
    CHECK(figures.clustering == 1);
    CHECK(figures.components == 1);
    CHECK(figures.largest_share == 1);
    CHECK(std::isnan(figures.assortativity_by_degree));
    CHECK(figures.assortativity_by_segment == Approx(-1.0 / 99));
}

TEST_CASE("a listed network is shared, not built again") {
    Town town{{}, {0, 7}};
    town.citizens.network = NetworkKind::edge_list;
    town.citizens.listed = std::make_shared<const Network>(two_triangles());
    CHECK(acquaintances_of(town.citizens, town.first_of_group, Draws(1, "any")) == town.citizens.listed);
}

TEST_CASE("ties that repeat count once, and none with itself") {
    const std::vector<Arc> ties{{0, 1}, {1, 0}, {0, 1}, {2, 2}, {1, 2}};
    const Network network = network_of_ties(4, ties);
    check_rows(network, 4);
    CHECK(num_edges(network.graph) == 4);
    CHECK(neighbours(network, 3).empty());
}

TEST_CASE("rows with gaps close up over many blocks") {
    constexpr std::uint32_t count = 20'000;
    std::vector<Arc> ties;
    for (std::uint32_t v = 0; v + 1 < count; ++v) ties.emplace_back(v, v + 1);
    const Network path = network_of_ties(count, ties);
    for (const std::uint32_t v : {3U, 4095U, 4096U, 13'000U}) ties.emplace_back(v + 1, v);
    const Network with_repetitions = network_of_ties(count, ties);
    CHECK(same(path, with_repetitions));
    check_rows(path, count);
}

TEST_CASE("figures of a network that can be counted by hand") {
    const Network network = two_triangles();
    const Numbers first{0, 3, 7};
    const std::vector<std::uint16_t> segments{1, 0};
    const NetworkFigures figures = figures_of(network, {first, segments});
    CHECK(figures.nodes == 7);
    CHECK(figures.ties == 7);
    CHECK(figures.mean_degree == 2);
    CHECK(figures.sd_degree == Approx(std::sqrt(6.0 / 7)));
    CHECK(figures.least_degree == 1);
    CHECK(figures.largest_degree == 4);
    CHECK(figures.clustering == Approx((4 + 1.0 / 3) / 7));
    CHECK(figures.nodes_sampled == 7);
    CHECK(figures.components == 2);
    CHECK(figures.largest_share == Approx(5.0 / 7));
    // Arcs: 8 between degrees 2 and 4 (4 each way), 4 between 2 and 2, 2 between 1 and 1.
    const double mean = 34.0 / 14, square = 98.0 / 14, product = 82.0 / 14;
    CHECK(figures.assortativity_by_degree == Approx((product - mean * mean) / (square - mean * mean)));
    // Ties within segment 1: 3; within segment 0: 2; between: 2.
    CHECK(figures.assortativity_by_segment == Approx((10.0 / 14 - 100.0 / 196) / (1 - 100.0 / 196)));
}

TEST_CASE("clustering agrees with Boost.Graph's") {
    for (const NetworkKind kind : built) {
        Town town = large_town(kind);
        town.first_of_group = {0, 100, 300};
        const Network network = town.network(Draws(test_key("clustering", 0), "network"));
        for (std::uint32_t v = 0; v < 300; ++v)
            CHECK(clustering_of(network, v) == Approx(boost::clustering_coefficient<double>(network.graph, v)));
    }
}

TEST_CASE("describe --network prints the figures of a scenario's network") {
    const sample::Folder folder;
    const auto plain = folder.leeway("describe --network tiny");
    INFO(plain.messages);
    CHECK(plain.code == 0);
    CHECK(plain.output.find("tiny: network small-world of 500 citizens") != std::string::npos);
    const auto figures = nlohmann::json::parse(folder.leeway("describe --network tiny --json").output);
    CHECK(figures["nodes"] == 500);
    CHECK(figures["components"] == 1);
    CHECK(figures["degree"]["mean"].get<double>() == Approx(12).epsilon(0.01));
    CHECK(figures["assortativity"]["segment"].get<double>() > 0.3);
    folder.write("ring.toml", sample::replaced(sample::tiny_world(), "count = 500", "count = 500\nnetwork = \"ring\""));
    const auto ring = nlohmann::json::parse(folder.leeway("describe --network ring.toml --json").output);
    CHECK(ring["ties"] == 3000);
    CHECK(ring["clustering"].get<double>() == Approx(3 * 10.0 / (4 * 11)));
    CHECK(ring["assortativity"]["degree"].is_null());
    CHECK(folder.leeway("describe --network nowhere").code == 2);
    CHECK(folder.leeway("describe citizens --network tiny").code == 2);
}
