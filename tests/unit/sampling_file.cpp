// Plans of worlds in experiment files: files of worlds, products, and what is refused.
#include "catch.hpp"
#include "configuration_sample.hpp"
#include "experiment/plan.hpp"
#include "experiment/run_once.hpp"
#include "experiment/sampling/csv.hpp"

using namespace leeway;
using sample::Folder;
using sample::tiny_experiment;

namespace {

using Texts = std::vector<std::string>;

Plan plan_of(const Folder& folder, const std::string& more, const Texts& settings = {}) {
    Resolution resolution = resolve(folder.write("e.toml", tiny_experiment(more)), settings);
    INFO(text(resolution.problems));
    REQUIRE(resolution.plan);
    return std::move(*resolution.plan);
}

std::string problems_of(const Folder& folder, const std::string& more, const Texts& settings = {}) {
    const Resolution resolution = resolve(folder.write("e.toml", tiny_experiment(more)), settings);
    CHECK_FALSE(resolution.plan);
    return text(resolution.problems);
}

bool is_refused(const std::string& more, const std::string& expected, const Texts& settings = {}) {
    const Folder folder;
    const std::string said = problems_of(folder, more, settings);
    INFO(said);
    CHECK(said.find(expected) != std::string::npos);
    return said.find(expected) != std::string::npos;
}

/// What is said of a file of worlds.
std::string said_of_file(const std::string& csv) {
    const Folder folder;
    folder.write("w.csv", csv);
    return problems_of(folder, "worlds = {sampling = \"file\", file = \"w.csv\"}\n");
}

const std::string from_file = "worlds = {sampling = \"file\", file = \"w.csv\"}\n";

}  // namespace

TEST_CASE("a line of CSV falls into cells that know their columns") {
    const auto cells = split_csv("a, \"b,\"\"c\" ,, 1.5");
    REQUIRE(cells.size() == 4);
    CHECK((cells[0].text == "a" && cells[0].column == 1));
    CHECK((cells[1].text == "b,\"c" && cells[1].column == 4));
    CHECK((cells[2].text.empty() && cells[2].column == 13));
    CHECK((cells[3].text == "1.5" && cells[3].column == 15));
    CHECK(csv_line("\xEF\xBB\xBF"
                   "a\r",
                   true) == "a");
    CHECK(csv_line(" \t\r", false).empty());
}

TEST_CASE("plans say how many worlds they make") {
    const Folder folder;
    CHECK(plan_of(folder, "worlds = {sampling = \"grid\", count = 3}\n").worlds.size() == 9);
    CHECK(plan_of(folder, "worlds = {sampling = \"sobol\", count = 64}\n").worlds.size() == 64);
    CHECK(plan_of(folder, "worlds = {sampling = \"morris\", count = 10}\n").worlds.size() == 30);
    CHECK(plan_of(folder, "worlds = {sampling = \"saltelli\", count = 16}\n").worlds.size() == 64);
    CHECK(size_text(plan_of(folder, "worlds = {sampling = \"morris\", count = 10}\n")) ==
          "2 designs x 30 worlds (morris) x 2 replicates = 120 runs");
    const Plan product = plan_of(folder,
                                 "[[worlds.product]]\nsampling = \"grid\"\ncount = 3\nparameters = [\"firms.margin\"]\n"
                                 "[[worlds.product]]\nsampling = \"latin-hypercube\"\ncount = 8\n");
    CHECK(product.worlds.size() == 24);
    CHECK(product.experiment.worlds.sampling == Sampling::product);
    CHECK(product.experiment.worlds.product[1].parameters == Texts{"sectors.imitation"});
}

TEST_CASE("equal plans have equal configurations, however they are written") {
    const Folder folder;
    const std::string all = plan_of(folder, "worlds = {sampling = \"grid\", count = 3}\n").configuration;
    CHECK(all == plan_of(folder,
                         "[worlds]\ncount = 3\nsampling = \"grid\"\nparameters = [\"firms.margin\", "
                         "\"sectors.imitation\"]\n")
                     .configuration);
    CHECK(all == plan_of(folder, "[[worlds.product]]\nsampling = \"grid\"\ncount = 3\n").configuration);
    CHECK(all != plan_of(folder, "worlds = {sampling = \"grid\", count = 4}\n").configuration);
}

TEST_CASE("a file of worlds may name any number of the scenario, and it reaches the model") {
    const Folder folder;
    folder.write("w.csv", "firms.margin,\"citizens.count\"\n1.0,100\n\n1.25,200\n");
    const Plan plan = plan_of(folder, from_file);
    REQUIRE(plan.worlds.size() == 2);
    CHECK(plan.uncertain.size() == 3);
    CHECK(plan.uncertain[2].parameter == "citizens.count");
    CHECK(plan.worlds[1][1] == 1.25);
    CHECK(model_of_world(plan, 1).scenario.citizens.count == 200);
    CHECK(model_of_world(plan, 1).scenario.sectors[0].imitation == plan.model.scenario.sectors[0].imitation);
}

