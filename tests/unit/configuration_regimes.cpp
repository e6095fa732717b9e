// Regimes of adaptation crossed with designs, and the designs of neighbouring jurisdictions.
#include "catch.hpp"
#include "configuration_sample.hpp"
#include "experiment/plan.hpp"
#include "experiment/results_frame.hpp"

using namespace leeway;
using sample::Folder;
using sample::tiny_experiment;

namespace {

Plan plan_of(const Folder& folder, const std::string& more, const std::vector<std::string>& settings = {}) {
    Resolution resolution = resolve(folder.write("e.toml", tiny_experiment(more)), settings);
    INFO(text(resolution.problems));
    REQUIRE(resolution.plan);
    return std::move(*resolution.plan);
}

std::string problems_of(const Folder& folder, const std::string& more, const std::vector<std::string>& settings = {}) {
    const Resolution resolution = resolve(folder.write("e.toml", tiny_experiment(more)), settings);
    CHECK_FALSE(resolution.plan);
    return text(resolution.problems);
}

/// A world with a second jurisdiction, governed or not, that lives under the design `neighbour`.
void add_neighbour(const Folder& folder, const std::string& governed) {
    folder.write("scenarios/tiny/world.toml",
                 sample::tiny_world() + "[jurisdictions]\ngoverned = \"" + governed +
                     "\"\n"
                     "[[jurisdictions.items]]\nname = \"north\"\npopulation_share = 0.5\nidea_share = 0.5\nhours_share "
                     "= 0.5\ndesign = \"neighbour\"\n"
                     "[[jurisdictions.items]]\nname = \"south\"\npopulation_share = 0.5\nidea_share = 0.5\nhours_share "
                     "= 0.5\n");
    folder.write("configs/designs/neighbour.toml", "name = \"neighbour\"\n[sandbox]\nplaces = 33\n");
}

}  // namespace

TEST_CASE("a list of regimes crosses every design with them, each against the baseline in its own") {
    const Folder folder;
    const Plan plan = plan_of(folder, "[adaptation]\nfirms = [true, false]\nregulators = [false, true]\n");
    REQUIRE(plan.designs.size() == 8);
    CHECK(plan.designs[1].name == "status-quo[adaptation.firms=true,adaptation.regulators=true]");
    CHECK(plan.designs[6].name == "cohort[adaptation.firms=false,adaptation.regulators=false]");
    CHECK(plan.designs[6].base == "cohort");
    CHECK_FALSE(plan.designs[6].adaptation.firms);
    CHECK(plan.baseline == 0);
    CHECK(plan.baseline_of == std::vector<std::size_t>{0, 1, 2, 3, 0, 1, 2, 3});
    CHECK(plan.experiment.designs == std::vector<std::string>{"status-quo", "cohort"});
    CHECK(run_count(plan) == 8 * 1 * 2);
    CHECK(plan.configuration.find("experiment.adaptation.firms = [true, false]\n") != std::string::npos);
}

TEST_CASE("one regime leaves labels plain; both names stand in them when any is a list") {
    const Folder folder;
    CHECK(plan_of(folder, "", {"adaptation.firms=false"}).designs[1].name == "cohort");
    CHECK(plan_of(folder, "", {"adaptation.firms=[false]"}).designs[1].name == "cohort");
    CHECK_FALSE(plan_of(folder, "", {"adaptation.firms=[false]"}).designs[1].adaptation.firms);
    const Plan plan = plan_of(folder, "adaptation.regulators = false\n", {"adaptation.firms=[true, false]"});
    REQUIRE(plan.designs.size() == 4);
    CHECK(plan.designs[2].name == "cohort[adaptation.firms=true,adaptation.regulators=false]");
    const Plan overruled = plan_of(folder, "adaptation.firms = [true, false]\n", {"adaptation.firms=false"});
    CHECK(overruled.designs.size() == 2);
}

TEST_CASE("what is no list of true and false is refused") {
    const Folder folder;
    for (const char* list : {"[]", "[1]", "[true, true]", "[true, \"false\"]"}) {
        CHECK(problems_of(folder, std::string("adaptation.firms = ") + list + "\n")
                  .find("e.toml:5:20: error: adaptation.firms takes true, false, or the list of both") !=
              std::string::npos);
    }
}

TEST_CASE("results know the regime of each design point and its baseline") {
    const Folder folder;
    const Results results = empty_results(plan_of(folder, "adaptation.firms = [true, false]\n"));
    CHECK(results.design_base == std::vector<std::string>{"status-quo", "status-quo", "cohort", "cohort"});
    CHECK(results.baseline_of == std::vector<std::size_t>{0, 1, 0, 1});
    CHECK(results.baseline == "status-quo[adaptation.firms=true,adaptation.regulators=true]");
    std::vector<std::int8_t> firms;
    for (const LeverColumn& lever : results.levers) {
        if (lever.name == "adaptation.firms") firms = std::get<std::vector<std::int8_t>>(lever.values);
    }
    CHECK(firms == std::vector<std::int8_t>{1, 0, 1, 0});
}

TEST_CASE("a jurisdiction that the designs do not govern lives under its own design, which no override touches") {
    const Folder folder;
    add_neighbour(folder, "south");
    const Plan plan = plan_of(folder, "", {"sandbox.places=9"});
    REQUIRE(plan.neighbours.size() == 1);
    CHECK(plan.neighbours[0].sandbox[0].places == 33);
    CHECK(plan.designs[1].design.sandbox[0].places == 9);
    CHECK(empty_results(plan).jurisdictions == std::vector<std::string>{"south", "north"});
    CHECK(plan.configuration.find("[[neighbour]]\n") != std::string::npos);
    add_neighbour(folder, "north");
    CHECK(plan_of(folder, "").neighbours[0].name == "status-quo");
}

TEST_CASE("a governed jurisdiction and a neighbour's design must be known") {
    const Folder folder;
    add_neighbour(folder, "west");
    CHECK(problems_of(folder, "").find("jurisdictions.governed") != std::string::npos);
    add_neighbour(folder, "south");
    CHECK(
        problems_of(folder, "", {"jurisdictions.items[north].design=nieghbour"}).find("Did you mean \"neighbour\"?") !=
        std::string::npos);
}

TEST_CASE("one jurisdiction has no breakdown by jurisdiction") {
    const Folder folder;
    const Results results = empty_results(plan_of(folder, ""));
    CHECK(results.jurisdictions.empty());
    CHECK(results.by_jurisdiction.empty());
}
