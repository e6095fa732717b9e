// Bad input through the program itself: exit code 2, the place and the remedy are said, nothing is written.
#include <string>
#include <vector>

#include "catch.hpp"
#include "configuration_sample.hpp"

using leeway::sample::Folder;
using leeway::sample::replaced;
using leeway::sample::tiny_experiment;
using leeway::sample::tiny_world;

namespace {

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

/// Checks and runs the experiment in the folder; both must refuse with `expected` in their messages.
void expect_refusal(const Folder& folder, const std::string& expected) {
    const auto before = folder.files();
    for (const char* command : {"check e.toml", "run e.toml -o results/out.h5 --progress none"}) {
        const auto ended = folder.leeway(command);
        INFO(command << "\n" << ended.messages);
        CHECK(ended.code == 2);
        CHECK(ended.output.empty());
        CHECK(ended.messages.find(expected) != std::string::npos);
    }
    CHECK(folder.files() == before);
}

void experiment_is_refused(const std::string& experiment, const std::string& expected) {
    const Folder folder;
    folder.write("e.toml", experiment);
    expect_refusal(folder, expected);
}

void world_is_refused(const std::string& world, const std::string& expected) {
    const Folder folder;
    folder.write("e.toml", tiny_experiment());
    folder.write("scenarios/tiny/world.toml", world);
    expect_refusal(folder, expected);
}

void design_is_refused(const std::string& design, const std::string& expected) {
    const Folder folder;
    folder.write("e.toml", tiny_experiment());
    folder.write("configs/designs/cohort.toml", design);
    expect_refusal(folder, expected);
}

}  // namespace

TEST_CASE("the sample itself is good input") {
    const Folder folder;
    folder.write("e.toml", tiny_experiment());
    const auto ended = folder.leeway("check e.toml");
    INFO(ended.messages);
    CHECK(ended.code == 0);
}

TEST_CASE("unknown keys") {
    experiment_is_refused(tiny_experiment("month = 3\n"),
                          "e.toml:5:1: error: unknown key \"month\". Did you mean \"months\"?");
    experiment_is_refused(tiny_experiment("[citizens]\ncuont = 3\n"),
                          "e.toml:6:1: error: unknown key \"citizens.cuont\". Did you mean \"citizens.count\"?");
    world_is_refused(tiny_world() + "[regulators]\noficer_hours = 3\n",
                     "scenarios/tiny/world.toml:33:1: error: unknown key \"regulators.oficer_hours\". Did you mean "
                     "\"regulators.officer_hours\"?");
    design_is_refused(
        "name = \"cohort\"\n[sandbox]\nplacess = 4\n",
        "configs/designs/cohort.toml:3:1: error: unknown key \"sandbox.placess\". Did you mean \"sandbox.places\"?");
    design_is_refused("name = \"cohort\"\n[citizens]\ncount = 4\n",
                      "configs/designs/cohort.toml:2:2: error: unknown key \"citizens\".");
}

TEST_CASE("wrong types") {
    experiment_is_refused(tiny_experiment("seed = \"one\"\n"),
                          "e.toml:5:8: error: seed is \"one\"; it takes a whole number");
    experiment_is_refused(tiny_experiment("seed = 2.7\n"), "e.toml:5:8: error: seed is 2.7; it takes a whole number");
    experiment_is_refused(tiny_experiment("citizens = 3\n"),
                          "e.toml:5:12: error: citizens is 3; it is a group of values: write [citizens].");
    experiment_is_refused("scenario = \"tiny\"\ndesigns = \"cohort\"\n",
                          "e.toml:2:11: error: designs is \"cohort\"; it takes a list of texts");
    design_is_refused("name = \"cohort\"\nsandbox.placebo = 1\n",
                      "cohort.toml:2:19: error: sandbox.placebo is 1; it takes true or false.");
    design_is_refused("name = \"cohort\"\nintake.selection = \"lotery\"\n",
                      "it is one of merit, lottery, first-come. Did you mean \"lottery\"?");
    design_is_refused("name = 7\n", "cohort.toml:1:8: error: name is 7; it takes text in quotes.");
}

TEST_CASE("values out of range, not a number, infinite") {
    world_is_refused(
        replaced(tiny_world(), "share = 0.6", "share = 1.4"),
        "scenarios/tiny/world.toml:12:9: error: citizens.segments[1].share is 1.4; a share lies in [0, 1].");
    world_is_refused(replaced(tiny_world(), "share = 0.6", "share = nan"),
                     "world.toml:12:9: error: citizens.segments[1].share is nan; it takes a finite number");
    world_is_refused(replaced(tiny_world(), "share = 0.6", "share = +inf"),
                     "world.toml:12:9: error: citizens.segments[1].share is inf; it takes a finite number");
    world_is_refused(replaced(tiny_world(), "share = 0.6", "share = 1e999"), "world.toml:12:");
    world_is_refused(replaced(tiny_world(), "count = 500", "count = 99999999999999999999"), "world.toml:6:");
    world_is_refused(replaced(tiny_world(), "count = 500", "count = 1000000000000"),
                     "world.toml:6:9: error: citizens.count is 1000000000000; the value lies in [1, 4e+09].");
    experiment_is_refused(tiny_experiment("worlds.count = 0\n"),
                          "e.toml:5:16: error: worlds.count is 0; the value lies in [1, 1e+06].");
}

