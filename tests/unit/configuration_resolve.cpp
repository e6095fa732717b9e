// From an experiment file to a plan: look-ups, layers, the baseline, the resolved text.
#include <algorithm>

#include "catch.hpp"
#include "configuration_sample.hpp"
#include "core/text.hpp"
#include "experiment/layers.hpp"
#include "experiment/locations.hpp"
#include "experiment/plan.hpp"
#include "experiment/read_toml.hpp"

using namespace leeway;
using sample::Folder;
using sample::tiny_experiment;

namespace {

Plan plan_of(const Folder& folder, const std::string& experiment, const std::vector<std::string>& settings = {}) {
    Resolution resolution = resolve(folder.write("e.toml", experiment), settings);
    INFO(text(resolution.problems));
    REQUIRE(resolution.plan);
    return std::move(*resolution.plan);
}

/// The messages of all problems, one a line.
std::string problems_of(const Folder& folder, const std::string& experiment,
                        const std::vector<std::string>& settings = {}) {
    const Resolution resolution = resolve(folder.write("e.toml", experiment), settings);
    CHECK_FALSE(resolution.plan);
    std::string all;
    for (const Problem& problem : resolution.problems)
        all += std::to_string(problem.line) + ":" + std::to_string(problem.column) + " " + problem.message + "\n";
    return all;
}

}  // namespace

TEST_CASE("later layers win: struct, scenario, design, experiment, setting") {
    const Folder folder;
    CHECK(plan_of(folder, tiny_experiment()).model.scenario.citizens.degree == Scenario{}.citizens.degree);
    CHECK(plan_of(folder, tiny_experiment()).model.scenario.citizens.count == 500);
    CHECK(plan_of(folder, tiny_experiment("citizens.count = 600\n")).model.scenario.citizens.count == 600);
    CHECK(plan_of(folder, tiny_experiment("citizens.count = 600\n"), {"citizens.count=700"})
              .model.scenario.citizens.count == 700);
    const Plan plan = plan_of(folder, tiny_experiment("[sandbox]\nplaces = 9\n"));
    for (const NamedDesign& named : plan.designs) CHECK(named.design.sandbox[0].places == 9);
    CHECK(plan.status_quo.sandbox[0].places == 0);  // the history before month 0 stays the scenario's
}

TEST_CASE("settings reach words, lists, one entry by its name, and the experiment itself") {
    const Folder folder;
    const Plan plan = plan_of(folder, tiny_experiment(),
                              {"intake.selection=lottery", "sectors[savings].novelty=2", "sectors.opacity=1", "seed=7",
                               "replicates=3", "phases.harm=false", "adaptation.firms=false"});
    CHECK(plan.designs[0].design.intake.selection == Selection::lottery);
    CHECK(plan.model.scenario.sectors[0].novelty == 0);
    CHECK(plan.model.scenario.sectors[1].novelty == 2);
    CHECK(plan.model.scenario.sectors[0].opacity == 1);
    CHECK(plan.experiment.seed == 7);
    CHECK(plan.experiment.replicates == 3);
    CHECK_FALSE(plan.designs[0].adaptation.firms);
    CHECK(plan.designs[0].adaptation.regulators);
    CHECK(run_count(plan) == 2 * 1 * 3);
}

TEST_CASE("the baseline always runs, first where the experiment omits it") {
    const Folder folder;
    const Plan omitted = plan_of(folder, tiny_experiment());
    CHECK(omitted.experiment.designs == std::vector<std::string>{"status-quo", "cohort"});
    CHECK(omitted.baseline == 0);
    const Plan listed = plan_of(folder, "scenario = \"tiny\"\ndesigns = [\"cohort\", \"status-quo\"]\n");
    CHECK(listed.experiment.designs == std::vector<std::string>{"cohort", "status-quo"});
    CHECK(listed.baseline == 1);
    CHECK(plan_of(folder, tiny_experiment("baseline = \"cohort\"\n")).designs.size() == 1);
}

TEST_CASE("a scenario's own design hides the shared one, a path names any file") {
    const Folder folder;
    folder.write("scenarios/tiny/designs/cohort.toml", "name = \"cohort\"\n[sandbox]\nplaces = 11\n");
    folder.write("mine.toml", "name = \"mine\"\n[sandbox]\nplaces = 12\n");
    const Plan plan = plan_of(folder, "scenario = \"./scenarios/tiny\"\ndesigns = [\"cohort\", \"./mine.toml\"]\n");
    CHECK(plan.designs[1].design.sandbox[0].places == 11);
    CHECK(plan.designs[2].name == "mine");
    CHECK(plan.designs[2].design.sandbox[0].places == 12);
    CHECK(plan.experiment.scenario == "tiny");
}

TEST_CASE("a list in a later layer replaces the earlier one") {
    const Folder folder;
    const Plan plan = plan_of(folder, tiny_experiment("[[citizens.segments]]\nname = \"all\"\n"));
    REQUIRE(plan.model.scenario.citizens.segments.size() == 1);
    CHECK(plan.model.scenario.citizens.segments[0].share == 1);
}