TEST_CASE("the configuration of a file of worlds holds its contents, not its name or its layout") {
    const Folder folder;
    folder.write("w.csv", "firms.margin,citizens.count\n1,100\n1.25,200\n");
    folder.write("v.csv",
                 "\xEF\xBB\xBF"
                 "citizens.count, firms.margin\r\n1e2, 1.0\r\n200, 1.250\r\n");
    const Plan one = plan_of(folder, from_file), other = plan_of(folder, from_file, {"worlds.file=v.csv"});
    CHECK(one.configuration == other.configuration);
    folder.write("v.csv", "citizens.count,firms.margin\n100,1\n200,1.26\n");
    CHECK(one.configuration != plan_of(folder, from_file, {"worlds.file=v.csv"}).configuration);
    CHECK(one.configuration.find("w.csv") == std::string::npos);
}

TEST_CASE("a file of worlds is wrong at its line and column") {
    CHECK(said_of_file("").find("w.csv:1:1: error: the file has no worlds") != std::string::npos);
    CHECK(said_of_file("firms.margin\n").find("the file has no worlds") != std::string::npos);
    CHECK(said_of_file("firms.magrin\n1\n")
              .find("w.csv:1:1: error: \"firms.magrin\" is no parameter of the scenario. "
                    "Did you mean \"firms.margin\"?") != std::string::npos);
    CHECK(said_of_file("firms.margin,firms.margin\n1,1\n").find("w.csv:1:14: error: \"firms.margin\" heads two") !=
          std::string::npos);
    CHECK(said_of_file("name\nx\n").find("w.csv:1:1: error: \"name\" is not a number") != std::string::npos);
    CHECK(said_of_file("warm_up_months\n3\n").find("is the same in all worlds") != std::string::npos);
    CHECK(said_of_file("firms.margin,firms.count\n1,2.5\n")
              .find("w.csv:2:3: error: firms.count is \"2.5\"; it takes a "
                    "whole number") != std::string::npos);
    CHECK(said_of_file("firms.margin\n-1\n").find("w.csv:2:1: error: firms.margin is \"-1\"; the value lies in [") !=
          std::string::npos);
    for (const char* cell : {"x", "", "nan", "inf", "1e999", "1;2", "0x10"})
        CHECK(said_of_file("firms.margin,firms.count\n" + std::string(cell) + ",1\n").find("it takes a number") !=
              std::string::npos);
    CHECK(
        said_of_file("firms.margin,firms.count\n1\n").find("w.csv:2:1: error: this row has 1 cells and the header 2") !=
        std::string::npos);
    CHECK(said_of_file("sectors[savings].imitation,sectors.imitation\n1,1\n").find("one plan samples a number, once") !=
          std::string::npos);
    CHECK(said_of_file("citizens.segments[0].share\n0.5\n").find("in a sampled world shares of all") !=
          std::string::npos);
}

TEST_CASE("plans that make no sense are refused") {
    CHECK(is_refused("worlds = {count = 3}\n", "5:19: error: worlds.count: is 3, but point sampling has one world"));
    CHECK(is_refused("worlds = {sampling = \"soboll\"}\n", "Did you mean \"sobol\"?"));
    CHECK(is_refused("worlds = {sampling = \"grid\", count = -3}\n", "worlds.count is -3"));
    CHECK(is_refused("worlds = {sampling = \"grid\", count = 3000}\n", "make 9e+06 worlds, and at most 1e6"));
    CHECK(is_refused("worlds = {sampling = \"file\"}\n", "worlds.file: is missing"));
    CHECK(is_refused(from_file, "w.csv: error: there is no such file"));
    CHECK(is_refused("worlds = {file = \"w.csv\"}\n", "set sampling = \"file\""));
    CHECK(is_refused("worlds = {sampling = \"grid\", count = 3, parameters = [\"firms.magrin\"]}\n",
                     "names \"firms.magrin\", which this scenario does not leave uncertain. Did you mean"));
    CHECK(is_refused("worlds = {sampling = \"grid\", count = 3, parameters = [\"firms.margin\"]}\n",
                     "because the experiment gives it a value", {"firms.margin=1"}));
    CHECK(is_refused("worlds = {sampling = \"grid\", count = 3}\n", "nothing is uncertain in this scenario",
                     {"firms.margin=1", "sectors.imitation=0.5"}));
    CHECK(is_refused("worlds = {sampling = \"sobol\", count = 4}\nreplicates = 1000000\nmonths = 1\n", "redefine"));
    CHECK(is_refused("worlds = {sampling = \"sobol\", count = 1000}\n", "at most 1e8 fit into one experiment",
                     {"replicates=1000000"}));
}

TEST_CASE("products that make no sense are refused") {
    const std::string grid = "[[worlds.product]]\nsampling = \"grid\"\ncount = 2\n",
                      margin = grid + "parameters = [\"firms.margin\"]\n";
    CHECK(is_refused("worlds.sampling = \"product\"\n", "worlds.product lists no plans"));
    CHECK(is_refused(grid + grid, "is empty like that of another plan"));
    CHECK(is_refused(margin + margin, "one plan samples a number, once"));
    CHECK(is_refused(margin + "[[worlds.product]]\nsampling = \"point\"\n", "a part of a product is a grid"));
    CHECK(is_refused("worlds = {sampling = \"sobol\", product = [{sampling = \"grid\"}]}\n", "make it an entry"));
    CHECK(
        is_refused("worlds = {count = 4, product = [{sampling = \"grid\"}]}\n", "each entry of the list has its own"));
    CHECK(is_refused(margin + "[[worlds.product]]\nsampling = \"sobol\"\nparameters = [\"sectors.imitation\"]\n" + grid,
                     "the other plans name all; leave this plan out"));
}
