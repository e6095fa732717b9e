// Swept levers: which design points they make, how they are called, and what is refused.
#include <algorithm>

#include "catch.hpp"
#include "configuration_sample.hpp"
#include "experiment/lever_columns.hpp"
#include "experiment/plan.hpp"

using namespace leeway;
using sample::Folder;
using sample::tiny_experiment;

namespace {

using Texts = std::vector<std::string>;

Resolution resolution_of(const std::string& more, const Texts& settings = {}) {
    const Folder folder;
    return resolve(folder.write("e.toml", tiny_experiment(more)), settings);
}

Plan plan_of(const std::string& more, const Texts& settings = {}) {
    Resolution resolution = resolution_of(more, settings);
    INFO(text(resolution.problems));
    REQUIRE(resolution.plan);
    return std::move(*resolution.plan);
}

Texts labels(const Plan& plan) {
    Texts names;
    for (const NamedDesign& named : plan.designs) names.push_back(named.name);
    return names;
}

/// The only problem, at its line and column.
std::string problem_of(const std::string& more, const Texts& settings = {}) {
    const Resolution resolution = resolution_of(more, settings);
    CHECK_FALSE(resolution.plan);
    INFO(text(resolution.problems));
    REQUIRE(resolution.problems.size() == 1);
    const Problem& problem = resolution.problems[0];
    return std::to_string(problem.line) + ":" + std::to_string(problem.column) + " " + problem.message;
}

bool is_refused(const std::string& more, const std::string& expected, const Texts& settings = {}) {
    const std::string said = problem_of(more, settings);
    INFO(said);
    CHECK(said.find(expected) != std::string::npos);
    return said.find(expected) != std::string::npos;
}

}  // namespace

TEST_CASE("every combination of swept levers is a design point of every compared design, not of the baseline") {
    const Plan plan =
        plan_of("[vary]\n\"sandbox.places\" = [5, 10, 20]\n\"gate.rule\" = [\"bayesian\", \"sequential\"]\n");
    CHECK(labels(plan) ==
          Texts{"status-quo", "cohort[gate.rule=bayesian,sandbox.places=5]",
                "cohort[gate.rule=bayesian,sandbox.places=10]", "cohort[gate.rule=bayesian,sandbox.places=20]",
                "cohort[gate.rule=sequential,sandbox.places=5]", "cohort[gate.rule=sequential,sandbox.places=10]",
                "cohort[gate.rule=sequential,sandbox.places=20]"});
    CHECK(plan.designs[3].design.sandbox[0].places == 20);
    CHECK(plan.designs[4].design.gate.rule == GateRule::sequential);
    CHECK(plan.designs[4].base == plan.designs[4].name);
    CHECK(plan.baseline == 0);
    CHECK(plan.baseline_of == std::vector<std::size_t>(7, 0));
    CHECK(run_count(plan) == 7 * 1 * 2);
    CHECK(size_text(plan) ==
          "7 design points (2 designs, 6 combinations of levers) x 1 worlds x 2 replicates = 14 runs");
}

TEST_CASE("a baseline that is the only design is swept beside itself") {
    const Plan plan = plan_of("baseline = \"cohort\"\n[vary]\nwaivers.share = [0.50, 1]\n");
    CHECK(labels(plan) == Texts{"cohort", "cohort[waivers.share=0.5]", "cohort[waivers.share=1]"});
    CHECK(plan.baseline_of == std::vector<std::size_t>{0, 0, 0});
}

TEST_CASE("swept levers and regimes of adaptation are crossed, each point against the baseline in its regime") {
    const Plan plan = plan_of("[vary]\nsandbox.places = [5, 10]\n[adaptation]\nfirms = [true, false]\n");
    REQUIRE(plan.designs.size() == 6);
    CHECK(plan.designs[0].name == "status-quo[adaptation.firms=true,adaptation.regulators=true]");
    CHECK(plan.designs[5].name == "cohort[sandbox.places=10,adaptation.firms=false,adaptation.regulators=true]");
    CHECK(plan.designs[5].base == "cohort[sandbox.places=10]");
    CHECK(plan.baseline_of == std::vector<std::size_t>{0, 1, 0, 1, 0, 1});
    CHECK(size_text(plan).find("6 design points (2 designs, 2 combinations of levers, 2 regimes)") == 0);
}

TEST_CASE("flags, lists of words and one of several sandboxes can be swept") {
    const Plan plan = plan_of("[vary]\nsandbox.placebo = [true, false]\nwaivers.provisions = [[], [\"conduct\"]]\n");
    CHECK(labels(plan)[2] == "cohort[sandbox.placebo=true,waivers.provisions=conduct]");
    CHECK(plan.designs[2].design.waivers.provisions == Texts{"conduct"});
    CHECK(plan.designs[2].design.sandbox[0].placebo);
    const Folder folder;
    folder.write("configs/designs/cohort.toml",
                 "name = \"cohort\"\n[[sandbox]]\nname = \"small\"\nplaces = 1\n[[sandbox]]\nname = \"large\"\n");
    const auto resolution =
        resolve(folder.write("e.toml", tiny_experiment("[vary]\n\"sandbox[large].places\" = [7]\n")));
    INFO(text(resolution.problems));
    REQUIRE(resolution.plan);
    CHECK(resolution.plan->designs[1].name == "cohort[sandbox[large].places=7]");
    CHECK(resolution.plan->designs[1].design.sandbox[0].places == 1);
    CHECK(resolution.plan->designs[1].design.sandbox[1].places == 7);
}

