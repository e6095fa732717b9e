// Designs with several sandboxes and changes over time: how their levers are named, set, checked and laid out in
// columns.
#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "configuration_sample.hpp"
#include "experiment/lever_columns.hpp"
#include "experiment/plan.hpp"

using namespace leeway;
using sample::Folder;
using sample::tiny_experiment;

namespace {

constexpr const char* two_sandboxes =
    "name = \"cohort\"\n"
    "[[sandbox]]\nname = \"payments-lab\"\nsectors = [\"payments\"]\nplaces = 4\n"
    "[[sandbox]]\nname = \"open\"\nplaces = 2\nkind = \"test-and-learn\"\n";

Resolution resolution_of(const Folder& folder, const std::string& design, const std::string& more = "",
                         const std::vector<std::string>& settings = {}) {
    folder.write("configs/designs/cohort.toml", design);
    return resolve(folder.write("e.toml", tiny_experiment(more)), settings);
}

/// The compared design, which must have no problem.
Design design_of(const Folder& folder, const std::string& design, const std::string& more = "",
                 const std::vector<std::string>& settings = {}) {
    const Resolution resolution = resolution_of(folder, design, more, settings);
    INFO(text(resolution.problems));
    REQUIRE(resolution.plan);
    return resolution.plan->designs[1].design;
}

std::string problems_of(const std::string& design, const std::string& more = "",
                        const std::vector<std::string>& settings = {}) {
    const Folder folder;
    return text(resolution_of(folder, design, more, settings).problems);
}

const LeverColumn& column(const std::vector<LeverColumn>& columns, const std::string& name) {
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const LeverColumn& lever) { return lever.name == name; });
    INFO(name);
    REQUIRE(found != columns.end());
    return *found;
}

template <class Value>
Value entry(const std::vector<LeverColumn>& columns, const std::string& name, std::size_t design) {
    return std::get<std::vector<Value>>(column(columns, name).values).at(design);
}

}  // namespace

TEST_CASE("a design holds one sandbox as a table or several as a list") {
    const Folder folder;
    CHECK(design_of(folder, "name = \"cohort\"\n[sandbox]\nplaces = 4\n").sandbox.size() == 1);
    CHECK(design_of(folder, "name = \"cohort\"\nsandbox.places = 4\n").sandbox[0].places == 4);
    const Design design = design_of(folder, two_sandboxes);
    REQUIRE(design.sandbox.size() == 2);
    CHECK(design.sandbox[0].sectors == std::vector<std::string>{"payments"});
    CHECK(design.sandbox[1].kind == SandboxKind::test_and_learn);
}

TEST_CASE("a name without an index sets every sandbox, with one a single sandbox") {
    const Folder folder;
    const Design all = design_of(folder, two_sandboxes, "[sandbox]\nuser_cap = 70\n", {"sandbox.places=9"});
    REQUIRE(all.sandbox.size() == 2);
    CHECK(all.sandbox[0].places == 9);
    CHECK(all.sandbox[1].places == 9);
    CHECK(all.sandbox[1].user_cap == 70);
    CHECK(all.sandbox[1].name == "open");
    const Design one = design_of(folder, two_sandboxes, "\"sandbox[open].user_cap\" = 80\n", {"sandbox[0].places=7"});
    CHECK(one.sandbox[0].places == 7);
    CHECK(one.sandbox[1].places == 2);
    CHECK(one.sandbox[0].user_cap == SandboxLevers{}.user_cap);
    CHECK(one.sandbox[1].user_cap == 80);
}

TEST_CASE("an experiment's own list of sandboxes replaces that of every design") {
    const Folder folder;
    CHECK(design_of(folder, two_sandboxes, "[[sandbox]]\nname = \"only\"\nplaces = 1\n").sandbox.size() == 1);
}

TEST_CASE("a sandbox that only some designs have may be named; one that none has may not") {
    const Folder folder;
    const Resolution known = resolution_of(folder, two_sandboxes, "", {"sandbox[open].places=5"});
    INFO(text(known.problems));
    REQUIRE(known.plan);
    CHECK(known.plan->designs[0].design.sandbox[0].places == 0);
    CHECK(known.plan->designs[1].design.sandbox[1].places == 5);
    CHECK(problems_of(two_sandboxes, "", {"sandbox[closed].places=5"}).find("unknown key \"sandbox[closed].places\"") !=
          std::string::npos);
    CHECK(problems_of(two_sandboxes, "", {"sandbox[open].places=-5"}).find("sandbox[open].places is -5") !=
          std::string::npos);
}

TEST_CASE("names of sandboxes, owners, sectors and changed levers are checked") {
    const auto said = [](const std::string& design, const std::string& what) {
        INFO(design);
        CHECK(problems_of("name = \"cohort\"\n" + design).find(what) != std::string::npos);
    };
    said("[[sandbox]]\n[[sandbox]]\n", "cohort.toml:3:1: error: sandbox[1].name: repeats the name \"sandbox\"");
    said("[sandbox]\nname = \"a/b\"\n", "cohort.toml:3:8: error: sandbox[0].name: is \"a/b\"; a name has 1 to 64");
    said("[sandbox]\nowner = \"nobody\"\n", "cohort.toml:3:9: error: sandbox[0].owner: names the regulator \"nobody\"");
    said("[sandbox]\nsectors = [\"fish\"]\n", "cohort.toml:3:11: error: sandbox[0].sectors: names the sector \"fish\"");
    said("[cross_border]\npartners = [\"mars\"]\n", "names the jurisdiction \"mars\"");
    said("[[changes]]\nlever = \"sandbox.plaices\"\n", "cohort.toml:3:9: error: changes[0].lever");
    said("[sandbox]\nplacess = 4\n", "unknown key \"sandbox.placess\". Did you mean \"sandbox.places\"?");
}

TEST_CASE("every lever has a column; sandboxes that differ have columns of their own") {
    Design plain, several;
    several.sandbox.resize(2);
    several.sandbox[0].name = "one";
    several.sandbox[0].kind = SandboxKind::thematic;
    several.sandbox[0].places = 4;
    several.sandbox[0].placebo = true;
    several.sandbox[1].name = "two";
    several.sandbox[1].places = 6;
    const auto columns = lever_columns({plain, several});
    CHECK(entry<double>(columns, "sandbox.places", 0) == 0);
    CHECK(std::isnan(entry<double>(columns, "sandbox.places", 1)));
    CHECK(entry<double>(columns, "sandbox.pilots", 1) == 1);
    CHECK(entry<std::int8_t>(columns, "sandbox.placebo", 1) == -1);
    CHECK(entry<std::string>(columns, "sandbox.kind", 1) == "thematic / product-test");
    CHECK(entry<double>(columns, "sandbox[two].places", 1) == 6);
    CHECK(std::isnan(entry<double>(columns, "sandbox[two].places", 0)));
    CHECK(entry<std::int8_t>(columns, "sandbox[one].placebo", 0) == -1);
    CHECK(entry<std::string>(columns, "gate.rule", 0) == "bayesian");
    CHECK(lever_columns({plain}).size() < columns.size());
}

TEST_CASE("changes over time are one line of text") {
    Design design;
    design.changes = {Change{"sandbox.places", 0, "", 24, Condition::date, 0, 0},
                      Change{"gate.rule", 0, "sequential", 6, Condition::harm_above, 2.5, 12}};
    CHECK(entry<std::string>(lever_columns({design}), "changes", 0) ==
          "sandbox.places = 0 from month 24; gate.rule = sequential when harm-above 2.5 from month 6 for 12 months");
}
