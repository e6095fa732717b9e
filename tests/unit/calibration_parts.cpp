// The parts of a calibration: formulas of outcomes, variances between a world and a target, emulators, and what is
// pinned down.
#include <array>
#include <cmath>

#include "catch.hpp"
#include "core/random.hpp"
#include "core/results.hpp"
#include "experiment/search/emulator.hpp"
#include "experiment/search/formula.hpp"
#include "experiment/search/history_matching.hpp"
#include "experiment/search/implausibility.hpp"
#include "experiment/search/pinned_down.hpp"
#include "experiment/uncertain.hpp"

using namespace leeway;

namespace {

Formula formula_of(std::string_view text) {
    const auto read = read_formula(text);
    const auto* problem = std::get_if<std::string>(&read);
    INFO((problem ? *problem : ""));
    REQUIRE(problem == nullptr);
    return std::get<Formula>(read);
}

bool is_refused(std::string_view text, std::string_view why) {
    const auto read = read_formula(text);
    const auto* problem = std::get_if<std::string>(&read);
    REQUIRE(problem != nullptr);
    INFO(*problem);
    CHECK(problem->find(why) != std::string::npos);
    return problem->find(why) != std::string::npos;
}

Target target_of(double value, double low, double high) {
    Target target;
    target.value = value;
    target.low = low;
    target.high = high;
    target.one_history = false;
    return target;
}

}  // namespace

TEST_CASE("formulas follow the usual order and count every outcome once") {
    const std::array values{12.0, 4.0};
    CHECK(evaluate(formula_of("admitted / applications"), values, 24) == 3);
    CHECK(evaluate(formula_of("admitted - applications - 1"), values, 24) == 7);
    CHECK(evaluate(formula_of("12 * admitted / months"), values, 24) == 6);
    CHECK(evaluate(formula_of("admitted + applications * 2.5"), values, 24) == 22);
    CHECK(evaluate(formula_of("( admitted + applications ) * .5"), values, 24) == 8);
    CHECK(evaluate(formula_of("admitted / applications / 3"), values, 24) == 1);
    const Formula formula = formula_of("admitted / (admitted + rejected)");
    CHECK(formula.outcomes == std::vector<std::string>{"admitted", "rejected"});
    CHECK(evaluate(formula, values, 24) == 0.75);
}

TEST_CASE("what is missing in a run is missing in its formula") {
    const Formula share = formula_of("admitted / applications");
    CHECK(std::isnan(evaluate(share, std::array{0.0, 0.0}, 24)));
    CHECK(std::isnan(evaluate(share, std::array{missing_value, 3.0}, 24)));
    CHECK(evaluate(formula_of("admitted / applications * 0"), std::array{1.0, 3.0}, 24) == 0);
}

TEST_CASE("a formula that makes no sense is refused with the reason") {
    CHECK(is_refused("", "is missing at its end"));
    CHECK(is_refused("admitted /", "is missing at its end"));
    CHECK(is_refused("* admitted", "is missing at its \"* admitted\""));
    CHECK(is_refused("admited", "\"admited\" is no outcome"));
    CHECK(is_refused("admited", "Did you mean \"admitted\"?"));
    CHECK(is_refused("harm_cvar", "belongs to all replicates"));
    CHECK(is_refused("(admitted", "a parenthesis is not closed"));
    CHECK(is_refused("admitted)", "\")\" is one too many"));
    CHECK(is_refused("admitted 2", "\"2\" is one too many"));
    CHECK(is_refused("1.2.3", "\"1.2.3\" is no number"));
    CHECK(is_refused(std::string(1000, '('), "more than 50 parentheses"));
}

TEST_CASE("each half of an interval is an error on its own side") {
    const Target target = target_of(0.9, 0.9 - 2 * 1.959963984540054, 0.9 + 1.959963984540054);
    CHECK(observation_error(target, 5) == Approx(1).epsilon(1e-12));
    CHECK(observation_error(target, -5) == Approx(2).epsilon(1e-12));
    CHECK(observation_error(target_of(0.9, 0, 0), 5) == 0);
}

TEST_CASE("implausibility divides the distance by all that keeps a world from a target") {
    Target target = target_of(10, 10 - 2 * 1.959963984540054, 10 + 2 * 1.959963984540054);
    target.discrepancy = 3;
    const RunsOfWorld runs{22, 12, 4};  // 4 + 9 + 12/4 = 16
    CHECK(implausibility(target, runs) == Approx(3).epsilon(1e-12));
    target.one_history = true;  // and 12 more
    CHECK(implausibility(target, runs) == Approx(12 / std::sqrt(28.0)).epsilon(1e-12));
    CHECK(std::isinf(implausibility(target, RunsOfWorld{10, 0, 1})));
    CHECK(implausibility(target, RunsOfWorld{10, 0, 4}) == 0);
    CHECK(implausibility_cutoff(0.95, 1) == Approx(1.959963984540054).epsilon(1e-12));
    CHECK(implausibility_cutoff(0.9, 2) == Approx(1.959963984540054).epsilon(1e-12));
}

