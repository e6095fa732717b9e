// Rankings by regime on made-up results in which it is known who leads where, and what turns the order.
#include <nlohmann/json.hpp>

#include "analysis/regimes.hpp"
#include "analysis/regimes_json.hpp"
#include "analysis/regimes_text.hpp"
#include "catch.hpp"
#include "synthetic_results.hpp"

namespace leeway {
namespace {

/// Two or three designs in some regimes; `level(design, firms, regulators)` is the mean of uptake.
template <class Level>
Results made_up(std::size_t designs, const std::vector<Regime>& regimes, Level level) {
    Results results = synthetic::results({designs, 20, 3, 2, 0});
    results.designs.clear();
    results.design_base.clear();
    std::vector<std::int8_t> firms, regulators;
    std::vector<double> means;
    for (std::size_t d = 0; d < designs; ++d) {
        for (const Regime& regime : regimes) {
            const std::string name = synthetic::effects()[d].name;
            results.design_base.push_back(name);
            results.designs.push_back(name + "[adaptation.firms=" + (regime.firms ? "true" : "false") +
                                      ",adaptation.regulators=" + (regime.regulators ? "true" : "false") + "]");
            firms.push_back(regime.firms);
            regulators.push_back(regime.regulators);
            means.push_back(level(d, regime.firms, regime.regulators));
        }
    }
    results.baseline = results.designs.front();
    results.levers = {{"adaptation.firms", "", "", firms}, {"adaptation.regulators", "", "", regulators}};
    results.lever_bound.clear();
    results.status.assign(results.runs(), RunStatus::done);
    results.by_segment.clear();
    results.by_month.clear();
    const auto value = [&](std::size_t d, std::size_t w, std::size_t r, std::size_t) {
        return means[d] + 0.01 * synthetic::normal(100 * w + r) +
               0.001 * synthetic::normal(10000 * (d + 1) + 100 * w + r);
    };
    results.outcomes = {synthetic::outcome(results, "uptake", 1, value),
                        synthetic::outcome(results, "trust_mean", 1, [&](auto d, auto w, auto r, std::size_t i) {
                            return 0.5 + 2 * value(d, w, r, i);
                        })};
    return results;
}

const std::vector<Regime> all_regimes{{false, false}, {true, false}, {false, true}, {true, true}};

RegimesAnswer answer_of(const Results& results, const std::vector<std::string>& metrics = {"uptake"}) {
    return std::get<RegimesAnswer>(find_regime_flips(results, metrics));
}

std::string problem_of(const Results& results) { return std::get<std::string>(find_regime_flips(results, {"uptake"})); }

}  // namespace

TEST_CASE("a ranking that flips with who adapts is flagged and taken apart", "[regimes]") {
    // cohort less status-quo: -0.04 where nobody adapts; firms add 0.01, regulators 0.05, both together 0.02 more.
    const Results results = made_up(2, all_regimes, [](std::size_t d, bool firms, bool regulators) {
        return d == 0 ? 0.3 : 0.26 + 0.01 * firms + 0.05 * regulators + 0.02 * (firms && regulators);
    });
    const RegimesAnswer answer = answer_of(results);
    REQUIRE(answer.regimes.size() == 4);
    REQUIRE(answer.rankings.size() == 1);
    const RegimeRanking& ranking = answer.rankings.front();
    CHECK(ranking.best_changes);
    REQUIRE(ranking.flips.size() == 1);
    const RegimeFlip& flip = ranking.flips.front();
    CHECK(flip.is_clear);
    // status-quo less cohort: most where nobody adapts, least where both do.
    CHECK(words(answer.regimes[flip.ahead_in]) == "nobody adapts");
    CHECK(words(answer.regimes[flip.behind_in]) == "both adapt");
    CHECK(flip.gap_ahead.mean == Approx(0.04).margin(0.001));
    CHECK(flip.gap_behind.mean == Approx(-0.04).margin(0.001));
    REQUIRE((flip.by_firms && flip.by_regulators && flip.by_both));
    CHECK(flip.by_firms->mean == Approx(-0.02).margin(0.001));
    CHECK(flip.by_regulators->mean == Approx(-0.06).margin(0.001));
    CHECK(flip.by_both->mean == Approx(-0.02).margin(0.002));
    CHECK(flip.by_firms->low < flip.by_firms->mean);
    REQUIRE(flip.moved.size() == 1);
    CHECK(flip.moved.front().metric->name == "trust_mean");
    CHECK(flip.moved.front().shift.mean == Approx(-0.16).margin(0.005));
    CHECK_THAT(regimes_text(answer, false), Catch::Contains("FLIPS with who adapts") && Catch::Contains("trust mean"));
    CHECK(regimes_summary(answer) == "The ranking flips clearly by uptake: it depends on who adapts.");
}

TEST_CASE("a ranking that holds in every regime is no flip, nor is one of equals", "[regimes]") {
    const RegimesAnswer steady = answer_of(made_up(
        3, all_regimes, [](std::size_t d, bool firms, bool) { return 0.1 * static_cast<double>(d) + 0.05 * firms; }));
    CHECK(steady.rankings.front().flips.empty());
    CHECK_FALSE(steady.rankings.front().best_changes);
    CHECK(steady.rankings.front().levels[3][2].place == 1);
    CHECK(steady.rankings.front().levels[3][0].place == 3);
    const RegimesAnswer equals = answer_of(made_up(2, all_regimes, [](std::size_t, bool, bool) { return 0.3; }));
    for (const RegimeFlip& flip : equals.rankings.front().flips) CHECK_FALSE(flip.is_clear);
    CHECK_THAT(regimes_text(equals, false), !Catch::Contains("FLIPS"));
    CHECK(regimes_summary(steady) == "The ranking flips clearly by no outcome (1 looked at).");
}

TEST_CASE("values that are missing in a regime are told, not judged", "[regimes]") {
    Results results =
        made_up(2, all_regimes, [](std::size_t d, bool, bool) { return 0.3 + 0.1 * static_cast<double>(d); });
    for (std::size_t world = 0; world < results.worlds.size(); ++world) {
        for (std::size_t r = 0; r < results.replicates.size(); ++r)
            results.status[results.run_index(1, world, r)] = RunStatus::failed;
    }
    const RegimesAnswer answer = answer_of(results);
    CHECK(answer.rankings.front().levels[1][0].place == 0);
    CHECK_FALSE(answer.rankings.front().best_changes);
    const std::string sentence = regime_sentence(answer, answer.rankings.front());
    CHECK_THAT(sentence, Catch::Contains("no value in some regimes") && !Catch::Contains("the same in every regime"));
}

TEST_CASE("what a world has as a whole is one number, whose gap in a single world has no interval", "[regimes]") {
    Results results = made_up(2, all_regimes, [](std::size_t d, bool firms, bool) {
        const double share = 0.1 * static_cast<double>(d);
        return firms ? share : 0.2 - share;
    });
    results.worlds.resize(1);
    results.world_parameter.clear();
    results.parameters.clear();
    results.status.assign(results.runs(), RunStatus::done);
    const auto value = [](std::size_t d, std::size_t, std::size_t, std::size_t) {
        const auto place = static_cast<double>(d);
        return d < 4 ? 1 + place : 4 - place;
    };
    results.outcomes = {synthetic::outcome(results, "harm_cvar", 1, value)};
    const RegimesAnswer answer = answer_of(results, {"harm_cvar"});
    for (const RegimeFlip& flip : answer.rankings.front().flips) {
        CHECK(std::isnan(flip.gap_ahead.low));
        CHECK_FALSE(flip.is_clear);
    }
}

TEST_CASE("with two regimes the effect of the one switch is told, and that is all", "[regimes]") {
    const Results results = made_up(2, {{false, true}, {true, true}}, [](std::size_t d, bool firms, bool) {
        return d == 0 ? 0.3 : firms ? 0.25 : 0.33;
    });
    const RegimesAnswer answer = answer_of(results);
    const RegimeFlip& flip = answer.rankings.front().flips.front();
    REQUIRE(flip.by_firms);
    CHECK(flip.by_firms->mean == Approx(0.08).margin(0.002));
    CHECK_FALSE(flip.by_regulators);
    CHECK_FALSE(flip.by_both);
    CHECK_THAT(regimes_text(answer, false), Catch::Contains("2 of four regimes"));
}

TEST_CASE("results without regimes or with one design have no flips to find, and say so", "[regimes]") {
    CHECK_THAT(problem_of(synthetic::results()), Catch::Contains("does not say who adapts"));
    const auto flat = [](std::size_t, bool, bool) { return 0.3; };
    CHECK_THAT(problem_of(made_up(2, {{true, true}}, flat)),
               Catch::Contains("one regime") && Catch::Contains("[adaptation]"));
    CHECK_THAT(problem_of(made_up(1, all_regimes, flat)), Catch::Contains("fewer than two designs"));
    CHECK_THAT(std::get<std::string>(find_regime_flips(made_up(2, all_regimes, flat), {"uptke"})),
               Catch::Contains("Did you mean \"uptake\"?"));
}

TEST_CASE("regimes as JSON and CSV", "[regimes]") {
    const RegimesAnswer answer = answer_of(made_up(2, all_regimes, [](std::size_t d, bool, bool regulators) {
        return d == 0 ? 0.3 : regulators ? 0.4 : 0.2;
    }));
    const nlohmann::json ranking = regimes_json(answer)["rankings"][0];
    CHECK(ranking["flips_clearly"] == true);
    CHECK(ranking["regimes"].size() == 4);
    CHECK(ranking["flips"][0]["by_regulators"]["mean"].get<double>() == Approx(-0.2).margin(0.002));
    const std::string table = regimes_csv(answer);
    CHECK(std::count(table.begin(), table.end(), '\n') == 1 + 4 * 2);
}

}  // namespace leeway
