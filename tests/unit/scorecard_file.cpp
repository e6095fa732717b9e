// The scorecard of a file comes back as `leeway validate --json` wrote it, or is refused; the page shows what it holds.
#include "analysis/scorecard_file.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "analysis/report.hpp"
#include "catch.hpp"
#include "cli/scorecard_output.hpp"
#include "cli/stored_scorecard.hpp"
#include "store_sample.hpp"
#include "synthetic_results.hpp"

namespace leeway {
namespace {

ScoreRow row(const std::string& id, FactKind kind, FactVerdict verdict, const Interval& value) {
    return {id,      kind,     "what is said of " + id, "what is measured", "above 0", value,
            verdict, "X1 (V)", "what gives it"};
}

/// Two facts of three are reproduced, one of them emergent; one has no meaning; one result of mathematics is given.
Scorecard sample() {
    Scorecard card{"uk-fintech", "", "", 32, 96, 1, false, {}};
    card.rows = {row("S1", FactKind::input, FactVerdict::reproduced, {0.1234, 0.1, 0.2}),
                 row("S2", FactKind::emergent, FactVerdict::reproduced, {2, 1, 3}),
                 row("S3", FactKind::emergent, FactVerdict::not_reproduced, {-0.5, -1, 0.25}),
                 row("S4", FactKind::emergent, FactVerdict::not_applicable, {}),
                 row("bass", FactKind::closed_form, FactVerdict::reproduced, {0.5, 0.5, 0.5})};
    card.rows[2].reason = "nobody <looks> at it";
    return card;
}

StoredScorecard read(const Scorecard& card) {
    return std::get<StoredScorecard>(read_scorecard(scorecard_json(card).dump()));
}

std::string problem_of(const nlohmann::json& document) {
    const auto read = read_scorecard(document.dump());
    const auto* problem = std::get_if<std::string>(&read);
    return problem == nullptr ? "" : *problem;
}

std::string page_of(const StoredScorecard& card) {
    const Results results = synthetic::results({2, 3, 2, 13, 3});
    return render_report(results, std::get<Comparison>(compare(results, {})), english_strings(), "leeway report a.h5",
                         card);
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a stored scorecard reads back row by row", "[scorecard]") {
    const Scorecard card = sample();
    const StoredScorecard stored = read(card);
    CHECK(stored.scenario == card.scenario);
    CHECK(stored.replicates == 32);
    REQUIRE(stored.rows.size() == card.rows.size());
    for (std::size_t i = 0; i < card.rows.size(); ++i) {
        CHECK(stored.rows[i].id == card.rows[i].id);
        CHECK(stored.rows[i].kind == text(card.rows[i].kind));
        CHECK(stored.rows[i].verdict == text(card.rows[i].verdict));
        CHECK(stored.rows[i].reason == card.rows[i].reason);
        const double mean = card.rows[i].value.mean, read_back = stored.rows[i].value.mean;
        CHECK((read_back == mean || (std::isnan(read_back) && std::isnan(mean))));
    }
    CHECK(std::isnan(stored.rows[3].value.low));
}

TEST_CASE("what is no scorecard is refused", "[scorecard]") {
    const nlohmann::json good = scorecard_json(sample());
    CHECK(problem_of(good).empty());
    CHECK(holds(problem_of(nlohmann::json::array()), "leeway validate NAME --json"));
    CHECK(std::holds_alternative<std::string>(read_scorecard("{")));
    CHECK(std::holds_alternative<std::string>(read_scorecard(std::string(100'000, '['))));
    nlohmann::json bad = good;
    bad["rows"] = nlohmann::json::array();
    CHECK_FALSE(problem_of(bad).empty());
    bad = good;
    bad["mechanisms_off"] = true;
    CHECK(holds(problem_of(bad), "--off"));
    for (const auto& [key, value] : {std::pair<const char*, nlohmann::json>{"verdict", "splendid"},
                                     {"kind", 3},
                                     {"statement", nullptr},
                                     {"value", "much"},
                                     {"source", nlohmann::json::object()}}) {
        bad = good;
        bad["rows"][1][key] = value;
        CHECK(holds(problem_of(bad), "its row 2 "));
    }
}

TEST_CASE("the page counts the facts and shows every row", "[scorecard]") {
    const std::string page = page_of(read(sample()));
    CHECK(holds(page, "2 of 3 known facts are reproduced, 1 of them without having been put in"));
    CHECK(holds(page, "Each fact was put to uk-fintech in 32 worlds"));
    CHECK(holds(page, "Results of mathematics: the simulator gives 1 of 1"));
    for (const char* part : {"What is said of S1", "S3: what is measured", "nobody &lt;looks&gt; at it",
                             "data-values=\"0.1234;0.1;0.2\"", ">not applicable<", ">closed form<"})
        CHECK(holds(page, part));
}

TEST_CASE("a page without a scorecard says what is known and how to measure it", "[scorecard]") {
    const auto known = std::get<StoredScorecard>(scorecard_for("uk-fintech", {}));
    CHECK(known.replicates == 0);
    const auto crowd = std::find_if(known.rows.begin(), known.rows.end(),
                                    [](const StoredFact& fact) { return fact.id == "S13.head"; });
    REQUIRE(crowd != known.rows.end());  // in validity.toml of the scenario
    CHECK(holds(crowd->reason, "per use"));
    const std::string page = page_of(known);
    CHECK(holds(page, "Known facts that are not reproduced"));
    CHECK(holds(page, "leeway report a.h5 --scorecard scorecard.json"));
    CHECK_FALSE(holds(page_of({}), "Known facts that are not reproduced"));
}

TEST_CASE("a scorecard of another world is refused", "[scorecard]") {
    const ScratchFolder folder;
    const auto file = folder / "card.json";
    Scorecard card = sample();
    write_bytes(file, scorecard_json(card).dump());
    CHECK(std::holds_alternative<StoredScorecard>(scorecard_for("uk-fintech", file)));
    CHECK(holds(std::get<std::string>(scorecard_for("korea-ai", file)), "is the scorecard of uk-fintech"));
    card.scenario = "scenarios/korea-ai/world.toml";
    write_bytes(file, scorecard_json(card).dump());
    CHECK(std::holds_alternative<StoredScorecard>(scorecard_for("korea-ai", file)));
    CHECK(holds(std::get<std::string>(scorecard_for("korea-ai", folder / "missing.json")), "cannot be read"));
}

}  // namespace leeway
