// What is switched off leaves no trace: a sandbox without places is the same design without live tests, and a lever
// that a design file sets to its neutral value is one that it does not mention, bit for bit.
#include <filesystem>
#include <string>

#include "catch.hpp"
#include "experiment/locations.hpp"
#include "experiment/read_toml.hpp"
#include "experiment/scenario_file.hpp"
#include "experiment/write_toml.hpp"
#include "sample.hpp"
#include "small_history.hpp"

using namespace leeway;

namespace {

// Two jurisdictions with two regulators each, so that no lever is without its actors.
Model model_of_all_actors() {
    Model model = small_model();
    Scenario& scenario = model.scenario;
    scenario.regulators.items = {RegulatorItem{.name = "lead", .hours_share = 0.75, .complaint_share = 0.75},
                                 RegulatorItem{.name = "second", .hours_share = 0.25, .complaint_share = 0.25}};
    scenario.provisions.items[1].owner = "second";
    scenario.jurisdictions.items = {
        JurisdictionItem{.name = "home", .population_share = 0.75, .idea_share = 0.75, .hours_share = 0.75},
        JurisdictionItem{.name = "abroad", .population_share = 0.25, .idea_share = 0.25, .hours_share = 0.25}};
    return model;
}

std::uint64_t history_of(const Model& model, const Design& design) {
    return hash_of(run_history(model, {}, design, test_key("neutral", 0), 30));
}

Design shipped(const NamedFile& file) {
    Problems problems;
    Places places;
    Design design = read_design(file.path, problems, places);
    INFO(text(problems));
    REQUIRE(problems.empty());
    return design;
}

Design read_text(const std::string& text) {
    Design design;
    Problems problems;
    Places places;
    const auto document = parse_document("design.toml", text, problems);
    REQUIRE(document);
    read_toml(field_table(design), {*document, problems, places});
    INFO(text);
    REQUIRE(problems.empty());
    return design;
}

constexpr const char* base = "name = \"base\"\n[[sandbox]]\nplaces = 6\n";

}  // namespace

TEST_CASE("every shipped design without places is the same design without live tests, bit for bit") {
    const Model model = model_of_all_actors();
    int with_sandbox = 0;
    for (const NamedFile& file : designs(find_locations(LEEWAY_SOURCE_DIR))) {
        const Design design = shipped(file);
        Design closed = design, without = design;
        for (SandboxLevers& sandbox : closed.sandbox) sandbox.places = 0;
        for (SandboxLevers& sandbox : without.sandbox) sandbox.kind = SandboxKind::none;
        INFO(file.name);
        const std::uint64_t hash = history_of(model, without);
        CHECK(history_of(model, closed) == hash);
        if (!design.has_open_sandbox()) continue;
        ++with_sandbox;
        CHECK(history_of(model, design) != hash);
    }
    CHECK(with_sandbox >= 7);
}

TEST_CASE("a lever that a design file sets to its neutral value changes no bit") {
    const Model model = model_of_all_actors();
    const std::uint64_t hash = history_of(model, read_text(base));
    Design neutral;
    for (const FieldEntry& lever : field_table(neutral).fields) {
        if (lever.name.find('.') == std::string::npos) continue;  // the rest says what the design is
        INFO(lever.name);
        CHECK(history_of(model, read_text(lever.name + " = " + value_toml(lever.value) + "\n" + base)) == hash);
    }
    for (const FieldEntry& lever : field_table(neutral.sandbox[0]).fields) {
        if (lever.name == "places") continue;
        INFO("sandbox." << lever.name);
        CHECK(history_of(model, read_text(base + lever.name + " = " + value_toml(lever.value) + "\n")) == hash);
    }
}

TEST_CASE("a change over time to the value that a lever has already changes no bit") {
    const Model model = model_of_all_actors();
    Design design = read_text(base);
    const std::uint64_t hash = history_of(model, design);
    design.changes = {Change{.lever = "supervision.monitoring", .value = 0, .month = 6},
                      Change{.lever = "gate.rule", .word = "bayesian", .month = 9, .lasts = 3},
                      Change{.lever = "sandbox.places", .value = 6, .when = Condition::trust_below, .threshold = 1}};
    CHECK(history_of(model, design) == hash);
}
