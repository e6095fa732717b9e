// The comparison as text, picture, JSON and CSV: shapes that others rely on, and names that cannot do harm.
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "analysis/comparison_csv.hpp"
#include "analysis/comparison_json.hpp"
#include "analysis/comparison_text.hpp"
#include "analysis/numbers.hpp"
#include "analysis/plane_text.hpp"
#include "catch.hpp"
#include "synthetic_results.hpp"

namespace leeway {
namespace {

Comparison comparison_of(const Results& results, const ComparisonRequest& request = {}) {
    return std::get<Comparison>(compare(results, request));
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::set<std::string> keys_of(const nlohmann::json& object) {
    std::set<std::string> keys;
    for (const auto& [key, value] : object.items()) keys.insert(key);
    return keys;
}

void rename_cohort(Results& results, const std::string& name) { results.designs[1] = name; }

}  // namespace

TEST_CASE("the JSON document has every member of its contract", "[analysis]") {
    const nlohmann::json document = comparison_json(comparison_of(synthetic::results()));
    for (const char* key : {"results_hash", "baseline", "runs", "designs", "confidence", "ranking", "limits"}) {
        CHECK(document.contains(key));
    }
    CHECK(document["runs"] == nlohmann::json{{"done", 720}, {"failed", 0}, {"pending", 0}});
    CHECK(document["confidence"] == 0.95);
    const nlohmann::json& cohort = document["designs"][1];
    CHECK(keys_of(cohort) == std::set<std::string>{"name", "outcomes", "sentence", "unbound_levers"});
    const std::set<std::string> keys = keys_of(cohort["outcomes"]["uptake"]);
    for (const char* key :
         {"mean", "low", "high", "p05", "p50", "p95", "contrast", "contrast_low", "contrast_high", "contrast_p05",
          "contrast_p50", "contrast_p95", "share_better", "luck_saving", "unit", "axis"}) {
        CHECK(keys.count(key) == 1);
    }
    CHECK(cohort["outcomes"]["uptake"]["axis"] == "innovation");
    CHECK(document["ranking"]["uptake"]["early"]["month"] == 36);
}

TEST_CASE("what cannot be known is null in JSON and empty in CSV", "[analysis]") {
    const Comparison comparison = comparison_of(synthetic::results({2, 1, 1, 3, 0}), {{}, {"uptake"}});
    const nlohmann::json uptake = comparison_json(comparison)["designs"][1]["outcomes"]["uptake"];
    CHECK(uptake["contrast"].is_number());
    CHECK(uptake["contrast_low"].is_null());
    CHECK(uptake["p95"].is_null());
    CHECK_THAT(lines_of(comparison_csv(comparison))[2], Catch::Contains(",,,"));
    CHECK_THAT(comparison_csv(comparison), !Catch::Contains("nan"));
}

TEST_CASE("asked outcomes are the only ones in JSON and CSV", "[analysis]") {
    const Comparison comparison = comparison_of(synthetic::results(), {{}, {"trust_mean"}});
    CHECK(keys_of(comparison_json(comparison)["designs"][0]["outcomes"]) == std::set<std::string>{"trust_mean"});
    CHECK(lines_of(comparison_csv(comparison)).size() == 1 + 5);
}

TEST_CASE("CSV cells that a spreadsheet would run are disarmed, and others are quoted as RFC 4180 asks", "[analysis]") {
    for (const std::string start : {"=", "+", "-", "@", "\t"}) {
        Results results = synthetic::results();
        rename_cohort(results, start + "1");
        CHECK_THAT(comparison_csv(comparison_of(results)), Catch::Contains("\n'" + start + "1,"));
    }
    Results results = synthetic::results();
    rename_cohort(results, "a,\"b\"");
    CHECK_THAT(comparison_csv(comparison_of(results)), Catch::Contains("\n\"a,\"\"b\"\"\",status-quo,uptake,"));
    rename_cohort(results, "\rx");
    CHECK_THAT(comparison_csv(comparison_of(results)), Catch::Contains("\n\"'\rx\","));
}

TEST_CASE("the text holds sentences, tables and reservations, and colour only when asked for", "[analysis]") {
    const Comparison comparison = comparison_of(synthetic::results());
    const std::string plain = comparison_text(comparison, false);
    CHECK_THAT(plain, Catch::Contains("same people and the same") && Catch::Contains("no clear difference") &&
                          Catch::Contains("calibrated from analogues") &&
                          Catch::Contains("results hash: 0123456789abcdef\n") &&
                          Catch::Contains("never limited anybody: sandbox.places") &&
                          Catch::Contains("replicates saved by common luck: cohort "));
    CHECK_THAT(plain, !Catch::Contains("\x1b"));
    CHECK_THAT(comparison_text(comparison, true), Catch::Contains("\x1b[32mbetter"));
    for (const std::string& line : lines_of(plain)) {
        INFO(line);
        CHECK(line.size() <= 100);
    }
}

TEST_CASE("columns of a table stand below each other", "[analysis]") {
    const auto lines = lines_of(comparison_text(comparison_of(synthetic::results(), {{}, {"trust_mean"}}), false));
    const auto header =
        std::find_if(lines.begin(), lines.end(), [](const std::string& line) { return line.starts_with("  design "); });
    REQUIRE(header != lines.end());
    const std::size_t difference = header->find("difference");
    CHECK(header[1].substr(difference, 8) == "baseline");
    CHECK(header[2].substr(difference, 1) == "+");
    CHECK(header[2][difference - 1] == ' ');
}

TEST_CASE("names of designs cannot steer the terminal", "[analysis]") {
    Results results = synthetic::results();
    rename_cohort(results, "co\x1b[2Jhort");
    CHECK_THAT(comparison_text(comparison_of(results), false), !Catch::Contains("\x1b"));
}

TEST_CASE("the picture fits its columns and holds every design, worlds and the origin", "[analysis]") {
    const std::string picture = plane_text(comparison_of(synthetic::results()));
    for (const std::string& line : lines_of(picture)) CHECK(line.size() <= plane_columns);
    CHECK_THAT(picture,
               Catch::Contains("  A cohort") && Catch::Contains("  D waiver-only") && Catch::Contains("one world"));
    const auto drawn = lines_of(picture.substr(0, picture.find("uptake gained")));
    for (const char letter : {'A', 'B', 'C', 'D', '.'}) {
        const bool found = std::any_of(drawn.begin() + 1, drawn.end(), [&](const std::string& line) {
            return line.find(letter, 9) != std::string::npos;
        });
        INFO(letter);
        CHECK(found);
    }
}

TEST_CASE("a picture of nothing is empty, and of designs that change nothing it is still a picture", "[analysis]") {
    CHECK(plane_text(comparison_of(synthetic::results({1, 4, 2, 3, 0}))).empty());
    Results results = synthetic::results({2, 4, 2, 3, 0});
    for (OutcomeArray& outcome : results.outcomes) outcome.values.assign(outcome.values.size(), 1);
    CHECK_THAT(plane_text(comparison_of(results)), Catch::Contains("A cohort"));
}

TEST_CASE("numbers have digits that fit, groups of three, and no minus zero", "[analysis]") {
    CHECK(plain_number(1234567.8, 0) == "1,234,568");
    CHECK(plain_number(-1234.5, 1) == "-1,234.5");
    CHECK(plain_number(-0.001, 1) == "0.0");
    CHECK(plain_signed(0.001, 1) == "0.0");
    CHECK(plain_signed(2, 0) == "+2");
    CHECK(plain_number(missing_value, 2) == "-");
    CHECK(decimals_for(0.0123, 2) == 3);
    CHECK(decimals_for(123, 2) == 0);
    CHECK(counted(1, "run") == "1 run");
    CHECK(listed({"a", "b", "c"}) == "a, b and c");
}

}  // namespace leeway
