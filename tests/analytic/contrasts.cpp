// Do intervals hold the truth as often as they say? Repeated on made-up worlds whose true mean is known.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "analysis/interval.hpp"
#include "catch.hpp"
#include "synthetic_results.hpp"

namespace leeway {
namespace {

constexpr int repeats = 1000;

/// A Latin hypercube of `worlds` points in `parameters` dimensions: a random permutation of strata in every column.
std::vector<double> latin_hypercube_points(std::size_t worlds, std::size_t parameters, std::uint64_t stream) {
    std::vector<double> points(worlds * parameters);
    for (std::size_t p = 0; p < parameters; ++p) {
        std::vector<std::size_t> order(worlds);
        std::iota(order.begin(), order.end(), std::size_t{0});
        const auto key = [&](std::size_t i) { return synthetic::noise(stream + 1000 * p + i); };
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
        for (std::size_t w = 0; w < worlds; ++w) {
            const double within = synthetic::noise(stream + 500000 + 1000 * p + w);
            points[w * parameters + p] = (static_cast<double>(order[w]) + within) / static_cast<double>(worlds);
        }
    }
    return points;
}

Results plan_of(std::size_t worlds, std::size_t parameters, std::vector<double> points) {
    Results results;
    results.sampling = "latin-hypercube";
    results.worlds.resize(worlds);
    results.parameters.resize(parameters, "parameter");
    results.world_parameter = std::move(points);
    return results;
}

struct Coverage {
    double share = 0, mean_width = 0;
};

/// How often intervals hold `truth`; interval(repeat) makes one.
template <class Make>
Coverage coverage_of(double truth, Make interval) {
    Coverage coverage;
    for (int repeat = 0; repeat < repeats; ++repeat) {
        const Interval made = interval(static_cast<std::uint64_t>(repeat));
        coverage.share += (made.low <= truth && truth <= made.high) / static_cast<double>(repeats);
        coverage.mean_width += (made.high - made.low) / repeats;
    }
    return coverage;
}

/// Worlds of a Latin hypercube with an outcome that adds up functions of single parameters, and a little luck.
struct AdditiveWorlds {
    std::size_t worlds, parameters;
    double curvature, luck;

