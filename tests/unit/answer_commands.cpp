// The commands that answer from stored results: what they print and write, and what bad input gets.
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "configuration_sample.hpp"
#include "store/hdf5_write.hpp"
#include "store/results_file.hpp"
#include "synthetic_results.hpp"

namespace leeway {
namespace {

const std::vector<std::string> commands{"compare", "frontier", "winners", "mirror", "regimes"};

/// A folder with made-up results of so many designs.
struct Stored {
    sample::Folder folder;

    explicit Stored(const Results& results = synthetic::results({3, 4, 2, 5, 1})) {
        REQUIRE(write_results(results, folder.path() / "made-up.h5") == std::nullopt);
    }
};

/// A sound HDF5 file that says it is a results file of a format to come.
void make_later_format(const std::filesystem::path& path) {
    const hdf5::Handle file(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT), H5Fclose, "creating");
    hdf5::write_attribute(file, "results_format", std::int64_t{99});
}

}  // namespace

TEST_CASE("answers come as text, as one JSON document, and as a table that is replaced only by its like", "[answers]") {
    const Stored stored;
    for (const std::string command : {"compare", "frontier", "winners"}) {
        INFO(command);
        const auto text = stored.folder.leeway(command + " made-up.h5");
        CHECK(text.code == 0);
        CHECK(text.messages.empty());
        CHECK(text.output.find("results hash: 0123456789abcdef") != std::string::npos);
        const auto json = stored.folder.leeway(command + " made-up.h5 --json --csv " + command + ".csv");
        CHECK(json.code == 0);
        CHECK(nlohmann::json::parse(json.output)["results_hash"] == "0123456789abcdef");
        CHECK(stored.folder.leeway(command + " made-up.h5 --csv " + command + ".csv").code == 0);
        CHECK(stored.folder.leeway(command + " made-up.h5 --csv made-up.h5").code == 2);
        CHECK(stored.folder.leeway(command + " made-up.h5 --baseline nobody").code == 2);
    }
}

TEST_CASE("a file that is missing, damaged, foreign or no file gets a message from every command", "[answers]") {
    const Stored stored;
    const std::string bytes = sample::read(stored.folder.path() / "made-up.h5");
    stored.folder.write("cut.h5", bytes.substr(0, bytes.size() / 2));
    stored.folder.write("text.h5", "design,uptake\n");
    stored.folder.write("empty/readme.txt", "no results\n");
    make_later_format(stored.folder.path() / "later.h5");
    for (const std::string& command : commands) {
        for (const std::string file : {"missing.h5", "cut.h5", "text.h5", "later.h5", "empty"}) {
            const auto ended = stored.folder.leeway(command + " " + file);
            INFO(command << " " << file << ": " << ended.messages);
            CHECK(ended.code == 2);
            CHECK(ended.output.empty());
            CHECK(ended.messages.starts_with("leeway: error: "));
        }
    }
}

TEST_CASE("numbers on the command line that are none are refused", "[answers]") {
    const Stored stored;
    for (const std::string words : {"frontier . --rate nan", "frontier . --rate -1", "frontier . --rate much",
                                    "winners . --same nan", "winners . --same 101", "regimes . --baseline cohort"}) {
        const auto ended = stored.folder.leeway(words);
        INFO(words << ": " << ended.messages);
        CHECK(ended.code == 2);
        CHECK(ended.output.empty());
        CHECK_FALSE(ended.messages.empty());
    }
}

TEST_CASE("one design, one run, and runs that failed or wait get a message or a reservation", "[answers]") {
    const Stored one(synthetic::results({1, 4, 2, 5, 1}));
    for (const std::string command : {"frontier", "winners", "mirror", "regimes"})
        CHECK(one.folder.leeway(command + " .").code == 2);
    const Stored single(synthetic::results({3, 1, 1, 5, 1}));
    Results unfinished = synthetic::results({3, 4, 2, 5, 1});
    unfinished.status[0] = RunStatus::failed;
    unfinished.status[3] = RunStatus::pending;
    const Stored some(unfinished);
    unfinished.status.assign(unfinished.runs(), RunStatus::pending);
    const Stored none(unfinished);
    for (const std::string command : {"compare", "frontier", "winners"}) {
        INFO(command);
        const auto alone = single.folder.leeway(command + " .");
        CHECK(alone.code == 0);
        CHECK(alone.output.find("! There is one run per design") != std::string::npos);
        CHECK(some.folder.leeway(command + " .").output.find("! 1 of 24 runs failed") != std::string::npos);
        const auto empty = none.folder.leeway(command + " .");
        CHECK(empty.output.find("nan") == std::string::npos);
        CHECK((empty.code == 2 || empty.output.find("! 24 of 24 runs are not finished") != std::string::npos));
    }
}

TEST_CASE("a real run with regimes and a placebo is mirrored and ranked, and its parts sum to their whole",
          "[answers]") {
    const sample::Folder folder;
    folder.write("e.toml", sample::tiny_experiment(
                               "adaptation.firms = [true, false]\n[vary]\n\"sandbox.placebo\" = [false, true]\n"));
    const auto ran = folder.leeway("run e.toml --set months=48 -o fresh --quiet --progress none");
    INFO(ran.messages);
    REQUIRE(ran.code == 0);
    const auto winners = nlohmann::json::parse(folder.leeway("winners fresh --json").output);
    std::size_t sums = 0;
    for (const auto& design : winners["designs"]) {
        for (const auto& table : design["tables"]) {
            if (table["parts_sum_to_all"] != true) continue;
            ++sums;
            INFO(table["section"] << " " << table["outcome"]);
            CHECK(table["largest_mismatch"].get<double>() < 1e-9);
        }
    }
    CHECK(sums >= 8);
    const auto regimes = nlohmann::json::parse(folder.leeway("regimes fresh --json").output);
    CHECK(regimes["rankings"][0]["regimes"].size() == 2);
    const auto mirror = folder.leeway("mirror fresh --json");
    CHECK((mirror.code == 0 || mirror.messages.find("nothing to evaluate") != std::string::npos));
}

}  // namespace leeway
