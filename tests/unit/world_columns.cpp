// Two worlds differ exactly where their columns say.
#include "catch.hpp"
#include "small_history.hpp"
#include "world/columns.hpp"

using namespace leeway;

namespace {

std::vector<std::string> differing(const World& one, const World& other) {
    std::vector<std::string> names;
    const auto here = columns_of(one), there = columns_of(other);
    for (std::size_t c = 0; c < here.size(); ++c) {
        if (difference(here[c], there[c]).count > 0) names.push_back(here[c].name);
    }
    return names;
}

}  // namespace

TEST_CASE("a copy of a world differs in nothing, a change in one column in nothing else") {
    const Model model = small_model();
    const World world = build_world(model.scenario, model.adaptation, 3, 12);
    World other = world;
    CHECK(differing(world, other).empty());
    other.products.stage[7] = Stage::lab;
    CHECK(differing(world, other) == std::vector<std::string>{"stage"});
    other = world;
    other.citizens.trust[5] += 1e-16 + 1e-3;
    other.jurisdictions[0].news = 1;
    CHECK(differing(world, other) == std::vector<std::string>{"jurisdiction 0, news", "trust"});
}

TEST_CASE("a difference tells the first entry, how many there are, and the value in words") {
    const Model model = small_model();
    const World world = build_world(model.scenario, model.adaptation, 3, 12);
    World other = world;
    other.products.stage[12] = Stage::lab;
    other.products.stage[15] = Stage::pilot;
    const Column here = columns_of(world).front(), there = columns_of(other).front();
    REQUIRE(here.name == "stage");
    const ColumnDifference found = difference(here, there);
    CHECK(found.first == 12);
    CHECK(found.count == 2);
    CHECK(there.word(there.data + found.first * there.width) == "lab");
}