    double truth() const { return static_cast<double>(parameters) * (0.5 + curvature / 3); }
    Results plan(std::uint64_t repeat) const {
        return plan_of(worlds, parameters, latin_hypercube_points(worlds, parameters, 10000000 * (repeat + 1)));
    }
    std::vector<double> outcomes(const Results& plan, std::uint64_t repeat) const {
        std::vector<double> values(worlds);
        for (std::size_t w = 0; w < worlds; ++w) {
            for (std::size_t p = 0; p < parameters; ++p) {
                const double x = plan.world_parameter[w * parameters + p];
                values[w] += x + curvature * x * x;
            }
            values[w] += luck * synthetic::normal(900000000 + 100000 * repeat + w);
        }
        return values;
    }
    Coverage with_regression() const {
        return coverage_of(truth(), [&](std::uint64_t repeat) {
            const Results made = plan(repeat);
            const MeanEstimator estimator = estimator_for(made);
            REQUIRE(estimator.kind == Estimator::latin_hypercube);
            return estimate_mean(estimator, outcomes(made, repeat));
        });
    }
    Coverage as_if_independent() const {
        return coverage_of(truth(), [&](std::uint64_t repeat) { return t_interval(outcomes(plan(repeat), repeat)); });
    }
};

}  // namespace

TEST_CASE("t intervals of independent normal worlds hold the truth in 95 % of cases", "[analysis]") {
    for (const std::size_t worlds : {2, 5, 30}) {
        const Coverage coverage = coverage_of(7, [&](std::uint64_t repeat) {
            std::vector<double> values;
            for (std::size_t w = 0; w < worlds; ++w) {
                values.push_back(7 + 3 * synthetic::normal(1000 * worlds + 100000 * repeat + w));
            }
            return t_interval(values);
        });
        INFO(worlds << " worlds");
        CHECK(coverage.share > 0.93);
        CHECK(coverage.share < 0.97);
    }
}

TEST_CASE("intervals hold the mean of skewed worlds in 95 % of cases, where plain t intervals do not", "[analysis]") {
    struct Skewed {
        const char* name;
        std::size_t worlds;
        double mean;
        double (*draw)(std::uint64_t place);
    };
    const auto exponential = [](std::uint64_t place) { return -std::log(synthetic::noise(place)); };
    const auto square_of_normal = [](std::uint64_t place) {
        return synthetic::normal(place) * synthetic::normal(place);
    };
    const auto lognormal = [](std::uint64_t place) { return std::exp(0.5 * synthetic::normal(place)); };
    const auto turned_lognormal = [](std::uint64_t place) { return -std::exp(0.5 * synthetic::normal(place)); };
    const Skewed cases[] = {{"exponential", 16, 1, exponential},
                            {"exponential", 40, 1, exponential},
                            {"chi-square", 32, 1, square_of_normal},
                            {"lognormal", 16, std::exp(0.125), lognormal},
                            {"lognormal, turned round", 16, -std::exp(0.125), turned_lognormal}};
    for (const Skewed& skewed : cases) {
        const Coverage coverage = coverage_of(skewed.mean, [&](std::uint64_t repeat) {
            std::vector<double> values;
            for (std::size_t w = 0; w < skewed.worlds; ++w) values.push_back(skewed.draw(70000000 + 1000 * repeat + w));
            return t_interval(values);
        });
        INFO(skewed.name << ", " << skewed.worlds << " worlds: " << coverage.share);
        CHECK(coverage.share > 0.93);
        CHECK(coverage.share < 0.97);
    }
}

TEST_CASE("an interval corrected for skewness is Hall's, by hand", "[analysis]") {
    // Values 0, 0, 0, 0, 5: mean 1, standard error 1, skewness 1.5 with the factor sqrt(20) / 3, that of the mean 1.
    const double t = 2.7764451051977987, skewness = 1.5 * std::sqrt(20.0) / 3 / std::sqrt(5.0);
    const auto ahead = [&](double side) {
        return 3 / skewness * (std::cbrt(1 + skewness * (side * t - skewness / 6)) - 1);
    };
    const Interval interval = t_interval({0, 0, 0, 0, 5});
    CHECK(interval.mean == Approx(1));
    CHECK(interval.low == Approx(1 - ahead(1)));
    CHECK(interval.high == Approx(1 - ahead(-1)));
    CHECK(interval.high - 1 > 1 - interval.low);
    const Interval symmetric = t_interval({-2, -1, 0, 1, 2});
    CHECK(symmetric.high == Approx(t * std::sqrt(2.5 / 5)));
    CHECK(symmetric.low == Approx(-symmetric.high));
}

TEST_CASE("on a Latin hypercube the t interval is too wide, the regression's holds 95 %", "[analysis]") {
    const AdditiveWorlds linear{32, 9, 0, 0.2};
    const Coverage regression = linear.with_regression(), independent = linear.as_if_independent();
    CHECK(independent.share > 0.995);
    CHECK(regression.share > 0.93);
    CHECK(regression.share < 0.97);
    CHECK(regression.mean_width < 0.5 * independent.mean_width);
}

TEST_CASE("with worlds enough, curved additive effects are taken out as well", "[analysis]") {
    const Coverage regression = AdditiveWorlds{60, 3, -0.9, 0.1}.with_regression();
    CHECK(regression.share > 0.93);
    CHECK(regression.share < 0.97);
}

TEST_CASE("where nothing is additive the regression's interval still holds 95 %", "[analysis]") {
    const Coverage coverage = coverage_of(0, [](std::uint64_t repeat) {
        const Results plan = plan_of(40, 2, latin_hypercube_points(40, 2, 10000000 * (repeat + 1)));
        std::vector<double> values;
        for (std::size_t w = 0; w < 40; ++w) {
            values.push_back((plan.world_parameter[2 * w] - 0.5) * (plan.world_parameter[2 * w + 1] - 0.5));
        }
        return estimate_mean(estimator_for(plan), values);
    });
    CHECK(coverage.share > 0.92);
    CHECK(coverage.share < 0.985);
}

TEST_CASE("too few worlds for a regression get the t interval", "[analysis]") {
    const std::size_t parameters = 9, few = least_worlds(parameters) - 1;
    const Results plan = plan_of(few, parameters, latin_hypercube_points(few, parameters, 1));
    CHECK(estimator_for(plan).kind == Estimator::independent);
    const Results enough = plan_of(few + 1, parameters, latin_hypercube_points(few + 1, parameters, 1));
    CHECK(estimator_for(enough).kind == Estimator::latin_hypercube);
}

TEST_CASE("a parameter that does not vary and a missing world change nothing that matters", "[analysis]") {
    std::vector<double> points = latin_hypercube_points(40, 2, 5);
    for (std::size_t w = 0; w < 40; ++w) points[2 * w + 1] = 3;
    const Results plan = plan_of(40, 2, points);
    const MeanEstimator estimator = estimator_for(plan);
    std::vector<double> values;
    for (std::size_t w = 0; w < 40; ++w) values.push_back(points[2 * w] + 0.01 * synthetic::normal(w));
    values[17] = missing_value;
    const Interval interval = estimate_mean(estimator, values);
    CHECK(interval.mean == Approx(0.5).margin(0.02));
    CHECK(interval.high - interval.low < 0.03);
    CHECK(interval.low < interval.mean);
}

}  // namespace leeway
