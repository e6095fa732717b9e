// The scorecard judges by intervals, sets aside what has no meaning, and knows of every row what it must know.
#include <nlohmann/json.hpp>
#include <set>

#include "catch.hpp"
#include "cli/scorecard_output.hpp"
#include "configuration_sample.hpp"
#include "experiment/plan.hpp"
#include "experiment/validity/closed_forms.hpp"
#include "experiment/validity/facts.hpp"
#include "experiment/validity/known_gaps.hpp"

using namespace leeway;

namespace {

Fact fact_with(const Band& band) {
    Fact fact;
    fact.id = "S0";
    fact.band = band;
    return fact;
}

/// The words of a source, with ranges of rows spelled out: "P3-P5 (V2)" as P3, P4, P5, V2.
std::set<std::string> words_of(const std::string& source) {
    std::set<std::string> words;
    std::string word, range_begin;
    for (const char letter : source + " ") {
        if (std::isalnum(static_cast<unsigned char>(letter))) {
            word += letter;
            continue;
        }
        if (!word.empty()) words.insert(word);
        if (!range_begin.empty() && word.size() > 1 && std::isdigit(static_cast<unsigned char>(word[1]))) {
            for (int n = std::stoi(range_begin.substr(1)); n < std::stoi(word.substr(1)); ++n)
                words.insert(word.substr(0, 1) + std::to_string(n));
        }
        range_begin = letter == '-' ? word : "";
        word.clear();
    }
    return words;
}

}  // namespace

TEST_CASE("a fact is reproduced where its whole interval lies in the band") {
    const std::vector<double> values{0.9, 1.0, 1.1, 1.0};  // mean 1, standard error 0.0408, t(3) = 3.182
    const ScoreRow above = judge(fact_with({.low = 0.8}), values);
    CHECK(above.value.mean == Approx(1));
    CHECK(above.value.low == Approx(1 - 3.1824 * 0.0408248).epsilon(1e-4));
    CHECK(above.verdict == FactVerdict::reproduced);
    CHECK(above.target == "above 0.8");
    CHECK(judge(fact_with({0.8, 1.2}), values).verdict == FactVerdict::reproduced);
    CHECK(judge(fact_with({.high = 1.2}), values).target == "below 1.2");
}

TEST_CASE("what the runs do not decide is not reproduced, and says so") {
    const std::vector<double> values{0.9, 1.0, 1.1, 1.0};
    const ScoreRow undecided = judge(fact_with({.low = 1}), values);
    CHECK(undecided.verdict == FactVerdict::not_reproduced);
    CHECK(undecided.reason.find("do not decide") != std::string::npos);
    const ScoreRow clear = judge(fact_with({.low = 2}), values);
    CHECK(clear.verdict == FactVerdict::not_reproduced);
    CHECK(clear.reason.empty());
    const ScoreRow unmeasured = judge(fact_with({.low = 0}), {1.0, missing_value});
    CHECK(unmeasured.verdict == FactVerdict::not_reproduced);
    CHECK(unmeasured.reason.find("could not be measured") != std::string::npos);
}

TEST_CASE("a row must hold unless it is known why it does not") {
    Fact known = fact_with({.low = 2});
    CHECK(has_failed({judge(known, {1, 1.1, 0.9})}));
    known.gap = "a mechanism is missing";
    const ScoreRow row = judge(known, {1, 1.1, 0.9});
    CHECK(row.reason == known.gap);
    CHECK_FALSE(has_failed({row}));
    CHECK_FALSE(has_failed({set_aside(known, "it has no meaning here")}));
}

TEST_CASE("every fact knows its source, its mechanism and, if it is emergent, how to switch that off") {
    std::set<std::string> ids;
    for (const Fact& fact : all_facts()) {
        INFO(fact.id);
        CHECK(ids.insert(fact.id).second);
        CHECK_FALSE(fact.statement.empty());
        CHECK_FALSE(fact.measure.empty());
        CHECK_FALSE(fact.source.empty());
        CHECK_FALSE(fact.mechanism.empty());
        CHECK(fact.band.low < fact.band.high);
        CHECK((fact.kind != FactKind::emergent || fact.off != nullptr));
        CHECK(fact.kind != FactKind::closed_form);
    }
    CHECK(ids.size() >= 20);
}

TEST_CASE("closed forms hold, with the numbers that the literature has") {
    for (const ClosedForm& form : closed_forms()) {
        const ScoreRow row = judge(form);
        INFO(form.id << ": " << row.value.mean << " [" << row.value.low << ", " << row.value.high << "], exact "
                     << form.exact);
        CHECK(row.verdict == FactVerdict::reproduced);
    }
    CHECK(giant_component(2) == Approx(0.79681).margin(5e-6));
}

TEST_CASE("a closed form that is off is not reproduced") {
    ClosedForm form = closed_forms().front();
    form.exact += 0.05;
    CHECK(judge(form).verdict == FactVerdict::not_reproduced);
    form.sample = [] { return std::vector<double>{1 + 1e-9}; };
    form.exact = 1;
    CHECK(judge(form).verdict == FactVerdict::not_reproduced);
}

TEST_CASE("a world without harm, vulnerable people or rules sets the facts about them aside") {
    Scenario scenario;
    scenario.risk.base_rate = 0;
    std::set<std::string> aside;
    for (const Fact& fact : all_facts()) {
        if (!fact.not_applicable(scenario).empty()) aside.insert(fact.id);
    }
    for (const char* id : {"S11.rate", "S12.tail", "S13.head", "S14", "S15.entry", "S9.share", "S4.entry"})
        CHECK(aside.contains(id));
    CHECK_FALSE(aside.contains("S5.queue"));
}

