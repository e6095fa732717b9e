// The frontier as an answer: made-up results whose designs lie where they lie, and what is said when nothing can be.
#include <nlohmann/json.hpp>

#include "analysis/frontier.hpp"
#include "analysis/frontier_json.hpp"
#include "analysis/frontier_text.hpp"
#include "catch.hpp"
#include "synthetic_results.hpp"

namespace leeway {
namespace {

FrontierAnswer frontier_of(const Results& results, const FrontierRequest& request = {}) {
    return std::get<FrontierAnswer>(find_frontier(results, request));
}

std::string problem_of(const Results& results, const FrontierRequest& request = {}) {
    return std::get<std::string>(find_frontier(results, request));
}

}  // namespace

TEST_CASE("made-up designs stand where their effects put them", "[frontier]") {
    const FrontierAnswer answer = frontier_of(synthetic::results());
    REQUIRE(answer.groups.size() == 1);
    const FrontierGroup& group = answer.groups.front();
    REQUIRE(group.designs.size() == 5);
    CHECK(group.units == 24);
    CHECK(group.designs[4].name == "waiver-only");  // as good as no uptake, much harm
    CHECK(group.designs[4].standing != Standing::efficient);
    CHECK(group.designs[4].dominated_share > 0.1);
    CHECK(group.designs[2].standing == Standing::efficient);  // least harm
    CHECK(group.designs[3].standing == Standing::efficient);  // most uptake
    CHECK(group.designs[1].uptake_added.mean == Approx(3).margin(0.1));
    CHECK(group.designs[1].harm_added.mean == Approx(0.4).margin(0.1));
    CHECK(group.designs[0].uptake_added.mean == 0);
    CHECK(group.frontier.designs.front() == 2);
    CHECK(group.frontier.designs.back() == 3);
}

TEST_CASE("probabilities sum to one at every rate, from least harm to most uptake", "[frontier]") {
    const FrontierGroup group = frontier_of(synthetic::results()).groups.front();
    REQUIRE(group.curve.size() == 22);
    for (const AcceptabilityRow& row : group.curve) {
        double sum = 0;
        for (const double share : row.probability) sum += share;
        CHECK(sum == Approx(1));
    }
    CHECK(group.curve.front().rate == 0);
    CHECK(group.curve.front().on_average == group.frontier.designs.front());
    CHECK(std::isinf(group.curve.back().rate));
    CHECK(group.curve.back().on_average == group.frontier.designs.back());
}

TEST_CASE("asked rates are answered, in order and once", "[frontier]") {
    const FrontierGroup group = frontier_of(synthetic::results(), {{}, {0.5, 0, 0.5}}).groups.front();
    REQUIRE(group.curve.size() == 2);
    CHECK(group.curve[0].rate == 0);
    CHECK(group.curve[1].rate == 0.5);
}

TEST_CASE("units in which some design has no value are left out for all, and counted", "[frontier]") {
    Results results = synthetic::results();
    for (std::size_t r = 0; r < results.replicates.size(); ++r)
        results.status[results.run_index(3, 7, r)] = RunStatus::failed;
    const FrontierAnswer answer = frontier_of(results);
    CHECK(answer.groups.front().units == 23);
    CHECK(answer.groups.front().left_out == 1);
    CHECK_THAT(frontier_text(answer, false), Catch::Contains("1 of 24 worlds left out"));
}

TEST_CASE("a design that failed everywhere is named and leaves the others their frontier", "[frontier]") {
    Results results = synthetic::results();
    for (std::size_t w = 0; w < results.worlds.size(); ++w) {
        for (std::size_t r = 0; r < results.replicates.size(); ++r)
            results.status[results.run_index(3, w, r)] = RunStatus::failed;
    }
    const FrontierAnswer answer = frontier_of(results);
    CHECK(answer.groups.front().units == 24);
    CHECK(answer.groups.front().designs.size() == 4);
    CHECK_THAT(frontier_text(answer, false), Catch::Contains("Without uptake or harm anywhere, hence left out: perm"));
    for (std::size_t d = 1; d < 5; ++d) {
        for (std::size_t w = 0; w < results.worlds.size(); ++w) {
            for (std::size_t r = 0; r < results.replicates.size(); ++r)
                results.status[results.run_index(d, w, r)] = RunStatus::failed;
        }
    }
    CHECK_THAT(problem_of(results), Catch::Contains("in no world"));
}

TEST_CASE("regimes have frontiers of their own", "[frontier]") {
    Results results = synthetic::results({4, 12, 2, 3, 0});
    results.designs = {"a[adaptation.firms=true]", "a[adaptation.firms=false]", "b[adaptation.firms=true]",
                       "b[adaptation.firms=false]"};
    results.baseline = results.designs.front();
    const FrontierAnswer answer = frontier_of(results);
    REQUIRE(answer.groups.size() == 2);
    CHECK(answer.groups[1].baseline == "a[adaptation.firms=false]");
    CHECK(answer.groups[1].designs[1].name == "b[adaptation.firms=false]");
    CHECK(answer.groups[1].designs[0].uptake_added.mean == 0);
    const std::string text = frontier_text(answer, false);
    CHECK_THAT(text, Catch::Contains("Against `a`, 12 worlds, all with [adaptation.firms=true]"));
    CHECK_THAT(text, !Catch::Contains("`b[adaptation"));
}

TEST_CASE("what has no frontier is said, and one run gives no probability", "[frontier]") {
    CHECK_THAT(problem_of(synthetic::results({1, 4, 2, 3, 0})), Catch::Contains("one design"));
    CHECK_THAT(problem_of(synthetic::results(), {"cohrt", {}}), Catch::Contains("Did you mean \"cohort\"?"));
    CHECK_THAT(problem_of(synthetic::results(), {{}, {0.5, missing_value}}), Catch::Contains("a number from 0 on"));
    CHECK_THAT(problem_of(synthetic::results(), {{}, {-1}}), Catch::Contains("a number from 0 on"));
    Results alone = synthetic::results({2, 4, 2, 3, 0});
    alone.designs = {"a[adaptation.firms=true]", "a[adaptation.firms=false]"};
    alone.baseline = alone.designs.front();
    CHECK_THAT(problem_of(alone), Catch::Contains("alone in its regime"));
    Results bare = synthetic::results();
    bare.outcomes.erase(bare.outcomes.begin());
    CHECK_THAT(problem_of(bare), Catch::Contains("no uptake"));
    Results failed = synthetic::results();
    failed.status.assign(failed.runs(), RunStatus::failed);
    CHECK_THAT(problem_of(failed), Catch::Contains("in no world"));
    const FrontierAnswer single = frontier_of(synthetic::results({3, 1, 1, 3, 0}));
    CHECK(single.groups.front().curve.front().probability.empty());
    CHECK(std::isnan(single.groups.front().designs[1].dominated_share));
    CHECK_THAT(frontier_text(single, false), !Catch::Contains("nan") && Catch::Contains("one run per design"));
}

TEST_CASE("the frontier as text, JSON and CSV", "[frontier]") {
    const FrontierAnswer answer = frontier_of(synthetic::results());
    const std::string text = frontier_text(answer, false);
    CHECK_THAT(text, Catch::Contains("harms per 1,000 citizens a year you accept") && Catch::Contains("A cohort") &&
                         Catch::Contains("probability that a design is preferred") && !Catch::Contains("\x1b"));
    const nlohmann::json document = frontier_json(answer);
    const nlohmann::json& group = document["groups"][0];
    CHECK(group["designs"][1]["cloud"]["harm_added"].size() == 24);
    CHECK(group["frontier"][0]["from_rate"] == 0);
    CHECK(group["curve"][21]["rate"].is_null());
    CHECK(group["dominance"]["cohort"].size() == 4);
    const std::string table = frontier_csv(answer);
    CHECK(table.starts_with("baseline,rate,design,probability"));
    CHECK_THAT(table, Catch::Contains("\r\nstatus-quo,inf,permissive,"));
}

}  // namespace leeway
