// `leeway optimise` as a user types it: the frontier of a small sweep is the exhaustive one, and what is done is kept.
#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "catch.hpp"
#include "configuration_sample.hpp"
#include "experiment/search/design_points.hpp"

using sample = leeway::sample::Folder;
using leeway::sample::tiny_experiment;
using nlohmann::json;

namespace {

const std::string sweep = "[vary]\n\"sandbox.places\" = [1, 2, 8]\n\"sandbox.user_cap\" = [50, 500]\n";

/// Labels of the design points that no other beats, when all are run and the same luck judges them.
std::set<std::string> efficient_by_hand(const json& document) {
    std::set<std::string> efficient;
    for (const json& one : document["designs"]) {
        if (one["name"] == document["baseline"]) continue;
        const auto of = [](const json& design, const char* metric) { return design["outcomes"][metric]["contrast"]; };
        bool beaten = false;
        for (const json& other : document["designs"]) {
            if (other["name"] == document["baseline"]) continue;
            const double uptake = of(other, "uptake").get<double>() - of(one, "uptake").get<double>();
            const double harm = of(other, "harm_per_1000_citizen_years").get<double>() -
                                of(one, "harm_per_1000_citizen_years").get<double>();
            beaten = beaten || (uptake >= 0 && harm <= 0 && (uptake > 0 || harm < 0));
        }
        if (!beaten) efficient.insert(one["name"]);
    }
    return efficient;
}

}  // namespace

TEST_CASE("optimise finds what an exhaustive run finds, and confirms it with fresh luck", "[optimise]") {
    const sample folder;
    folder.write("e.toml", tiny_experiment(sweep));
    const auto all = folder.leeway("run e.toml -o all.h5 --progress none");
    INFO(all.messages);
    REQUIRE(all.code == 0);
    const auto exhaustive = json::parse(folder.leeway("compare all.h5 --json").output);
    const std::set<std::string> expected = efficient_by_hand(exhaustive);
    const auto ended = folder.leeway("optimise e.toml -o found --json --csv found.csv --progress none");
    INFO(ended.messages);
    REQUIRE(ended.code == 0);
    const auto found = json::parse(ended.output);
    CHECK(found["tried"] == 6);
    CHECK(found["points"] == 6);
    CHECK(found["promising"].get<std::size_t>() <= expected.size());  // of equal designs the search keeps one
    REQUIRE_FALSE(found["designs"].empty());
    for (const json& design : found["designs"]) CHECK(expected.count(design["point"]) == 1);
    const std::string table = leeway::sample::read(folder.path() / "found.csv");
    CHECK(table.starts_with("name,point,uptake_difference,"));
    CHECK(static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n')) == 1 + found["designs"].size());
    CHECK(table.find(found["designs"][0]["point"].get<std::string>()) != std::string::npos);
}

TEST_CASE("found designs are files that can be run, and the same command has nothing left to do", "[optimise]") {
    const sample folder;
    folder.write("e.toml", tiny_experiment(sweep));
    const auto first = folder.leeway("optimise e.toml -o found --json --progress none");
    REQUIRE(first.code == 0);
    const auto again = folder.leeway("optimise e.toml -o found --json --progress none");
    CHECK(again.code == 0);
    CHECK(again.output == first.output);
    const auto check = folder.leeway("check found/found-1.toml");
    INFO(check.messages);
    CHECK(check.code == 0);
    folder.write("found/found-1.toml", "name = \"mine\"\n");
    const auto refused = folder.leeway("optimise e.toml -o found --json --progress none");
    CHECK(refused.code == 2);
    CHECK(leeway::sample::read(folder.path() / "found/found-1.toml") == "name = \"mine\"\n");
    CHECK(folder.leeway("optimise e.toml -o found --json --progress none --force").code == 0);
}

TEST_CASE("optimise refuses what cannot be searched", "[optimise]") {
    const sample folder;
    folder.write("plain.toml", tiny_experiment());
    const auto plain = folder.leeway("optimise plain.toml");
    CHECK(plain.code == 2);
    CHECK(plain.messages.find("[vary]") != std::string::npos);
    folder.write("regimes.toml", tiny_experiment("adaptation.firms = [true, false]\n" + sweep));
    CHECK(folder.leeway("optimise regimes.toml").messages.find("regimes") != std::string::npos);
    folder.write("e.toml", tiny_experiment(sweep));
    CHECK(folder.leeway("optimise e.toml --population 10").code == 2);
}

TEST_CASE("a change is paired with the baseline, and a run that failed leaves it unknown", "[optimise]") {
    const double missing = std::nan("");
    // [design][world][replicate]: the baseline, a design that is 1, 2, 3 and 4 better, and one with a failed run.
    std::array<std::array<std::array<double, 2>, 2>, 3> runs{
        {{{{5, 7}, {1, 9}}}, {{{6, 9}, {4, 13}}}, {{{6, missing}, {4, 13}}}}};
    const leeway::PointValue value = [&](std::size_t d, std::size_t w, std::size_t r) { return runs[d][w][r]; };
    CHECK(leeway::change_against_baseline(value, 1, 2, 0, 2).mean == Approx(2.5));
    CHECK(leeway::change_against_baseline(value, 1, 2, 1, 2).mean == Approx(3));
    CHECK(std::isnan(leeway::change_against_baseline(value, 2, 2, 0, 2).mean));
    CHECK(leeway::change_against_baseline(value, 2, 2, 0, 1).mean == Approx(2));
    runs[0][0][1] = missing;  // nobody is judged where the baseline failed
    CHECK(leeway::change_against_baseline(value, 1, 2, 0, 2).mean == Approx((1 + 3.5) / 2));
    CHECK(leeway::change_against_baseline(value, 2, 2, 0, 2).mean == Approx((1 + 3.5) / 2));
}

TEST_CASE("choices and design points name each other", "[optimise]") {
    const sample folder;
    const auto path = folder.write("e.toml", tiny_experiment(sweep));
    const leeway::Resolution resolution = leeway::resolve(path);
    REQUIRE(resolution.plan);
    const leeway::Plan& plan = *resolution.plan;
    CHECK(leeway::choice_space(plan).values == std::vector<std::size_t>{1, 3, 2});
    const auto label = [&](const leeway::LeverChoice& choice) {
        return plan.designs[leeway::design_of(plan, choice)].name;
    };
    CHECK(label({0, 0, 0}) == "cohort[sandbox.places=1,sandbox.user_cap=50]");
    CHECK(label({0, 2, 1}) == "cohort[sandbox.places=8,sandbox.user_cap=500]");
    const auto values =
        leeway::values_in(plan, {leeway::design_of(plan, {0, 1, 0}), leeway::design_of(plan, {0, 1, 1})});
    REQUIRE(values.size() == 2);
    CHECK(values[0].values == std::vector<std::string>{"2"});
    CHECK(values[1].values == std::vector<std::string>{"50", "500"});
}
