// leeway explain as a user types it: the first difference of two designs, and the stories of a firm and a citizen.
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "configuration_sample.hpp"

using sample = leeway::sample::Folder;
using leeway::sample::tiny_experiment;

namespace {

void run(const sample& folder, const std::string& more = "") {
    folder.write("e.toml", tiny_experiment(more));
    const auto ended = folder.leeway("run e.toml -o r.h5 --progress none");
    INFO(ended.messages);
    REQUIRE(ended.code == 0);
}

}  // namespace

TEST_CASE("explain names month, phase, entity and values of the first difference") {
    const sample folder;
    run(folder);
    const auto ended = folder.leeway("explain r.h5 --design cohort --against status-quo --replicate 1 --json");
    INFO(ended.messages);
    REQUIRE(ended.code == 0);
    CHECK(ended.messages.empty());
    const auto told = nlohmann::json::parse(ended.output);
    CHECK(told["diverges"] == true);
    CHECK(told["month"] >= 0);
    CHECK(told["design"] != told["against"]);
    CHECK_FALSE(told["levers"].empty());
    const auto plain = folder.leeway("explain r.h5 --design cohort --replicate 1");
    CHECK(plain.output.find("first part in month " + std::to_string(told["month"].get<int>())) != std::string::npos);
    CHECK(plain.output.find(told["phase"].get<std::string>()) != std::string::npos);
}

TEST_CASE("a design never parts from itself") {
    const sample folder;
    run(folder);
    const auto ended = folder.leeway("explain r.h5 --design cohort --against cohort");
    CHECK(ended.code == 0);
    CHECK(ended.output.find("never part") != std::string::npos);
}

TEST_CASE("regimes of one design differ by nothing but who learns") {
    const sample folder;
    run(folder, "adaptation.firms = [true, false]\n");
    const auto told = nlohmann::json::parse(
        folder
            .leeway("explain r.h5 --design \"cohort[adaptation.firms=true,adaptation.regulators=true]\" --against "
                    "\"cohort[adaptation.firms=false,adaptation.regulators=true]\" --json")
            .output);
    CHECK(told["levers"].empty());
    if (told["diverges"] == true) CHECK(told["phase"] == "learn");
}

TEST_CASE("the story of a firm begins with its entry, that of a citizen with who it is") {
    const sample folder;
    run(folder);
    const auto firm = folder.leeway("explain r.h5 --design status-quo --firm 0 --json");
    INFO(firm.messages);
    REQUIRE(firm.code == 0);
    const auto story = nlohmann::json::parse(firm.output);
    REQUIRE_FALSE(story.empty());
    CHECK(story[0]["what"].get<std::string>().find("the firm entered") == 0);
    const auto citizen = folder.leeway("explain r.h5 --design status-quo --citizen 3");
    CHECK(citizen.code == 0);
    CHECK(citizen.output.find("stands for") != std::string::npos);
}

TEST_CASE("explain says what it cannot find, and what there is") {
    const sample folder;
    run(folder);
    const auto design = folder.leeway("explain r.h5 --design chort");
    CHECK(design.code == 2);
    CHECK(design.messages.find("Did you mean \"cohort\"?") != std::string::npos);
    const auto replicate = folder.leeway("explain r.h5 --design cohort --replicate 9");
    CHECK(replicate.code == 2);
    CHECK(replicate.messages.find("choose 0 to 1") != std::string::npos);
    const auto firm = folder.leeway("explain r.h5 --design cohort --firm 999999");
    CHECK(firm.code == 2);
    CHECK(firm.messages.find("never took part") != std::string::npos);
    CHECK(folder.leeway("explain nothing.h5 --design cohort").code == 2);
}
