// Shares of variance against functions and layouts whose shares are known: the G function of Sobol (Saltelli and Sobol
// 1995) with luck, over drawn worlds and over a Saltelli plan, and a layout of designs, worlds and replicates made of
// its parts.
#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

#include "analysis/sensitivity_forms.hpp"
#include "catch.hpp"
#include "experiment/sampling/plans.hpp"
#include "synthetic_results.hpp"

namespace leeway {
namespace {

constexpr std::array<double, 4> dullness{0, 1, 4.5, 99};

/// g(x) = product of (|4 x - 2| + a) / (1 + a); its variance is the product of 1 + V less 1, V = 1 / (3 (1 + a)^2).
double g_function(const double* x) {
    double product = 1;
    for (std::size_t p = 0; p < dullness.size(); ++p)
        product *= (std::abs(4 * x[p] - 2) + dullness[p]) / (1 + dullness[p]);
    return product;
}

double part_of_g(std::size_t parameter) { return 1 / (3 * (1 + dullness[parameter]) * (1 + dullness[parameter])); }

double variance_of_g() {
    double product = 1;
    for (std::size_t p = 0; p < dullness.size(); ++p) product *= 1 + part_of_g(p);
    return product - 1;
}

/// Strata of a Latin hypercube in the order of random numbers.
std::vector<std::size_t> strata(std::size_t worlds, std::uint64_t key) {
    std::vector<std::size_t> order(worlds);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return synthetic::noise(key + a) < synthetic::noise(key + b); });
    return order;
}

/// One design whose uptake is the G function of four parameters in a Latin hypercube, with luck of this deviation.
Results g_results(std::size_t worlds, std::size_t replicates, double luck, std::uint64_t set = 0) {
    Results results = synthetic::results({1, worlds, replicates, 3, 0});
    const std::uint64_t start = 10'000'000 * set;
    results.parameters = {"a", "b", "c", "d"};
    results.world_parameter.resize(4 * worlds);
    for (std::size_t p = 0; p < 4; ++p) {
        const auto order = strata(worlds, start + 1'000'000 * (p + 1));
        for (std::size_t w = 0; w < worlds; ++w)
            results.world_parameter[4 * w + p] =
                (static_cast<double>(order[w]) + synthetic::noise(start + 4 * w + p)) / static_cast<double>(worlds);
    }
    results.outcomes = {synthetic::outcome(results, "uptake", 1, [&](auto, auto w, auto r, auto) {
        return g_function(&results.world_parameter[4 * w]) + luck * synthetic::normal(start + 6'000'000 + 100 * w + r);
    })};
    return results;
}

/// The first-order index of a parameter of the G function, and its total index: what is lost without the parameter.
double first_of_g(std::size_t parameter) { return part_of_g(parameter) / variance_of_g(); }
double total_of_g(std::size_t parameter) {
    const double without = (1 + variance_of_g()) / (1 + part_of_g(parameter)) - 1;
    return 1 - without / variance_of_g();
}

/// The G function over the blocks of a Saltelli plan, with luck of this deviation; `common`: luck that all worlds
/// share, of the same deviation, on top.
Results g_blocks(std::int64_t blocks, std::size_t replicates, double luck, double common, std::int64_t seed) {
    const Points points = saltelli({"a", "b", "c", "d"}, blocks, seed);
    Results results = synthetic::results({1, points.size(), replicates, 3, 0});
    results.sampling = "saltelli";
    results.parameters = {"a", "b", "c", "d"};
    results.world_parameter.clear();
    for (const auto& point : points)
        results.world_parameter.insert(results.world_parameter.end(), point.begin(), point.end());
    const std::uint64_t start = 10'000'000 * static_cast<std::uint64_t>(seed);
    results.outcomes = {synthetic::outcome(results, "uptake", 1, [&](auto, auto w, auto r, auto) {
        return g_function(&results.world_parameter[4 * w]) + luck * synthetic::normal(start + 1000 + 10 * w + r) +
               common * synthetic::normal(start + r);
    })};
    return results;
}

Sensitivity of(const Results& results) { return std::get<Sensitivity>(sensitivity(results, {{"uptake"}, {}})); }

const ParameterShare& share_of(const SensitivityTarget& target, std::size_t parameter) {
    return *std::find_if(target.shares.begin(), target.shares.end(),
                         [&](const ParameterShare& share) { return share.parameter == parameter; });
}

}  // namespace