TEST_CASE("swept values are columns of the design dimension") {
    std::vector<Design> designs;
    for (const NamedDesign& named : plan_of("[vary]\nsandbox.places = [5, 10]\n").designs)
        designs.push_back(named.design);
    for (const LeverColumn& lever : lever_columns(designs)) {
        if (lever.name == "sandbox.places")
            CHECK(std::get<std::vector<double>>(lever.values) == std::vector<double>{0, 5, 10});
    }
}

TEST_CASE("a sweep means the same however it is written, and a setting replaces the list of a lever") {
    const Plan one = plan_of("[vary]\n\"waivers.share\" = [0.5, 1]\n\"sandbox.places\" = [5]\n");
    const Plan other = plan_of("vary.sandbox.places = [5]\n[vary.waivers]\nshare = [0.50, 1.0]\n");
    const Plan set =
        plan_of("[vary]\nwaivers.share = [0]\n", {"vary.waivers.share=[0.5, 1]", "vary.sandbox.places=[5]"});
    CHECK(one.configuration == other.configuration);
    CHECK(one.configuration == set.configuration);
    CHECK(one.configuration.find(
              "experiment.vary.\"sandbox.places\" = [5]\nexperiment.vary.\"waivers.share\" = [0.5, 1.0]\n") !=
          std::string::npos);
    CHECK(one.configuration_hash != plan_of("[vary]\nwaivers.share = [0.5, 1]\n").configuration_hash);
}

TEST_CASE("what is no list of values is refused") {
    CHECK(is_refused("vary = 5\n", "5:8 vary is 5; write [vary]"));
    CHECK(is_refused("[vary]\n", "5:1 vary is empty; write [vary]"));
    CHECK(is_refused("[vary]\nsandbox.places = []\n", "6:18 vary.sandbox.places is empty; it takes a list of values"));
    CHECK(is_refused("[vary]\nsandbox.places = 5\n", "6:18 vary.sandbox.places is 5; it takes a list of values"));
    CHECK(is_refused("", "vary.sandbox.places is 5", {"vary.sandbox.places=5"}));
    CHECK(is_refused("[vary]\nsandbox.places = [5, 6, 5]\n", "6:18 vary.sandbox.places: lists 5 twice"));
    CHECK(is_refused("[vary]\nwaivers.share = [1, 1.0]\n", "6:17 vary.waivers.share: lists 1 twice"));
}

TEST_CASE("names that are no levers are refused with what they are") {
    CHECK(is_refused("[vary]\nsandbox.placess = [5]\n", "Did you mean \"sandbox.places\"?"));
    CHECK(is_refused("[vary]\ncitizens.count = [5]\n", "6:18 vary.citizens.count: is a parameter of the world"));
    CHECK(is_refused("[vary]\nphases.harm = [true]\n", "run one experiment per value"));
    CHECK(is_refused("[vary]\nadaptation.firms = [true]\n", "is a regime of adaptation; write [adaptation]"));
    CHECK(is_refused("[vary]\nmonths = [5, 6]\n", "is a setting of the experiment"));
    CHECK(is_refused("[vary]\ndescription = [\"a\"]\n", "has no such lever"));
    CHECK(is_refused("[vary]\n\"sandbox[lab].places\" = [5]\n", "the design \"cohort\" has no such lever"));
}

TEST_CASE("every value and every design point is checked, at its place in the experiment") {
    CHECK(is_refused("[vary]\nsandbox.places = [5, -1]\n", "6:22 sandbox.places is -1; the value lies in [0, 1e+06]."));
    CHECK(is_refused("[vary]\nsandbox.places = [5, 2.5]\n", "6:22 sandbox.places is 2.5; it takes a whole number"));
    CHECK(is_refused("[vary]\ngate.rule = [\"sequentiel\"]\n", "Did you mean \"sequential\"?"));
    CHECK(is_refused("[vary]\nwaivers.provisions = [[\"conduct\"], [\"capital\"]]\n",
                     "6:36 waivers.provisions: names the provision \"capital\", which the scenario does not have"));
}

TEST_CASE("a lever is swept under one name, and not also set") {
    CHECK(is_refused("[vary]\nsandbox.places = [5]\n\"sandbox[0].places\" = [6]\n", "keep one"));
    CHECK(is_refused("sandbox.places = 3\n[vary]\nsandbox.places = [5]\n", "is swept and also set to one value"));
    CHECK(is_refused("[vary]\nsandbox.places = [5]\n", "is swept and also set to one value", {"sandbox.places=7"}));
}

TEST_CASE("sweeps beyond counting are refused before anything is made") {
    std::string list = "[1";
    for (int i = 2; i <= 60; ++i) list += ", " + std::to_string(i);
    CHECK(is_refused("[vary]\nsandbox.places = " + list + "]\nsandbox.user_cap = " + list +
                         "]\nsandbox.pilot_months = " + list + "]\n",
                     "432000 design points; at most 10,000"));
}