TEST_CASE("known gaps give their reason, and a closed one asks to be struck out") {
    std::vector<ScoreRow> rows{judge(fact_with({.low = 2}), {1, 1.1}), judge(fact_with({.low = 0}), {1, 1.1})};
    rows[1].id = "S00";
    explain_rows(rows, {{}, {{"S0", "because"}, {"S00", "because"}}});
    CHECK(rows[0].reason == "because");
    CHECK_FALSE(rows[0].should_hold);
    CHECK(rows[1].reason.find("holds here") != std::string::npos);
    CHECK(rows[1].should_hold);
}

TEST_CASE("validate prints one document, with a row for everything that is asked") {
    const sample::Folder folder;
    const auto ended =
        folder.leeway("validate tiny --replicates 2 --row S5.accepted --row S13.use --row little --json");
    INFO(ended.messages);
    CHECK((ended.code == 0 || ended.code == 1));
    const auto document = nlohmann::json::parse(ended.output);
    REQUIRE(document["rows"].size() == 3);
    const auto& accepted = document["rows"][0];
    CHECK(accepted["id"] == "S5.accepted");
    CHECK(accepted["kind"] == "calibrated");
    CHECK(accepted["target"] == "0.15 to 0.55");
    for (const char* key : {"statement", "value", "low", "high", "verdict", "source", "mechanism", "reason"})
        CHECK(accepted.contains(key));
    CHECK(document["rows"][2]["kind"] == "closed-form");
    CHECK(document["rows"][2]["verdict"] == "reproduced");
    CHECK(document["limits"][0].get<std::string>().find("No study with a control group") != std::string::npos);
    CHECK(folder.leeway("validate tiny --replicates 2 --row S5.accepted --json").output.find("closed-form") ==
          std::string::npos);
}

TEST_CASE("trials take the worlds of a file, spread evenly over the replicates") {
    const sample::Folder folder;
    Problems problems;
    const std::string world = (folder.path() / "scenarios/tiny/world.toml").string();
    TrialSize size;
    size.replicates = 2;
    size.months = 1;
    size.worlds = worlds_of_trials(world, folder.write("kept.csv", "firms.margin\n0.75\n1\n1.25\n1.5\n"), problems);
    INFO(text(problems));
    REQUIRE(size.worlds);
    Fact margin = fact_with({});
    margin.arms = [](const Scenario&) { return std::vector<Arm>{{"status-quo"}, {"status-quo", {"firms.margin=2"}}}; };
    margin.value = [](std::span<const History> arms) {
        return arms[0].world.scenario->firms.margin + 100 * arms[1].world.scenario->firms.margin;
    };
    const auto values = run_trials(world, {margin}, size, false, problems);
    INFO(text(problems));
    REQUIRE(values);
    CHECK((*values)[0] == std::vector<double>{200.75, 201.25});  // what an arm sets is not taken from the file
}

TEST_CASE("validate takes worlds of a file, and refuses one that names what is not uncertain") {
    const sample::Folder folder;
    folder.write("kept.csv", "firms.margin\n0.75\n1.5\n");
    const auto ended =
        folder.leeway("validate tiny --worlds kept.csv --replicates 2 --row S5.accepted --row S13.use --json");
    INFO(ended.messages);
    CHECK((ended.code == 0 || ended.code == 1));
    CHECK(nlohmann::json::parse(ended.output)["worlds"] == "kept.csv");
    folder.write("other.csv", "firms.burn\n10\n");
    const auto refused = folder.leeway("validate tiny --worlds other.csv --replicates 2 --row S13.use");
    CHECK(refused.code == 2);
    CHECK(refused.messages.find("firms.burn: is not uncertain in tiny") != std::string::npos);
    CHECK(folder.leeway("validate tiny --worlds none.csv --replicates 2").code == 2);
}

TEST_CASE("validate is told what it does not know") {
    const sample::Folder folder;
    const auto row = folder.leeway("validate tiny --row S5.acepted");
    CHECK(row.code == 2);
    CHECK(row.messages.find("Did you mean \"S5.accepted\"?") != std::string::npos);
    const auto scenario = folder.leeway("validate tyni --replicates 2");
    CHECK(scenario.code == 2);
    CHECK(scenario.messages.find("Did you mean \"tiny\"?") != std::string::npos);
    CHECK(folder.leeway("validate tiny --row little --off").code == 2);
    folder.write("scenarios/tiny/validity.toml", "[[gap]]\nfact = \"S99\"\nreason = \"none\"\n");
    const auto gap = folder.leeway("validate tiny --replicates 2 --row S13.use");
    CHECK(gap.code == 2);
    CHECK(gap.messages.find("validity.toml:2") != std::string::npos);
    CHECK(folder.leeway("check scenarios/tiny/validity.toml").code == 2);
    folder.write("scenarios/tiny/validity.toml", "[[gap]]\nfact = \"S6\"\nreason = \"none\"\n");
    CHECK(folder.leeway("check scenarios/tiny/validity.toml").code == 0);
}

TEST_CASE("no fact that a world was calibrated on counts as emergent") {
    const Resolution calibration = resolve(LEEWAY_SOURCE_DIR "/scenarios/uk-fintech/calibration.toml");
    REQUIRE(calibration.plan);
    for (const Target& target : calibration.plan->experiment.targets) {
        for (const Fact& fact : all_facts()) {
            const auto words = words_of(fact.source);
            INFO(fact.id << " rests on " << fact.source << "; " << target.name << " on " << target.evidence);
            CHECK((fact.kind != FactKind::emergent || words.count(target.evidence) == 0));
        }
    }
}