TEST_CASE("what is wrong as a whole") {
    world_is_refused(replaced(tiny_world(), "share = 0.6", "share = 0.7"),
                     "world.toml:9:9: error: citizens.segments[0].share: shares of all citizens.segments sum to 1.1");
    world_is_refused(replaced(replaced(tiny_world(), "count = 500\n", "count = 500\nnetwork = \"complete\"\n"),
                              "idea_share = 0.5\n", "idea_share = 0.5\nshock_contagion = 0.2\n"),
                     "world.toml:17:19: error: sectors[0].shock_contagion: passes shocks along ties");
    world_is_refused(replaced(tiny_world(), "name = \"old\"", "name = \"young\""),
                     "world.toml:11:8: error: citizens.segments[1].name: repeats the name \"young\"");
    world_is_refused(replaced(tiny_world(), "name = \"tiny\"\n", ""), "world.toml:1:1: error: name is missing");
    world_is_refused(replaced(tiny_world(), "name = \"tiny\"", "name = \"../tiny\""),
                     "world.toml:1:8: error: name: is \"../tiny\"; a name has 1 to 64");
    world_is_refused(replaced(tiny_world(), "high = 2", "high = -2"),
                     "world.toml:31:8: error: uncertain[1].high: is -2, not above low (0.5)");
    world_is_refused(replaced(tiny_world(), "firms.margin", "firms.magrin"),
                     "world.toml:29:13: error: uncertain[1].parameter: is \"firms.magrin\", which is no parameter of "
                     "the model. Did you mean \"firms.margin\"?");
    world_is_refused(replaced(tiny_world(), "low = 0.5\nhigh = 2\n", "low = -0.5\nhigh = 2\n"),
                     "world.toml:30:7: error: uncertain[1].low: and high reach outside the range of firms.margin");
    design_is_refused("name = \"cohort\"\n[waivers]\nprovisions = [\"conduct\", \"capital\"]\n",
                      "configs/designs/cohort.toml:3:14: error: waivers.provisions: names the provision \"capital\", "
                      "which the scenario does not have");
    experiment_is_refused("scenario = \"tiny\"\ndesigns = []\n", "e.toml:2:11: error: designs: is empty");
    experiment_is_refused("scenario = \"tiny\"\n", "e.toml:1:1: error: designs: is empty");
    experiment_is_refused("designs = [\"cohort\"]\n", "e.toml:1:1: error: scenario: is missing");
    experiment_is_refused(tiny_experiment("worlds.count = 3\n"),
                          "e.toml:5:16: error: worlds.count: is 3, but point sampling has one world");
    experiment_is_refused(tiny_experiment("record.series = [\"uptak\"]\n"),
                          "e.toml:5:18: error: record.series[0]: is \"uptak\", which is no outcome");
}

TEST_CASE("files and names that are not there") {
    const Folder folder;
    expect_refusal(folder, "e.toml: error: there is no such file");
    experiment_is_refused("scenario = \"tiny\"\ndesigns = [\"cohort\", \"cohrot\"]\n",
                          "e.toml:2:22: error: designs[1]: there is no design \"cohrot\"");
    experiment_is_refused("scenario = \"tiny\"\ndesigns = [\"./nowhere.toml\"]\n",
                          "e.toml:2:12: error: designs[0]: there is no file \"./nowhere.toml\"");
    experiment_is_refused("scenario = \"tyny\"\ndesigns = [\"cohort\"]\n",
                          "e.toml:1:12: error: scenario: there is no scenario \"tyny\"");
    experiment_is_refused(tiny_experiment("baseline = \"nothing-at-all\"\n"),
                          "e.toml:5:12: error: baseline: there is no design \"nothing-at-all\"");
}

TEST_CASE("hostile files are refused before they are parsed") {
    experiment_is_refused("a = " + repeated("[", 100000), "e.toml:1:69: error: brackets nest deeper than 64 levels");
    experiment_is_refused("a" + repeated(".a", 200000) + " = 1\n",
                          "e.toml:1:64: error: a dotted name has more than 32 parts");
    experiment_is_refused(repeated("# padding\n", 120000), "e.toml:1:1: error: the file is larger than 1 MiB");
    experiment_is_refused("scenario = \"\xff\"\n", "e.toml:1:13: error: the bytes here are not valid UTF-8");
    experiment_is_refused(std::string("scenario = \0\"tiny\"\n", 19), "e.toml:1:12: error: the file holds a NUL byte");
}

TEST_CASE("what is not TOML") {
    experiment_is_refused(tiny_experiment("months = 7\n"), "e.toml:5:10: error: the file is not valid TOML");
    experiment_is_refused(tiny_experiment("months = 7\n"), "remove one of the two");
    experiment_is_refused("scenario = tiny\n", "e.toml:1:13: error: the file is not valid TOML");
    experiment_is_refused(tiny_experiment("title = \"open\n"), "e.toml:5:");
    experiment_is_refused(tiny_experiment("[citizens\n"), "e.toml:5:");
}

TEST_CASE("control characters of a file do not reach the terminal") {
    const Folder folder;
    folder.write("e.toml", "scenario = \"\\u001b[31mred\"\ndesigns = [\"cohort\"]\n");
    const auto ended = folder.leeway("check e.toml");
    CHECK(ended.code == 2);
    CHECK(ended.messages.find('\x1b') == std::string::npos);
}

TEST_CASE("all problems of all files come at once, in the order of their places") {
    const Folder folder;
    folder.write("e.toml", tiny_experiment("month = 3\nseed = -1\n"));
    folder.write("scenarios/tiny/world.toml", replaced(tiny_world(), "count = 500", "cuont = 500"));
    const auto ended = folder.leeway("check e.toml");
    const std::size_t first = ended.messages.find("e.toml:5:1:"), second = ended.messages.find("e.toml:6:8:"),
                      third = ended.messages.find("world.toml:6:1:");
    CHECK(first < second);
    CHECK(second < third);
    CHECK(third != std::string::npos);
    CHECK(ended.messages.find("3 problems; nothing was run") != std::string::npos);
}
