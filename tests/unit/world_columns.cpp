// Two worlds differ exactly where their columns say.
#include <cstring>
#include <set>

#include "catch.hpp"
#include "small_history.hpp"
#include "world/columns.hpp"

using namespace leeway;

namespace {

/// A world in which cases wait, tests run and harms are not yet noticed.
World lived_in_world(const Model& model) {
    World world = build_world(model.scenario, model.adaptation, run_key(3, 0, 0), 24);
    simulate(world, model.month, model.phases, small_sandbox(), 18, [](const World&) {});
    return world;
}

std::string full_name(const Column& column) { return column.place + "/" + column.name; }

std::vector<std::string> differing(const World& one, const World& other) {
    std::vector<std::string> names;
    const auto here = columns_of(one), there = columns_of(other);
    for (std::size_t c = 0; c < here.size(); ++c) {
        if (!differing_entries(here[c], there[c]).empty()) names.push_back(full_name(here[c]));
    }
    return names;
}

}  // namespace

TEST_CASE("a change of any one column is seen, in that column and in no other") {
    const Model model = small_model();
    const World world = lived_in_world(model);
    World other = world;
    CHECK(differing(world, other).empty());
    std::size_t changed = 0;
    for (const Column& column : columns_of(other)) {
        if (column.count == 0) continue;
        auto* byte = const_cast<std::byte*>(column.data) + (column.count - 1) * column.step;
        *byte ^= std::byte{1};
        CHECK(differing(world, other) == std::vector{full_name(column)});
        *byte ^= std::byte{1};
        ++changed;
    }
    CHECK(changed > 200);
}

TEST_CASE("no two columns share a name, so that a difference is told without doubt") {
    const Model model = small_model();
    const World world = lived_in_world(model);
    std::set<std::string> names;
    for (const Column& column : columns_of(world))
        CHECK(names.insert(std::string(text(column.entity)) + full_name(column)).second);
}

TEST_CASE("the bytes between the members of a record mean nothing") {
    const Model model = small_model();
    World world = build_world(model.scenario, model.adaptation, 3, 12), other = world;
    for (World* each : {&world, &other}) {
        auto& queue = each->jurisdictions[0].regulators[0].queue;
        queue.resize(1);
        std::memset(static_cast<void*>(queue.data()), each == &world ? 0 : 0xff, sizeof(Case));
        queue[0].product = 7;
        queue[0].kind = CaseKind::authorisation;
        queue[0].arrived = 2;
        queue[0].hours_left = 30;
    }
    CHECK(differing(world, other).empty());
    other.jurisdictions[0].regulators[0].queue.push_back({8, CaseKind::application, 2, 1});
    CHECK(differing(world, other).size() == 4);
}

TEST_CASE("a difference tells its entries, whose they are, and the values in words") {
    const Model model = small_model();
    const World world = build_world(model.scenario, model.adaptation, 3, 12);
    World other = world;
    other.products.stage[12] = Stage::lab;
    other.products.stage[15] = Stage::pilot;
    const Column here = columns_of(world).front(), there = columns_of(other).front();
    REQUIRE(here.name == "stage");
    CHECK(differing_entries(here, there) == std::vector<std::size_t>{12, 15});
    CHECK(there.value(12) == "lab");
    CHECK(there.value(there.count) == "nothing");
    CHECK(entity_in_words(world, here, 12).starts_with("service 12 ("));
    other = world;
    other.jurisdictions[0].rulebook.level[1] += 1e-16 + 1e-3;
    const std::vector<Column> columns = columns_of(other);
    const auto level = std::find_if(columns.begin(), columns.end(), [](const Column& c) { return c.name == "level"; });
    REQUIRE(level != columns.end());
    CHECK(property_in_words(other, *level, 1) == "level of provision data");
    CHECK(differing(world, other) == std::vector{full_name(*level)});
}
