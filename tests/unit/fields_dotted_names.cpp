// Names with dots and indices.
#include "catch.hpp"
#include "experiment/dotted_names.hpp"
#include "policy/design.hpp"
#include "rules/model.hpp"

using namespace leeway;

namespace {

Scenario two_segments() {
    Scenario scenario;
    scenario.citizens.segments = {Segment{.name = "young", .share = 0.4}, Segment{.name = "old", .share = 0.6}};
    return scenario;
}

}  // namespace

TEST_CASE("a field is found by name, by index, by an entry's name, and in all entries") {
    Scenario scenario = two_segments();
    const FieldTable table = field_table(scenario);
    REQUIRE(find_fields(table, "citizens.count").size() == 1);
    CHECK(number_of(find_fields(table, "citizens.segments[1].share").at(0).value) == 0.6);
    CHECK(number_of(find_fields(table, "citizens.segments[young].share").at(0).value) == 0.4);
    const auto all = find_fields(table, "citizens.segments.share");
    REQUIRE(all.size() == 2);
    CHECK(all[1].name == "citizens.segments[1].share");
}

TEST_CASE("what does not exist is not found") {
    Scenario scenario = two_segments();
    const FieldTable table = field_table(scenario);
    for (const char* name :
         {"", "citizens", "citizens.segments", "citizens.segments[2].share", "citizens.segments[1]",
          "citizens.segments[1.share", "citizens.segments[].share", "citizens.segments[-1].share", "sectorsx.name"}) {
        CHECK(find_fields(table, name).empty());
    }
}

TEST_CASE("the remedy for an unknown name says what was meant or what there is") {
    Scenario scenario = two_segments();
    const FieldTable table = field_table(scenario);
    CHECK(remedy_for_unknown(table, "citizens.cuont") == " Did you mean \"citizens.count\"?");
    CHECK(remedy_for_unknown(table, "citizens.segments[olf].share") ==
          " citizens.segments has the entries young, old.");
    CHECK(remedy_for_unknown(table, "citizens.segments[old].shre") == " Did you mean \"citizens.segments[1].share\"?");
    CHECK(remedy_for_unknown(table, "citizens.segments.shre") == " Did you mean \"citizens.segments.share\"?");
    CHECK(remedy_for_unknown(table, "xyzzy").starts_with(" Known here: citizens, currency"));
}

TEST_CASE("documentation covers empty lists and writes no index") {
    Scenario scenario;
    REQUIRE(scenario.provisions.items.empty());
    bool found = false;
    for (const FieldEntry& entry : documented_fields(field_table(scenario))) {
        CHECK(entry.name.find("[0]") == std::string::npos);
        found = found || entry.name == "provisions.items[].mitigation";
    }
    CHECK(found);
}

TEST_CASE("no name is both a parameter of the model and a lever") {
    Model model;
    Design design;
    const FieldTable parameters = field_table(model);
    std::vector<FieldEntry> levers = field_table(design).fields;
    for (const FieldEntry& lever : field_table(design.sandbox[0], "sandbox").fields) levers.push_back(lever);
    for (const FieldEntry& lever : levers) {
        if (lever.name != "name") CHECK(find_fields(parameters, lever.name).empty());
    }
}

TEST_CASE("every field has a meaning, a source, and its default lies in its range") {
    Model model;
    Design design;
    std::vector<FieldEntry> all = documented_fields(field_table(model));
    for (const FieldEntry& lever : documented_fields(field_table(design))) all.push_back(lever);
    for (const FieldEntry& entry : all) {
        INFO(entry.name);
        CHECK_FALSE(entry.field.meaning.empty());
        CHECK_FALSE(entry.field.source.empty());
        const double number = number_of(entry.value);
        if (number == number) CHECK((number >= entry.field.low && number <= entry.field.high));
    }
}
