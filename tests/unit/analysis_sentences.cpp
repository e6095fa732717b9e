// Sentences say what the numbers say, in every case that numbers can be in.
#include "analysis/sentences.hpp"
#include "analysis/worlds.hpp"
#include "catch.hpp"
#include "synthetic_results.hpp"

namespace leeway {
namespace {

using Values = std::vector<double>;  // one per world

/// One outcome of a baseline and of a design over the same worlds.
struct Pair {
    std::string metric;
    Values baseline, design;
};

/// The sentence on `cohort` (design 1) or on the baseline (design 0).
std::string sentence_on(const std::vector<Pair>& pairs, std::size_t design = 1) {
    Results results = synthetic::results({2, pairs.front().baseline.size(), 1, 2, 0});
    results.sampling = results.worlds.size() == 1 ? "point" : "file";
    results.outcomes.clear();
    std::vector<OutcomeContrast> contrasts;
    for (const Pair& pair : pairs) {
        results.outcomes.push_back(synthetic::outcome(results, pair.metric, 1, [&](auto d, auto w, auto, auto) {
            return d == 0 ? pair.baseline[w] : pair.design[w];
        }));
        contrasts.push_back(*contrast_outcome(results, estimator_for(results), results.outcomes.back(), design, 0));
    }
    return describe_design({results.designs[design], "status-quo", unit_noun(results), contrasts});
}

const Pair more_users{"uptake", {0.2, 0.2, 0.2, 0.2}, {0.22, 0.23, 0.23, 0.24}};
const Pair more_harm{"harm_per_1000_citizen_years", {3, 3, 3, 3}, {3.1, 3.3, 3.3, 3.5}};
const Pair less_harm{"harm_per_1000_citizen_years", {3, 3, 3, 3}, {2.9, 2.7, 2.7, 2.5}};

}  // namespace

TEST_CASE("the main sentence gives mean, spread over worlds, and counts of worlds", "[analysis]") {
    CHECK(
        sentence_on({more_users, more_harm}) ==
        "`cohort` reaches 15 % (11 to 19 in nine of ten worlds) more users than `status-quo` and adds 0.30 (0.13 to "
        "0.47) "
        "severity-weighted harms per 1,000 citizens a year; uptake is higher in 4 of 4 worlds and harm is lower in 0.");
}

TEST_CASE("fewer and avoided are said with positive numbers and the spread turned round", "[analysis]") {
    const Pair fewer{"uptake", {0.2, 0.2, 0.2, 0.2}, {0.18, 0.17, 0.17, 0.16}};
    CHECK(
        sentence_on({fewer, less_harm}) ==
        "`cohort` reaches 15 % (11 to 19 in nine of ten worlds) fewer users than `status-quo` and avoids 0.30 (0.13 to "
        "0.47) "
        "severity-weighted harms per 1,000 citizens a year; uptake is higher in 0 of 4 worlds and harm is lower in 4.");
}

TEST_CASE("where the interval holds zero there is no clear difference", "[analysis]") {
    const Pair unclear{"uptake", {0.2, 0.2, 0.2, 0.2}, {0.19, 0.21, 0.19, 0.22}};
    const std::string sentence = sentence_on({unclear, more_harm});
    CHECK_THAT(sentence,
               Catch::StartsWith("`cohort` makes no clear difference in users from `status-quo`: +1.2 % (-5.0 to 9.2"));
    CHECK_THAT(sentence, Catch::Contains("uptake is higher in 2 of 4 worlds"));
}

TEST_CASE("a baseline that nobody uses gives points, not a share of nothing", "[analysis]") {
    const Pair from_nothing{"uptake", {0, 0, 0, 0}, {0.01, 0.03, 0.03, 0.05}};
    CHECK_THAT(sentence_on({from_nothing}), Catch::StartsWith("`cohort` raises uptake by 3.0 percentage points (1.3 to "
                                                              "4.7 in nine of ten worlds) against `status-quo`;"));
}

TEST_CASE("a design that changes nothing is said to change nothing", "[analysis]") {
    const Pair same_users{"uptake", {0.2, 0.3}, {0.2, 0.3}}, same_harm{"harm_per_1000_citizen_years", {1, 2}, {1, 2}};
    CHECK(sentence_on({same_users, same_harm}) ==
          "`cohort` reaches exactly as many users as `status-quo` and changes nothing in harm; "
          "uptake is higher in 0 of 2 worlds and harm is lower in 0.");
}

TEST_CASE("one world gives numbers without a spread", "[analysis]") {
    const std::string sentence = sentence_on({{"uptake", {0.2}, {0.25}}, {"harm_per_1000_citizen_years", {2}, {3}}});
    CHECK(sentence ==
          "`cohort` reaches 25 % more users than `status-quo` and adds 1.0 severity-weighted harms per 1,000 citizens "
          "a year; "
          "uptake is higher in 1 of 1 replicate and harm is lower in 0.");
}

TEST_CASE("trust and firms alive are said when they move, when worlds differ, and when nothing is clear",
          "[analysis]") {
    const Pair trust_up{"trust_mean", {0.5, 0.5, 0.5, 0.5}, {0.51, 0.53, 0.53, 0.55}};
    const Pair firms_down{"firms_alive_per_idea_36", {0.4, 0.4, 0.4, 0.4}, {0.39, 0.37, 0.37, 0.35}};
    CHECK_THAT(sentence_on({more_users, more_harm, trust_up, firms_down}),
               Catch::EndsWith(
                   " Trust rises by 3.0 percentage points (1.3 to 4.7) and the share of ideas alive as firms after 36 "
                   "months falls by 3.0 percentage points (1.3 to 4.7)."));
    Pair disputed{"trust_mean", Values(40, 0.5), Values(40, 0.52)};
    for (std::size_t w = 0; w < 4; ++w) disputed.design[w] = 0.49;
    const Pair users{"uptake", Values(40, 0.2), Values(40, 0.3)};
    CHECK_THAT(sentence_on({users, disputed}), Catch::EndsWith(" In trust the direction differs between worlds."));
    const Pair unclear{"trust_mean", {0.5, 0.5, 0.5, 0.5}, {0.49, 0.51, 0.48, 0.52}};
    CHECK_THAT(sentence_on({more_users, unclear}), Catch::EndsWith(" There is no clear difference in trust."));
}

TEST_CASE("missing outcomes are left out, and nothing to say is said", "[analysis]") {
    const Pair missing{"uptake", {0.2, 0.2}, {missing_value, missing_value}};
    CHECK(sentence_on({missing}) ==
          "`cohort` cannot be compared with `status-quo`: no pair of finished runs has uptake or harm.");
    const Pair partly{"harm_per_1000_citizen_years", {3, 3, 3, 3}, {4, 4.1, 4.2, missing_value}};
    CHECK_THAT(sentence_on({more_users, partly}),
               Catch::Contains("uptake is higher in 4 of 4 worlds and harm is lower in 0 of 3 worlds"));
}

TEST_CASE("the baseline's sentence gives its levels", "[analysis]") {
    CHECK(sentence_on({more_users, more_harm}, 0) ==
          "`status-quo` is the baseline: uptake of 20 % (20 to 20 in nine of ten worlds) and 3.0 (3.0 to 3.0) "
          "severity-weighted harms "
          "per 1,000 citizens a year.");
}

}  // namespace leeway
