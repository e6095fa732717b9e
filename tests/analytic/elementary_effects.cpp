// Elementary effects of a linear function, which are its slopes, with and without luck.
#include <array>
#include <cmath>

#include "analysis/sensitivity.hpp"
#include "catch.hpp"
#include "synthetic_results.hpp"

namespace leeway {
namespace {

Sensitivity effects_in(const Results& results) { return std::get<Sensitivity>(sensitivity(results, {{"uptake"}, {}})); }

/// 40 trajectories of three parameters, each of which moves by 2/3, up or down, in turning order.
Results morris_results(std::size_t replicates, double luck) {
    constexpr std::size_t trajectories = 40;
    Results results = synthetic::results({1, 4 * trajectories, replicates, 3, 0});
    results.sampling = "morris";
    results.parameters = {"a", "b", "c"};
    results.world_parameter.clear();
    for (std::size_t t = 0; t < trajectories; ++t) {
        std::array<double, 3> low{}, point{};
        for (std::size_t p = 0; p < 3; ++p) {
            low[p] = synthetic::noise(10 * t + p) < 0.5 ? 0 : 1.0 / 3;
            point[p] = low[p] + (synthetic::noise(10 * t + 5 + p) < 0.5 ? 0 : 2.0 / 3);
        }
        for (std::size_t step = 0; step < 4; ++step) {
            if (step > 0) {
                const std::size_t p = (t + step) % 3;
                point[p] = point[p] > low[p] ? low[p] : low[p] + 2.0 / 3;
            }
            results.world_parameter.insert(results.world_parameter.end(), point.begin(), point.end());
        }
    }
    results.outcomes = {synthetic::outcome(results, "uptake", 1, [&](auto, auto w, auto r, auto) {
        const double* x = &results.world_parameter[3 * w];
        return 2 * x[0] - 3 * x[1] + luck * synthetic::normal(100 * w + r);
    })};
    return results;
}

}  // namespace

TEST_CASE("elementary effects of a linear function are its slopes", "[analysis][sensitivity]") {
    const Sensitivity answer = effects_in(morris_results(2, 0));
    REQUIRE(answer.method == SensitivityMethod::morris);
    const auto& effects = answer.metrics.front().targets.front().effects;
    REQUIRE(effects.size() == 3);
    CHECK(effects[0].parameter == 1);
    CHECK(effects[0].mean == Approx(-3));
    CHECK(effects[0].size.mean == Approx(3));
    CHECK(effects[0].spread == Approx(0).margin(1e-12));
    CHECK(effects[1].parameter == 0);
    CHECK(effects[1].mean == Approx(2));
    CHECK(effects[2].size.mean == Approx(0).margin(1e-12));
    CHECK(effects[0].steps == 40);
}

TEST_CASE("what luck adds to elementary effects is known", "[analysis][sensitivity]") {
    const Sensitivity answer = effects_in(morris_results(4, 0.2));
    const auto& effects = answer.metrics.front().targets.front().effects;
    const auto& idle = effects.back();
    CHECK(idle.parameter == 2);
    const double by_luck = std::sqrt(2 / 3.14159265358979) * std::sqrt(2 * 0.04 / 4) * 1.5;
    CHECK(idle.by_luck == Approx(by_luck).epsilon(0.15));
    // The mean of 40 sizes of normal effects: their deviation is 0.603 / 0.798 of their mean.
    CHECK(idle.size.mean == Approx(by_luck).margin(4.892 * by_luck * 0.756 / std::sqrt(40)));
}

TEST_CASE("worlds that are no Morris plan are refused", "[analysis][sensitivity]") {
    Results results = morris_results(1, 0);
    results.world_parameter[3] += 0.1;
    results.world_parameter[4] += 0.1;
    CHECK_THAT(std::get<std::string>(sensitivity(results, {{"uptake"}, {}})), Catch::Contains("no Morris plan"));
}

}  // namespace leeway
