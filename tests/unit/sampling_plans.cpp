// The sampling plans as points of the unit cube: what each promises of its points.
#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "catch.hpp"
#include "experiment/sampling/plans.hpp"

using namespace leeway;

namespace {

const Names three{"one", "two", "three"};

/// How many of these points of one column fall into each of `parts` equal parts.
std::vector<int> fill(const Points& points, std::size_t column, int parts) {
    std::vector<int> counts(static_cast<std::size_t>(parts));
    for (const auto& point : points) ++counts[static_cast<std::size_t>(point[column] * parts)];
    return counts;
}

/// Mean over the points of the product of the centred coordinates, in units in which independent ones have a standard
/// deviation of 1 over the root of their number.
double correlation(const Points& points, std::size_t one, std::size_t other) {
    double sum = 0;
    for (const auto& point : points) sum += (point[one] - 0.5) * (point[other] - 0.5);
    return 12 * sum / static_cast<double>(points.size());
}

/// The error of the mean of a smooth function over the points; its true mean is 1.
double integration_error(const Points& points) {
    double sum = 0;
    for (const auto& point : points) {
        double product = 1;
        for (const double x : point) product *= 1 + 0.5 * (x * x - 1.0 / 3);
        sum += product;
    }
    return std::abs(sum / static_cast<double>(points.size()) - 1);
}

}  // namespace

TEST_CASE("a grid is every combination of midpoints, the last parameter changing fastest") {
    CHECK(grid(2, 2) == Points{{0.25, 0.25}, {0.25, 0.75}, {0.75, 0.25}, {0.75, 0.75}});
    CHECK(grid(1, 1) == Points{{0.5}});
    CHECK(grid(3, 5).size() == 125);
}

TEST_CASE("in every column of a Latin hypercube each stratum holds one point") {
    const Points points = latin_hypercube(three, 50, 1);
    for (std::size_t p = 0; p < 3; ++p) CHECK(fill(points, p, 50) == std::vector<int>(50, 1));
    CHECK(std::abs(correlation(latin_hypercube(three, 400, 3), 0, 1)) < 0.2);  // four standard errors
}

TEST_CASE("a column of a Latin hypercube depends on the seed and its own name, not on the others") {
    const auto both = latin_hypercube({"one", "two"}, 20, 1), alone = latin_hypercube({"two"}, 20, 1);
    const auto other_seed = latin_hypercube({"one", "two"}, 20, 2);
    for (std::size_t world = 0; world < 20; ++world) CHECK(both[world][1] == alone[world][0]);
    CHECK(both != other_seed);
}

TEST_CASE("a scrambled Sobol sequence stays stratified in every column and every pair of columns") {
    const Points points = sobol({"a", "b", "c", "d", "e", "f", "g", "h"}, 64, 5);
    for (std::size_t p = 0; p < 8; ++p) CHECK(fill(points, p, 64) == std::vector<int>(64, 1));
    std::set<std::pair<int, int>> boxes;  // the first two dimensions are a (0, 6, 2)-net: one point in each 8 x 8 box
    for (const auto& point : points) boxes.insert({static_cast<int>(8 * point[0]), static_cast<int>(8 * point[1])});
    CHECK(boxes.size() == 64);
}

TEST_CASE("a longer Sobol sequence goes on where a shorter one ends, under its seed") {
    const Points shorter = sobol(three, 16, 1), longer = sobol(three, 32, 1);
    CHECK(Points(longer.begin(), longer.begin() + 16) == shorter);
    CHECK(sobol(three, 16, 2) != shorter);
}

TEST_CASE("scrambled points are uniform: their mean over seeds is one half, also of the first point") {
    double sum = 0;
    for (std::int64_t seed = 0; seed < 1000; ++seed) sum += sobol({"one"}, 1, seed)[0][0];
    const double z = (sum / 1000 - 0.5) / std::sqrt(1.0 / 12 / 1000);
    CHECK(std::abs(z) < 4.892);
}

TEST_CASE("Sobol points integrate a smooth function better than a Latin hypercube, and that better than nothing") {
    double by_sobol = 0, by_hypercube = 0;
    for (std::int64_t seed = 0; seed < 20; ++seed) {
        by_sobol += integration_error(sobol(three, 256, seed));
        by_hypercube += integration_error(latin_hypercube(three, 256, seed));
    }
    CHECK(by_sobol < 0.5 * by_hypercube);
    CHECK(by_hypercube / 20 < 0.01);
}

TEST_CASE("a trajectory of Morris moves one parameter at a time by two thirds, each once") {
    const Points points = morris(three, 10, 1);
    REQUIRE(points.size() == 40);
    for (std::size_t t = 0; t < 10; ++t) {
        std::set<std::size_t> moved;
        for (std::size_t step = 1; step <= 3; ++step) {
            const auto &from = points[4 * t + step - 1], &to = points[4 * t + step];
            for (std::size_t p = 0; p < 3; ++p) {
                if (from[p] == to[p]) continue;
                moved.insert(p);
                CHECK(std::abs(to[p] - from[p]) == Approx(morris_step));
            }
            CHECK(moved.size() == step);
        }
    }
}

TEST_CASE("Morris's points lie on four levels, all of which occur, in differing orders") {
    const Points points = morris(three, 200, 1);
    for (std::size_t p = 0; p < 3; ++p) {
        std::set<long> levels;
        for (const auto& point : points) {
            CHECK(std::abs(3 * point[p] - std::round(3 * point[p])) < 1e-12);
            levels.insert(std::lround(3 * point[p]));
        }
        CHECK(levels == std::set<long>{0, 1, 2, 3});
    }
    int first_moves_first = 0;
    for (std::size_t t = 0; t < 200; ++t) first_moves_first += points[4 * t][0] != points[4 * t + 1][0];
    CHECK(first_moves_first > 30);
    CHECK(first_moves_first < 110);
}

TEST_CASE("a block of Saltelli's plan holds two points, and each mixture of them in one parameter") {
    const Points points = saltelli(three, 64, 1);
    REQUIRE(points.size() == 64 * 5);
    std::array<double, 3> sum{};
    for (std::size_t block = 0; block < 64; ++block) {
        const auto &first = points[5 * block], &other = points[5 * block + 4];
        for (std::size_t p = 0; p < 3; ++p) {
            auto mixed = first;
            mixed[p] = other[p];
            CHECK(first[p] != other[p]);
            CHECK(points[5 * block + 1 + p] == mixed);
            sum[p] += 12 * (first[p] - 0.5) * (other[p] - 0.5) / 64;
        }
    }
    for (const double correlation_of_both : sum) CHECK(std::abs(correlation_of_both) < 4.892 / std::sqrt(64));
    const Points more = saltelli(three, 65, 1);
    CHECK(Points(more.begin(), more.begin() + 64 * 5) == points);
}

TEST_CASE("every plan stays inside the unit cube") {
    for (const Points& points :
         {latin_hypercube(three, 999, 7), sobol(three, 999, 7), morris(three, 99, 7), saltelli(three, 99, 7)}) {
        for (const auto& point : points) {
            for (const double x : point) REQUIRE((x >= 0 && x <= 1));
        }
    }
}