TEST_CASE("first-order indices of the noisy G function lie within their intervals", "[analysis][sensitivity]") {
    constexpr std::size_t sets = 30;
    std::array<double, 4> sum{}, squares{};
    std::size_t held = 0;
    for (std::size_t set = 0; set < sets; ++set) {
        const Sensitivity answer = of(g_results(256, 4, 0.3, set));
        const SensitivityTarget& target = answer.metrics.front().targets.front();
        for (std::size_t p = 0; p < dullness.size(); ++p) {
            const Interval& share = share_of(target, p).share;
            const double truth = part_of_g(p) / variance_of_g();
            sum[p] += share.mean;
            squares[p] += share.mean * share.mean;
            held += share.low <= truth + 1e-3 && share.high >= truth - 1e-3;
        }
    }
    for (std::size_t p = 0; p < dullness.size(); ++p) {
        INFO(p);
        const double truth = part_of_g(p) / variance_of_g();
        const double average = sum[p] / sets, variance = squares[p] / sets - average * average;
        // Polynomials of degree 6 miss less than a hundredth of |4 x - 2|.
        CHECK(average == Approx(truth).margin(0.01 * truth + 4.892 * std::sqrt(variance / (sets - 1))));
    }
    CHECK(held >= 100);  // of 120 at 95 %: fewer come by chance once in a million
}

TEST_CASE("first and total indices of the noisy G function lie within their intervals", "[analysis][sensitivity]") {
    constexpr std::size_t sets = 25;
    std::array<double, 8> sum{}, squares{};
    std::size_t held = 0, rest_held = 0;
    const double rest = 1 - first_of_g(0) - first_of_g(1) - first_of_g(2) - first_of_g(3);
    for (std::size_t set = 0; set < sets; ++set) {
        const double common = set % 2 == 0 ? 0 : 0.5;  // luck that all worlds share sets none apart
        const Sensitivity answer = of(g_blocks(128, 4, 0.3, common, static_cast<std::int64_t>(set)));
        REQUIRE(answer.method == SensitivityMethod::saltelli);
        const SensitivityTarget& target = answer.metrics.front().targets.front();
        for (std::size_t i = 0; i < 8; ++i) {
            const ParameterShare& share = share_of(target, i / 2);
            const Interval& index = i % 2 == 0 ? share.share : share.total;
            const double truth = i % 2 == 0 ? first_of_g(i / 2) : total_of_g(i / 2);
            sum[i] += index.mean;
            squares[i] += index.mean * index.mean;
            held += index.low <= truth + 1e-3 && index.high >= truth - 1e-3;
        }
        rest_held += target.interactions.low <= rest && target.interactions.high >= rest;
    }
    CHECK(rest_held >= 17);  // of 25 at 95 %: fewer come by chance once in 300,000
    for (std::size_t i = 0; i < 8; ++i) {
        INFO(i);
        const double truth = i % 2 == 0 ? first_of_g(i / 2) : total_of_g(i / 2);
        const double average = sum[i] / sets, variance = squares[i] / sets - average * average;
        // A ratio of means is off by about one part in the number of blocks.
        CHECK(average == Approx(truth).margin(truth / 128 + 4.892 * std::sqrt(variance / (sets - 1))));
    }
    CHECK(held >= 171);  // of 200 at 95 %: fewer come by chance once in a million
}

TEST_CASE("luck that all worlds share is luck of a run and sets no worlds apart", "[analysis][sensitivity]") {
    double luck = 0, between = 0, assumptions = 0;
    constexpr int sets = 20;
    for (int set = 0; set < sets; ++set) {
        const Sensitivity answer = of(g_blocks(32, 8, 0.2, 0.6, set));
        const SensitivityTarget& target = answer.metrics.front().targets.front();
        luck += target.luck_share / (1 - target.luck_share) * target.between_worlds / sets;
        between += target.between_worlds / sets;
        assumptions += answer.metrics.front().parts.share[1].mean / sets;
    }
    CHECK(between == Approx(variance_of_g()).epsilon(0.1));
    // The shared part is known from 7 degrees of freedom a set.
    const double deviation = 0.36 * std::sqrt(2.0 / (7 * sets)), all = 0.4 + variance_of_g();
    CHECK(luck == Approx(0.4).margin(4.892 * deviation));
    // A share is a ratio, which the spread of its denominator makes too large by about 0.03.
    CHECK(assumptions == Approx(variance_of_g() / all + 0.03).margin(4.892 * deviation / all * variance_of_g() / all));
}

TEST_CASE("worlds that are no Saltelli plan are refused", "[analysis][sensitivity]") {
    Results results = g_blocks(8, 1, 0, 0, 1);
    results.world_parameter[4] += 0.1;
    CHECK_THAT(std::get<std::string>(sensitivity(results, {{"uptake"}, {}})), Catch::Contains("no Saltelli plan"));
    results.worlds.pop_back();
    CHECK_THAT(std::get<std::string>(sensitivity(results, {{"uptake"}, {}})), Catch::Contains("cut short"));
}

TEST_CASE("blocks with a run that failed are left out of the indices", "[analysis][sensitivity]") {
    Results results = g_blocks(64, 1, 0, 0, 3);
    const Results whole = results;
    results.outcomes.front().values[6 * 5 + 2] = missing_value;  // in block 5
    const Interval without = share_of(of(results).metrics.front().targets.front(), 0).total;
    const Interval with = share_of(of(whole).metrics.front().targets.front(), 0).total;
    CHECK(std::isfinite(without.mean));
    CHECK(without.mean != with.mean);
    CHECK(without.mean == Approx(with.mean).margin(0.2));
}