TEST_CASE("the resolved configuration is a function of what it says, not of how it was written") {
    const Folder folder;
    const Plan one = plan_of(folder, tiny_experiment("citizens.count = 600\n"));
    const Plan other =
        plan_of(folder, "# a comment\nreplicates = 2\nmonths = 6\ndesigns = [\"cohort\"]\nscenario = \"tiny\"\n",
                {"citizens.count=600"});
    CHECK(one.configuration == other.configuration);
    CHECK(one.configuration_hash == other.configuration_hash);
    CHECK(one.configuration_hash.size() == 64);
    CHECK(one.configuration_hash != plan_of(folder, tiny_experiment()).configuration_hash);
    CHECK(one.configuration.find(folder.path().string()) == std::string::npos);
    Problems problems;
    REQUIRE(parse_document("resolved", one.configuration, problems));
}

TEST_CASE("the resolved configuration holds every value from which the same plan follows") {
    const Folder folder;
    const Plan plan = plan_of(folder, tiny_experiment());
    Problems problems;
    const auto document = parse_document("resolved", plan.configuration, problems);
    REQUIRE(document);
    TomlDocument part{"resolved", document->lines, *document->table["scenario"].as_table()};
    ScenarioFile again;
    Places places;
    read_toml(field_table(again), {part, problems, places});
    CHECK(problems.empty());
    CHECK(again.model.scenario.citizens.segments[1].name == "old");
    CHECK(again.uncertain.size() == 2);
    CHECK((*document->table["design"].as_array()).size() == 2);
}

TEST_CASE("empty record means the headline outcomes that have months") {
    const Folder folder;
    const Plan plan = plan_of(folder, tiny_experiment());
    const auto& series = plan.experiment.record.series;
    CHECK(std::find(series.begin(), series.end(), "uptake") != series.end());
    CHECK(plan_of(folder, tiny_experiment("record.series = [\"trust_mean\"]\n")).experiment.record.series.size() == 1);
}

TEST_CASE("what was misspelt is said with a suggestion, all at once") {
    const Folder folder;
    const std::string all = problems_of(
        folder, "scenario = \"tiny\"\ndesigns = [\"cohrt\"]\nmonth = 6\nplaces = 3\nrecord.series = [\"uptke\"]\n");
    CHECK(all.find("2:12 designs[0]: there is no design \"cohrt\"") != std::string::npos);
    CHECK(all.find("Did you mean \"cohort\"?") != std::string::npos);
    CHECK(all.find("3:1 unknown key \"month\". Did you mean \"months\"?") != std::string::npos);
    CHECK(all.find("4:1 unknown key \"places\". Did you mean \"sandbox.places\"?") != std::string::npos);
    CHECK(all.find("Did you mean \"uptake\"?") != std::string::npos);
    CHECK(problems_of(folder, "scenario = \"tinny\"\ndesigns = [\"cohort\"]\nmonht = 3\n").find("3:1 unknown key") !=
          std::string::npos);
}

TEST_CASE("settings are checked like files") {
    const Folder folder;
    CHECK(problems_of(folder, tiny_experiment(), {"citizens.cuont=3"}) ==
          "0:0 unknown key \"citizens.cuont\". Did you mean \"citizens.count\"?\n");
    CHECK(problems_of(folder, tiny_experiment(), {"citizens.count"}).find("key=value") != std::string::npos);
    CHECK(problems_of(folder, tiny_experiment(), {"citizens.count=2.7"}).find("whole number") != std::string::npos);
    CHECK(problems_of(folder, tiny_experiment(), {"citizens.count=1\nfirms.count=2"}).find("whole number") !=
          std::string::npos);
    CHECK(problems_of(folder, tiny_experiment(), {"sectors[fish].novelty=1"})
              .find("sectors has the entries payments, savings") != std::string::npos);
    CHECK(problems_of(folder, tiny_experiment(), {"name=x"}).find("unknown key") != std::string::npos);
}

TEST_CASE("a population that memory cannot hold is refused before anything is allocated") {
    const Folder folder;
    const std::string said =
        problems_of(folder, tiny_experiment(),
                    {"citizens.population=10000000000", "citizens.count=4000000000", "citizens.network=complete"});
    CHECK(said.find("MiB of memory") != std::string::npos);
}

TEST_CASE("two designs of one name, and a name that is not the file's, are refused") {
    const Folder folder;
    folder.write("other.toml", "name = \"cohort\"\n");
    CHECK(problems_of(folder, "scenario = \"tiny\"\ndesigns = [\"cohort\", \"./other.toml\"]\n")
              .find("two designs are called") != std::string::npos);
    folder.write("configs/designs/copy.toml", "name = \"cohort\"\n");
    CHECK(problems_of(folder, "scenario = \"tiny\"\ndesigns = [\"copy\"]\n").find("make both the same") !=
          std::string::npos);
}
