// The whole answer: which designs, which outcomes, which reservations, and what is said of a wrong request.
#include "analysis/comparison.hpp"
#include "catch.hpp"
#include "synthetic_results.hpp"

namespace leeway {
namespace {

Comparison comparison_of(const Results& results, const ComparisonRequest& request = {}) {
    return std::get<Comparison>(compare(results, request));
}

std::string problem_of(const ComparisonRequest& request) {
    return std::get<std::string>(compare(synthetic::results(), request));
}

bool says(const std::vector<std::string>& limits, const std::string& words) {
    for (const std::string& limit : limits) {
        if (limit.find(words) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("the baseline comes first and is compared with itself", "[analysis]") {
    const Comparison comparison = comparison_of(synthetic::results());
    REQUIRE(comparison.designs.size() == 5);
    CHECK(comparison.designs[0].is_baseline());
    CHECK(comparison.designs[0].find("uptake")->contrast.mean.mean == 0);
    CHECK(comparison.designs[1].name == "cohort");
    CHECK(comparison.runs.done == 5 * 24 * 6);
    CHECK(comparison.limits.empty());
    CHECK(comparison.results_hash == "0123456789abcdef");
}

TEST_CASE("contrasts find the effects that the made-up results have", "[analysis]") {
    const Comparison comparison = comparison_of(synthetic::results());
    for (std::size_t d = 1; d < 5; ++d) {
        const OutcomeContrast& harm = *comparison.designs[d].find("harm_per_1000_citizen_years");
        INFO(comparison.designs[d].name);
        CHECK(harm.contrast.mean.mean == Approx(synthetic::effects()[d].harm).margin(0.05));
        CHECK(harm.is_clear());
    }
}

TEST_CASE("another baseline turns the contrast round and moves to the front", "[analysis]") {
    const Results results = synthetic::results();
    const Comparison usual = comparison_of(results), turned = comparison_of(results, {"cohort", {}});
    CHECK(turned.designs[0].name == "cohort");
    CHECK(turned.designs[1].name == "status-quo");
    CHECK(turned.designs[1].find("uptake")->contrast.mean.mean ==
          Approx(-usual.designs[1].find("uptake")->contrast.mean.mean));
}

TEST_CASE("asked outcomes are shown once, in the order asked; else the headline ones that are stored", "[analysis]") {
    const Comparison asked = comparison_of(synthetic::results(), {{}, {"trust_mean", "admitted", "trust_mean"}});
    REQUIRE(asked.shown.size() == 2);
    CHECK(asked.shown[0]->name == "trust_mean");
    CHECK(asked.shown[1]->name == "admitted");
    CHECK_FALSE(asked.all_outcomes);
    CHECK(comparison_of(synthetic::results()).shown.front()->name == "uptake");
}

TEST_CASE("wrong names are answered with what there is", "[analysis]") {
    const std::string outcome = problem_of({{}, {"uptke"}});
    CHECK_THAT(outcome, Catch::Contains("\"uptke\" is no outcome") && Catch::Contains("Did you mean \"uptake\"?"));
    const std::string design = problem_of({"cohrt", {}});
    CHECK_THAT(design,
               Catch::Contains("Did you mean \"cohort\"?") && Catch::Contains("status-quo, cohort, precautionary"));
    CHECK_THAT(problem_of({"\x1b[2J", {}}), !Catch::Contains("\x1b"));
}

TEST_CASE("a lever that is set differently and never bound is named", "[analysis]") {
    Results results = synthetic::results();
    const Comparison comparison = comparison_of(results);
    CHECK(comparison.designs[4].unbound_levers == std::vector<std::string>{"sandbox.places"});
    CHECK(comparison.designs[1].unbound_levers.empty());
    results.lever_bound[2 * results.levers.size()] = 0;   // never bound, but as in the baseline
    results.lever_bound[1 * results.levers.size()] = -1;  // not tracked
    const Comparison again = comparison_of(results);
    CHECK(again.designs[2].unbound_levers.empty());
    CHECK(again.designs[1].unbound_levers.empty());
}

TEST_CASE("experiments that cannot answer say so", "[analysis]") {
    const Comparison single = comparison_of(synthetic::results({2, 1, 1, 3, 0}));
    CHECK(says(single.limits, "one run per design: no interval"));
    CHECK(std::isnan(single.designs[1].find("uptake")->contrast.mean.low));
    CHECK(says(comparison_of(synthetic::results({2, 1, 5, 3, 0})).limits, "single world"));
    CHECK(says(comparison_of(synthetic::results({2, 12, 1, 3, 0})).limits, "one replicate per world"));
    CHECK(says(comparison_of(synthetic::results({1, 12, 2, 3, 0})).limits, "nothing to compare"));
    CHECK(says(comparison_of(synthetic::results({2, 4, 2, 3, 0})).limits, "Only 4 worlds"));
}

TEST_CASE("failed and pending runs are counted and said", "[analysis]") {
    Results results = synthetic::results();
    results.status[3] = RunStatus::failed;
    results.status[4] = results.status[5] = RunStatus::pending;
    const Comparison comparison = comparison_of(results);
    CHECK(comparison.runs.failed == 1);
    CHECK(comparison.runs.pending == 2);
    CHECK(says(comparison.limits, "1 of 720 runs failed and is left out"));
    CHECK(says(comparison.limits, "2 of 720 runs are not finished"));
}

TEST_CASE("the way intervals are made is said", "[analysis]") {
    CHECK_THAT(comparison_of(synthetic::results()).interval_method,
               Catch::Contains("2 uncertain parameters (Stein 1987, Owen 1992)"));
    CHECK_THAT(comparison_of(synthetic::results({2, 6, 2, 3, 0})).interval_method,
               Catch::Contains("too wide for a Latin hypercube"));
    CHECK_THAT(comparison_of(synthetic::results({2, 1, 5, 3, 0})).interval_method,
               Catch::Contains("replicates of the only world"));
}

}  // namespace leeway
