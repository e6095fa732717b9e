// `leeway calibrate` as a user types it: a known world is found again, the worlds are used by another experiment, and
// what does not fit is refused.
#include <array>
#include <nlohmann/json.hpp>

#include "analysis/interval.hpp"
#include "catch.hpp"
#include "configuration_sample.hpp"
#include "core/results.hpp"
#include "core/text.hpp"
#include "store/results_file.hpp"

using leeway::sample::Folder;
using leeway::sample::read;
using leeway::sample::replaced;
using leeway::sample::tiny_experiment;

namespace {

bool contains(const std::string& text, const std::string& part) {
    INFO(text);
    CHECK(text.find(part) != std::string::npos);
    return text.find(part) != std::string::npos;
}

/// The tiny world in which how fast services spread and how many ideas there are is not known.
void write_world(const Folder& folder) {
    std::string world = leeway::sample::tiny_world();
    world.resize(world.find("[[uncertain]]"));
    folder.write("scenarios/tiny/world.toml",
                 world +
                     "[[uncertain]]\nparameter = \"sectors.imitation\"\nlow = 0.2\nhigh = 3\n"
                     "[[uncertain]]\nparameter = \"ideas.per_year\"\ndistribution = \"log-uniform\"\n"
                     "low = 20\nhigh = 200\n");
}

const std::string plan = "baseline = \"cohort\"\nrecord = {series = [\"uptake\"]}\n";

std::string target(const std::string& name, const std::string& outcome, double value) {
    return "[[targets]]\nname = \"" + name + "\"\noutcome = \"" + outcome +
           "\"\nvalue = " + leeway::number_text(value) + "\nsource = \"made by the model itself\"\n";
}

/// A calibration with a target that nearly every world meets.
std::string small_calibration(const std::string& more = "") {
    return tiny_experiment(plan + "worlds = {sampling = \"latin-hypercube\", count = 8}\n" + more +
                           "calibration = {members = 4, waves = 2, wave_worlds = 4}\n" +
                           target("entrants", "entrants", 30) +
                           "discrepancy = 100\ndiscrepancy_source = \"assumed\"\n");
}

/// A target that was measured over many histories: its value is their mean in `file`, with the interval of that mean.
std::string measured(const std::filesystem::path& file, const std::string& name) {
    const auto results = leeway::read_results(file);
    const auto mean =
        leeway::t_interval(leeway::find_outcome(std::get<leeway::Results>(results).outcomes, name)->values);
    return target(name, name, mean.mean) + "low = " + leeway::number_text(mean.low) +
           "\nhigh = " + leeway::number_text(mean.high) + "\none_history = false\n";
}

}  // namespace

TEST_CASE("parameters by which data were made are found again from the data") {
    const Folder folder;
    write_world(folder);
    constexpr std::array<double, 2> truth{1.7, 90};
    const auto long_experiment = [](const std::string& more) {
        return replaced(replaced(tiny_experiment(more), "months = 6", "months = 36"), "replicates = 2",
                        "replicates = 4");
    };
    folder.write("history.toml", long_experiment(plan));
    REQUIRE(folder
                .leeway("run history.toml -o history.h5 --replicates 32 --seed 99 --set sectors.imitation=1.7 "
                        "--set ideas.per_year=90")
                .code == 0);
    const auto history = folder.path() / "history.h5";
    folder.write("c.toml", long_experiment(plan +
                                           "worlds = {sampling = \"sobol\", count = 64}\n"
                                           "calibration = {members = 40, waves = 4, wave_worlds = 32}\n" +
                                           measured(history, "uptake") + measured(history, "entrants")));
    const auto ended = folder.leeway("calibrate c.toml --json --quiet --progress none");
    INFO(ended.messages);
    REQUIRE(ended.code == 0);
    const auto document = nlohmann::json::parse(ended.output);
    CHECK(document["kept"] >= 40);
    for (std::size_t p = 0; p < truth.size(); ++p) {
        const auto& parameter = document["parameters"][p];
        INFO(parameter.dump());
        CHECK(parameter["kept"]["p05"] < truth[p]);
        CHECK(parameter["kept"]["p95"] > truth[p]);
        CHECK(parameter["width_left"] < 0.6);
        CHECK(parameter["verdict"] != "not pinned down");
    }
}