TEST_CASE("the share of luck in the noisy G function is its own variance", "[analysis][sensitivity]") {
    const Sensitivity answer = of(g_results(512, 4, 0.3));
    const SensitivityTarget& target = answer.metrics.front().targets.front();
    CHECK(target.shares.front().parameter == 0);
    CHECK(target.between_worlds == Approx(variance_of_g()).epsilon(0.1));
    CHECK(target.luck_share == Approx(0.09 / (0.09 + variance_of_g())).epsilon(0.15));
    CHECK(answer.metrics.front().parts.share[3].mean == Approx(0.09 / (0.09 + variance_of_g())).epsilon(0.15));
}

TEST_CASE("a parameter that does nothing gets no share on average", "[analysis][sensitivity]") {
    double sum = 0;
    constexpr int sets = 60;
    for (int set = 0; set < sets; ++set) {
        Eigen::VectorXd parameter(48), values(48);
        for (int i = 0; i < 48; ++i) {
            parameter(i) = synthetic::noise(1000 * set + i);
            values(i) = synthetic::normal(500000 + 1000 * set + i);
        }
        sum += explained_variance(parameter, values);
    }
    // Under normal values with variance 1 the estimate has mean 0 and a standard deviation of about 0.08.
    CHECK(std::abs(sum / sets) < 4.892 * 0.08 / std::sqrt(sets));
}

TEST_CASE("a layout made of known parts is taken apart again", "[analysis][sensitivity]") {
    constexpr std::size_t designs = 5, worlds = 400, replicates = 4;
    std::vector<std::vector<double>> values(worlds);
    const auto draw = [](std::uint64_t place) { return synthetic::normal(place); };
    double of_designs = 0;
    const std::array<double, designs> level{-3, -1, 0, 1, 3};
    for (const double each : level) of_designs += each * each / (designs - 1);
    for (std::size_t w = 0; w < worlds; ++w) {
        for (std::size_t d = 0; d < designs; ++d) {
            for (std::size_t r = 0; r < replicates; ++r)
                values[w].push_back(level[d] + 2 * draw(w) + 1.5 * draw(10000 + 10 * w + d) +
                                    0.5 * draw(50000 + 10 * w + r) + draw(100000 + 100 * w + 10 * d + r));
        }
    }
    const auto parts = variance_components(values, designs, replicates);
    CHECK(parts[0] == Approx(of_designs).epsilon(0.1));
    CHECK(parts[1] == Approx(4).epsilon(4.892 * std::sqrt(2.0 / worlds)));
    CHECK(parts[2] == Approx(2.25).epsilon(4.892 * std::sqrt(2.0 / (4 * worlds))));
    CHECK(parts[3] == Approx(1.25).epsilon(4.892 * std::sqrt(2.0 / (3 * worlds))));
}

TEST_CASE("one replicate tells nothing of luck, and it is said", "[analysis][sensitivity]") {
    const Sensitivity answer = of(g_results(64, 1, 0.3));
    CHECK(std::isnan(answer.metrics.front().parts.share[3].mean));
    CHECK(std::isnan(answer.metrics.front().targets.front().luck_share));
    CHECK_THAT(answer.limits.front(), Catch::Contains("one replicate"));
}

TEST_CASE("an outcome that is one number of a world has no luck to be told", "[analysis][sensitivity]") {
    Results results = g_results(64, 4, 0.3);
    results.outcomes.front().name = "harm_cvar";
    CHECK_THAT(std::get<std::string>(sensitivity(results, {{"harm_cvar"}, {}})),
               Catch::Contains("luck cannot be told"));
}

TEST_CASE("the forms of sensitivity hold every parameter", "[analysis][sensitivity]") {
    const Results results = synthetic::results();
    const SensitivityAnswer answer{std::get<Sensitivity>(sensitivity(results, {})), &results};
    const nlohmann::json document = sensitivity_json(answer);
    CHECK(document["metrics"].size() == 2);
    CHECK(document["metrics"][0]["targets"].size() == 5);
    CHECK(document["metrics"][0]["targets"][1]["parameters"].size() == 2);
    CHECK_THAT(sensitivity_text(answer, false), Catch::Contains("levers") && Catch::Contains("harm.rate"));
    CHECK_THAT(sensitivity_csv(answer), Catch::Contains("uptake,cohort,difference,harm.rate,first_order,"));
    CHECK_FALSE(document["metrics"][0]["targets"][1]["parameters"][0].contains("total"));
    const Results blocks = g_blocks(8, 2, 0.1, 0, 1);
    const SensitivityAnswer both{of(blocks), &blocks};
    CHECK(sensitivity_json(both)["metrics"][0]["targets"][0]["parameters"][0]["total"]["mean"].is_number());
    CHECK_THAT(sensitivity_text(both, false), Catch::Contains("with interactions") && Catch::Contains("8 blocks"));
    CHECK_THAT(sensitivity_csv(both), Catch::Contains("uptake,status-quo,level,a,total,"));
}

}  // namespace leeway
