// What makes a run another run, and what does not.
#include "experiment/run_identity.hpp"

#include <set>

#include "catch.hpp"
#include "configuration_sample.hpp"
#include "experiment/assemble_results.hpp"
#include "experiment/dotted_names.hpp"
#include "experiment/retell.hpp"

using namespace leeway;

namespace {

Plan plan_of(const sample::Folder& folder, const std::string& more = "",
             const std::vector<std::string>& settings = {}) {
    auto resolution = resolve(folder.write("e.toml", sample::tiny_experiment(more)), settings);
    INFO(text(resolution.problems));
    REQUIRE(resolution.plan);
    return std::move(*resolution.plan);
}

const std::string hypercube = "[worlds]\nsampling = \"latin-hypercube\"\ncount = 3\n";

std::set<std::string> digests_of(const std::vector<ConfigurationPart>& parts) {
    std::set<std::string> digests;
    for (const ConfigurationPart& part : parts) digests.insert(part.digest);
    return digests;
}

/// Another value of a field, in its range.
struct SetAnother {
    void operator()(double* number) const { *number = *number == 0.25 ? 0.5 : 0.25; }
    void operator()(std::int64_t* number) const { *number += 1; }
    void operator()(bool* flag) const { *flag = !*flag; }
    void operator()(std::string* text) const { *text += "x"; }
    void operator()(const ChoiceReference& choice) const { *choice.value = *choice.value == 0 ? 1 : 0; }
    void operator()(std::vector<double>* list) const { list->push_back(0.5); }
    void operator()(std::vector<std::string>* list) const { list->push_back("x"); }
};

bool only_tells(const std::string& name) {
    return name == "name" || name == "title" || name == "currency" || name == "description" || name == "source" ||
           name == "citizens.edges";
}

}  // namespace

TEST_CASE("every parameter of the model makes another world, words that only tell do not", "[identity]") {
    const sample::Folder folder;
    Plan plan = plan_of(folder);
    const std::string before = identify_runs(plan).worlds[0].digest;
    plan.uncertain.clear();  // their values come from the plan's worlds
    plan.worlds = {{}};
    for (const FieldEntry& entry : field_table(plan.model).fields) {
        if (entry.name.starts_with("adaptation.")) continue;
        const Model kept = plan.model;
        std::visit(SetAnother(), entry.value);
        INFO(entry.name);
        CHECK((identify_runs(plan).worlds[0].digest == before) == only_tells(entry.name));
        plan.model = kept;
    }
}

TEST_CASE("every lever makes another design, and so does the regime", "[identity]") {
    const sample::Folder folder;
    Plan plan = plan_of(folder);
    const std::string before = identify_runs(plan).designs[1].digest;
    const Design kept = plan.designs[1].design;
    for (const FieldEntry& entry : field_table(plan.designs[1].design).fields) {
        std::visit(SetAnother(), entry.value);
        INFO(entry.name);
        CHECK((identify_runs(plan).designs[1].digest == before) == only_tells(entry.name));
        plan.designs[1].design = kept;
    }
    plan.designs[1].design.sandbox[0].places += 1;
    CHECK(identify_runs(plan).designs[1].digest != before);
    plan.designs[1].design = kept;
    plan.designs[1].adaptation.firms = !plan.designs[1].adaptation.firms;
    CHECK(identify_runs(plan).designs[1].digest != before);
}

TEST_CASE("seed, months, the warm-up's design and the neighbours' make another world", "[identity]") {
    const sample::Folder folder;
    const Plan plan = plan_of(folder);
    const std::string before = identify_runs(plan).worlds[0].digest;
    Plan other = plan;
    other.experiment.seed = 2;
    CHECK(identify_runs(other).worlds[0].digest != before);
    other = plan;
    other.experiment.months += 1;
    CHECK(identify_runs(other).worlds[0].digest != before);
    other = plan;
    other.status_quo.sandbox[0].places += 1;
    CHECK(identify_runs(other).worlds[0].digest != before);
    other = plan;
    other.neighbours.push_back({});
    CHECK(identify_runs(other).worlds[0].digest != before);
}

TEST_CASE("counts, orders, records and paths make no other run", "[identity]") {
    const sample::Folder folder;
    const RunKeys before = identify_runs(plan_of(folder, hypercube));
    const RunKeys more = identify_runs(plan_of(folder, hypercube, {"replicates=9", "record.series=[\"uptake\"]"}));
    CHECK(digests_of(more.worlds) == digests_of(before.worlds));
    CHECK(digests_of(more.designs) == digests_of(before.designs));
    CHECK(more.runs() == 2 * 3 * 9);
}

TEST_CASE("a world is its values, whether they were drawn or stated", "[identity]") {
    const sample::Folder folder;
    const Plan drawn = plan_of(folder, hypercube);
    Plan stated = drawn;
    stated.model.scenario.firms.margin = drawn.worlds[0][1];
    stated.uncertain.pop_back();
    for (auto& world : stated.worlds) world.pop_back();
    CHECK(identify_runs(stated).worlds[0].digest == identify_runs(drawn).worlds[0].digest);
    CHECK(identify_runs(stated).worlds[1].digest != identify_runs(drawn).worlds[1].digest);
}

TEST_CASE("worlds with their own luck are told apart by their number, worlds with common luck are not", "[identity]") {
    const sample::Folder folder;
    Plan plan = plan_of(folder);
    plan.worlds.push_back(plan.worlds[0]);
    CHECK(digests_of(identify_runs(plan).worlds).size() == 2);
    plan.experiment.luck = Luck::common;
    CHECK(digests_of(identify_runs(plan).worlds).size() == 1);
}

TEST_CASE("a stored configuration identifies the same runs", "[identity]") {
    const sample::Folder folder;
    const Plan plan = plan_of(folder, "adaptation.firms = [true, false]\n" + hypercube);
    Problems problems;
    const auto again = plan_of_configuration(plan.configuration, problems);
    REQUIRE(again);
    const RunKeys keys = identify_runs(plan), same = identify_runs(*again);
    for (std::size_t w = 0; w < keys.worlds.size(); ++w) CHECK(same.worlds[w].digest == keys.worlds[w].digest);
    for (std::size_t d = 0; d < keys.designs.size(); ++d) {
        CHECK(same.designs[d].label == keys.designs[d].label);
        CHECK(same.designs[d].digest == keys.designs[d].digest);
    }
}

TEST_CASE("differences are named, those of the experiment first", "[identity]") {
    const auto found =
        differences("a.b = 1\nc.d = 2\ne.f = 3\nseed = 1\na.b = 5\n", "a.b = 6\nc.d = 2\ng.h = 4\nseed = 2\n");
    CHECK(found == std::vector<std::string>{"seed was 1 and is 2", "a.b was 5 and is 6", "g.h is new", "e.f is gone"});
    CHECK(differences("a = 1\n", "a = 1\n").empty());
}

TEST_CASE("results without runs have everything but runs", "[identity]") {
    const sample::Folder folder;
    const Results results = results_without_runs(plan_of(folder, hypercube));
    CHECK(results.runs() == 2 * 3 * 2);
    CHECK(results.worlds.size() == 3);
    CHECK(results.status.empty());
    CHECK(results.outcomes.front().values.empty());
    CHECK(numbers_per_run(results) > 50);
}