TEST_CASE("an experiment takes the worlds that a calibration keeps, and a second calibration finds them again") {
    const Folder folder;
    write_world(folder);
    folder.write("c.toml", small_calibration());
    const auto ended = folder.leeway("calibrate c.toml -o worlds.csv --progress none");
    INFO(ended.messages);
    REQUIRE(ended.code == 0);
    CHECK(contains(ended.output, "wave 1: 8 worlds drawn from the prior"));
    CHECK(contains(ended.output, "sectors.imitation"));
    CHECK(contains(ended.messages, "ensemble: worlds.csv"));
    const std::string csv = read(folder.path() / "worlds.csv");
    CHECK(contains(csv, "# made again by: leeway calibrate c.toml -o worlds.csv"));
    CHECK(contains(csv, "# target: entrants: entrants = 30"));
    CHECK(contains(csv, "\nsectors.imitation,ideas.per_year\n"));
    folder.write("use.toml", tiny_experiment("worlds = {sampling = \"file\", file = \"worlds.csv\"}\n"));
    const auto use = folder.leeway("check use.toml");
    CHECK(use.code == 0);
    CHECK(contains(use.output, "8 worlds (file)"));
    // From the store nothing is made again, and without it there is nothing to do.
    CHECK(contains(folder.leeway("calibrate c.toml -o worlds.csv --resume").messages, "16 are stored and 0 are made"));
    const std::string again = read(folder.path() / "worlds.csv");
    CHECK(again.substr(again.find("\nsectors")) == csv.substr(csv.find("\nsectors")));
    std::filesystem::remove(folder.path() / "worlds.leeway");
    CHECK(contains(folder.leeway("calibrate c.toml -o worlds.csv").output, "nothing to do"));
}

TEST_CASE("a calibration does not write over something else") {
    const Folder folder;
    write_world(folder);
    folder.write("c.toml", small_calibration());
    folder.write("worlds.csv", "mine\n");
    const auto ended = folder.leeway("calibrate c.toml -o worlds.csv");
    CHECK(ended.code == 2);
    CHECK(contains(ended.messages, "worlds.csv exists and holds something else; nothing ran"));
    CHECK(read(folder.path() / "worlds.csv") == "mine\n");
    CHECK(folder.leeway("calibrate c.toml -o worlds.csv --quiet --force --discard-store").code == 0);
    CHECK(read(folder.path() / "worlds.csv").starts_with("# Worlds that the evidence does not rule out"));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "worlds.leeway"));
}

TEST_CASE("a calibration that leaves no world says so and writes nothing") {
    const Folder folder;
    write_world(folder);
    folder.write("c.toml", replaced(replaced(small_calibration(), "value = 30", "value = 1e6"), "discrepancy = 100",
                                    "discrepancy = 1"));
    const auto ended = folder.leeway("calibrate c.toml -o worlds.csv --progress none");
    CHECK(ended.code == 1);
    CHECK(contains(ended.messages, "every world is ruled out"));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "worlds.csv"));
}

TEST_CASE("experiments that cannot be calibrated are refused with the reason") {
    const Folder folder;
    write_world(folder);
    const auto said = [&](const std::string& text) {
        folder.write("c.toml", text);
        const auto ended = folder.leeway("calibrate c.toml");
        CHECK(ended.code == 2);
        return ended.messages;
    };
    CHECK(contains(said(tiny_experiment()), "has no targets"));
    CHECK(contains(said(replaced(small_calibration(), "latin-hypercube", "grid")), "worlds.sampling: is not"));
    CHECK(contains(said(replaced(small_calibration(), "replicates = 2", "replicates = 1")), "replicates: is 1"));
    CHECK(contains(said(small_calibration("luck = \"common\"\n")), "luck: is \"common\""));
    CHECK(contains(said(replaced(small_calibration(), "\"entrants\"\nvalue", "\"entrant\"\nvalue")),
                   "targets[0].outcome: is \"entrant\": \"entrant\" is no outcome"));
    CHECK(contains(said(small_calibration() + "design = \"cohrt\"\n"), "targets[0].design: is \"cohrt\""));
    CHECK(contains(said(small_calibration() + "low = 31\nhigh = 40\n"), "outside its interval from 31 to 40"));
    CHECK(contains(said(replaced(small_calibration(), "discrepancy_source = \"assumed\"\n", "")),
                   "targets[0].discrepancy_source: is missing"));
    CHECK(contains(said(replaced(small_calibration(), "discrepancy = 100", "one_history = false")),
                   "no world meets a number exactly"));
    CHECK(contains(said(replaced(small_calibration(), "source = \"made by the model itself\"\n", "")),
                   "targets[0].source: is missing"));
}

TEST_CASE("an experiment without targets has the configuration that it always had") {
    const Folder folder;
    folder.write("e.toml", tiny_experiment());
    folder.write("again.toml", tiny_experiment("calibration.members = 7\n"));
    REQUIRE(folder.leeway("run e.toml -o a.h5 --quiet").code == 0);
    CHECK(contains(folder.leeway("run again.toml -o a.h5").messages, "holds exactly this experiment already"));
}