TEST_CASE("variances of worlds are drawn together when luck explains that they differ, and left alone when not") {
    const auto alike = summarise_runs({{1, 3}, {0, 2}, {5, 7}});  // each 2
    for (const RunsOfWorld& runs : alike) CHECK(runs.variance == Approx(2).epsilon(1e-12));
    // Variances 2 and 8 with one degree of freedom: relative variance 0.72, less than the 2 that luck gives.
    const auto lucky = summarise_runs({{1, 3}, {0, 4}});
    CHECK(lucky[0].variance == Approx(5).epsilon(1e-12));
    CHECK(lucky[1].variance == Approx(5).epsilon(1e-12));
    // Twelve worlds, one of which is quite another: mean 1/12 of 1200, relative variance 12, luck explains 2.
    std::vector<std::vector<double>> values(11, {4, 4});
    values.push_back({0, std::sqrt(2400.0)});
    const double weight = (12 - 2) / (1 + 2.0) / 12;
    const auto apart = summarise_runs(values);
    CHECK(apart.front().variance == Approx(100 * (1 - weight)).epsilon(1e-12));
    CHECK(apart.back().variance == Approx(100 + weight * 1100).epsilon(1e-12));
    CHECK(apart.front().count == 2);
    CHECK(summarise_runs({{1, missing_value, 3}})[0].mean == 2);
    CHECK(summarise_runs({{missing_value, 3}})[0].count == 1);
}

TEST_CASE("an emulator reproduces a quadratic surface, also where it was not fitted") {
    const auto surface = [](double a, double b) { return 1 + 2 * a - b + 3 * a * b - 0.5 * a * a; };
    const Draws draws(run_key(1, 0, 0), "emulator test");
    std::vector<std::vector<double>> points;
    std::vector<double> values;
    for (std::uint64_t i = 0; i < 13; ++i) {
        points.push_back({draws.uniform(i, 0), draws.uniform(i, 1)});
        values.push_back(i == 5 ? missing_value : surface(points[i][0], points[i][1]));
    }
    const auto emulator = Emulator::fit(points, values);
    REQUIRE(emulator);
    CHECK(emulator->predict(std::array{0.9, 0.1}) == Approx(surface(0.9, 0.1)).epsilon(1e-9));
    CHECK(emulator->variance() < 1e-18);
    CHECK(std::isnan(emulator->left_out()[5]));
    CHECK(emulator->left_out()[6] == Approx(values[6]).epsilon(1e-9));
}

TEST_CASE("the error of an emulator is that of leaving each point out") {
    // Three points, a plane of one term: left out, each is predicted by the line of the others. With four points of a
    // plane of two terms, by hand: y = (0, 0, 0, 1) at x = (0, 1/3, 2/3, 1).
    const std::vector<std::vector<double>> points{{0}, {1.0 / 3}, {2.0 / 3}, {1}};
    const auto emulator = Emulator::fit(points, {0, 0, 0, 1});
    REQUIRE(emulator);
    CHECK(emulator->left_out()[3] == Approx(0).margin(1e-12));         // the line through three zeros
    CHECK(emulator->left_out()[0] == Approx(-2.0 / 3).epsilon(1e-9));  // the line of (0, 0, 1) at one step before
    CHECK_FALSE(Emulator::fit({{0}, {0.5}, {1}}, {0, 1, 2}));
}

TEST_CASE("the share of a prior below a value undoes its quantile") {
    for (const Distribution shape : {Distribution::uniform, Distribution::log_uniform, Distribution::triangular,
                                     Distribution::lognormal, Distribution::normal}) {
        UncertainParameter prior;
        prior.distribution = shape;
        prior.low = 0.5;
        prior.high = 4;
        prior.mode = 1.5;
        prior.median = 2;
        prior.sigma = 0.7;
        for (const double share : {0.001, 0.2, 0.5, 0.77, 0.999})
            CHECK(share_below(prior, quantile(prior, share)) == Approx(share).epsilon(1e-9));
        CHECK(share_below(prior, 0.5) == 0);
        CHECK(share_below(prior, 4) == 1);
    }
}

TEST_CASE("a greatest distance from the uniform distribution has the probability of the tables") {
    // 100 points at a distance of 1.358 / 10.131 = 0.134: the 5 % point (Stephens 1970).
    std::vector<double> points;
    for (int i = 0; i < 100; ++i) points.push_back(std::min(1.0, (i + 0.5) / 100 + 0.134041 - 0.005));
    CHECK(chance_of_uniform(points) == Approx(0.05).margin(0.0005));
    std::vector<double> even;
    for (int i = 0; i < 100; ++i) even.push_back((i + 0.5) / 100);
    CHECK(chance_of_uniform(even) == 1);
    CHECK(chance_of_uniform(std::vector<double>(100, 0.5)) < 1e-20);
}

TEST_CASE("a search that is stopped has no answer, and one with nothing left ends") {
    Search search;
    search.priors.resize(1);
    search.priors[0].parameter = "a";
    search.priors[0].high = 1;
    search.targets = {target_of(50, 49, 51)};
    search.settings.members = 10;
    const WorldPoints first{{0.1}, {0.3}, {0.5}, {0.7}, {0.9}};
    CHECK_FALSE(match_history(search, first, [](const WorldPoints&) { return std::nullopt; }));
    std::size_t calls = 0;
    const auto match = match_history(search, first, [&](const WorldPoints& worlds) {
        ++calls;
        WorldPoints values;
        for (const auto& world : worlds) values.push_back({world[0], world[0]});
        return std::optional(std::vector<WorldPoints>{values});
    });
    REQUIRE(match);
    CHECK(calls == 1);
    CHECK(match->kept() == 0);
    CHECK(match->waves.size() == 1);
    CHECK(what_is_pinned_down(search, *match).targets.front().ruled_out == 5);
}
