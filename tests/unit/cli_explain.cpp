// leeway explain as a user types it: the first difference of two designs, and the stories of a firm and a citizen.
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "configuration_sample.hpp"

using sample = leeway::sample::Folder;
using leeway::sample::tiny_experiment;
using nlohmann::json;

namespace {

void run(const sample& folder, const std::string& more = "") {
    folder.write("e.toml", tiny_experiment(more));
    const auto ended = folder.leeway("run e.toml -o r.h5 --progress none");
    INFO(ended.messages);
    REQUIRE(ended.code == 0);
}

/// The one document that the command prints, which must succeed without a word beside it.
json explained(const sample& folder, const std::string& words) {
    const auto ended = folder.leeway("explain r.h5 --json " + words);
    INFO(ended.messages);
    REQUIRE(ended.code == 0);
    CHECK(ended.messages.empty());
    return json::parse(ended.output);
}

std::string told(const json& story) {
    std::string text;
    for (const json& event : story["events"]) text += event["what"].get<std::string>() + "\n";
    return text;
}

}  // namespace

TEST_CASE("a sandbox that opens in month 0 is first seen when firms choose their route") {
    const sample folder;
    run(folder);
    const json found = explained(folder, "--design cohort --against status-quo --replicate 1");
    CHECK(found.at("diverges") == true);
    CHECK(found.at("reproduced") == true);
    CHECK(found.at("entity") == "service");
    CHECK((found.at("phase") == "enter" || found.at("phase") == "choose_route"));
    CHECK(found.at("design") != found.at("against"));
    CHECK(found.at("differs")["service"] >= 1);
    CHECK(found.at("levers")[0].get<std::string>().starts_with("sandbox.places: "));
    const auto plain = folder.leeway("explain r.h5 --design cohort --replicate 1");
    const std::string month = std::to_string(found.at("month").get<int>()), phase = found.at("phase");
    CHECK(plain.output.find("first part in month " + month + ", in the phase " + phase) != std::string::npos);
    CHECK(plain.output.find(found.at("name").get<std::string>()) != std::string::npos);
}

TEST_CASE("a lever that changes in month 4 is the first difference of that month, and nothing is before") {
    const sample folder;
    folder.write("configs/designs/later.toml",
                 "name = \"later\"\n[[changes]]\nlever = \"sandbox.places\"\nvalue = 50\nmonth = 4\n");
    folder.write("e.toml", leeway::sample::replaced(tiny_experiment(), "\"cohort\"", "\"later\""));
    REQUIRE(folder.leeway("run e.toml -o r.h5 --progress none").code == 0);
    const json found = explained(folder, "--design later");
    CHECK(found.at("month") == 4);
    CHECK(found.at("phase") == "levers");
    CHECK(found.at("column") == "counts.changes_made");
    CHECK(found.at("levers")[0] == "changes: 1 against 0");
}

TEST_CASE("a design never parts from itself, though queues and harms pile up") {
    const sample folder;
    run(folder);
    const auto ended = folder.leeway("explain r.h5 --design cohort --against cohort");
    CHECK(ended.code == 0);
    CHECK(ended.output.find("never part") != std::string::npos);
    CHECK(explained(folder, "--design cohort --against cohort")["diverges"] == false);
}

TEST_CASE("regimes of one design differ by nothing but who learns") {
    const sample folder;
    run(folder, "adaptation.firms = [true, false]\n");
    const json found = explained(folder,
                                 "--design \"cohort[adaptation.firms=true,adaptation.regulators=true]\" --against "
                                 "\"cohort[adaptation.firms=false,adaptation.regulators=true]\"");
    if (found.at("diverges") == false) return;
    CHECK((found.at("phase") == "learn" ||
           found.at("phase") == "launch"));  // what firms believe, or the effort they choose
    CHECK(found.at("levers") == json{"adaptation.firms: true against false"});
}

TEST_CASE("the story of a firm begins with its entry and follows its services; that of a citizen with who it is") {
    const sample folder;
    run(folder);
    const json firm = explained(folder, "--design status-quo --firm 0");
    const std::string story = told(firm);
    CHECK(firm["firm"] == 0);
    CHECK(story.starts_with("the firm entered: incumbent in home"));
    CHECK(story.find("service 0 (") != std::string::npos);
    CHECK(story.find("on the market from the start") != std::string::npos);
    const auto citizen = folder.leeway("explain r.h5 --design status-quo --citizen 3");
    CHECK(citizen.code == 0);
    CHECK(citizen.output.find("stands for") != std::string::npos);
    CHECK(citizen.output.find("the run ends: trust 0.") != std::string::npos);
}

TEST_CASE("the story of the firm in which two designs part tells its route") {
    const sample folder;
    run(folder);
    const json found = explained(folder, "--design cohort");
    REQUIRE(found.at("entity") == "service");
    const std::string firm = std::to_string(found.at("firm").get<int>());
    const std::string service = "service " + std::to_string(found.at("id").get<int>()) + " (";
    CHECK(told(explained(folder, "--design cohort --firm " + firm)).find(service) != std::string::npos);
}

TEST_CASE("explain says what it cannot find, and what there is") {
    const sample folder;
    run(folder);
    const auto refuses = [&](const std::string& words, const std::string& because) {
        const auto ended = folder.leeway("explain " + words);
        INFO(ended.messages);
        CHECK(ended.code == 2);
        CHECK(ended.output.empty());
        CHECK(ended.messages.find(because) != std::string::npos);
    };
    refuses("r.h5 --design chort", "Did you mean \"cohort\"?");
    refuses("r.h5 --design cohort --against ohne", "is no design of these results. They hold: ");
    refuses("r.h5 --design cohort --replicate 9", "choose 0 to 1");
    refuses("r.h5 --design cohort --world 9", "there is no world 9");
    refuses("r.h5 --design cohort --firm 999999", "there is no firm 999999");
    refuses("r.h5 --design cohort --firm -1", "firm");
    refuses("r.h5 --design cohort --citizen 999999", "counted from 0");
    refuses("nothing.h5 --design cohort", "nothing.h5");
}
