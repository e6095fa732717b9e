// Acceptability and dominance against closed forms, and the frontier against a published example.
#include "analysis/acceptability.hpp"

#include <cmath>
#include <limits>

#include "analysis/frontier.hpp"
#include "catch.hpp"
#include "sample.hpp"
#include "synthetic_results.hpp"

namespace leeway {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// A bivariate normal pair of what a design adds to the baseline: gain and harm.
struct Pair {
    double gain, gain_spread, harm, harm_spread, correlation;

    GainsAndHarms units(Eigen::Index count) const {
        GainsAndHarms made{Eigen::MatrixXd::Zero(count, 2), Eigen::MatrixXd::Zero(count, 2)};
        for (Eigen::Index unit = 0; unit < count; ++unit) {
            const auto place = static_cast<std::uint64_t>(unit);
            const double first = synthetic::normal(2 * place), second = synthetic::normal(2 * place + 1);
            const double rest = std::sqrt(1 - correlation * correlation);
            made.gain(unit, 1) = gain + gain_spread * first;
            made.harm(unit, 1) = harm + harm_spread * (correlation * first + rest * second);
        }
        return made;
    }
    /// P(rate * gain - harm > 0).
    double preferred(double rate) const {
        if (std::isinf(rate)) return normal_share(gain / gain_spread);
        const double variance = rate * rate * gain_spread * gain_spread + harm_spread * harm_spread -
                                2 * rate * correlation * gain_spread * harm_spread;
        return normal_share((rate * gain - harm) / std::sqrt(variance));
    }
    static double normal_share(double z) { return std::erfc(-z / std::sqrt(2.0)) / 2; }
};

double score(double share, double exact, double units) {
    return (share - exact) / std::sqrt(exact * (1 - exact) / units);
}

}  // namespace

TEST_CASE("the acceptability of two designs is the closed form of a bivariate normal pair", "[frontier]") {
    constexpr Eigen::Index count = 20'000;
    for (const Pair& pair : {Pair{2, 1.5, 1, 1, 0.4}, Pair{0.5, 1, 0.8, 2, -0.7}, Pair{-1, 2, -1.5, 1, 0}}) {
        const GainsAndHarms units = pair.units(count);
        for (const double rate : {0.0, 0.2, 0.5, 1.0, 3.0, infinite}) {
            const Eigen::VectorXd shares = acceptability(units, rate);
            INFO("rate " << rate << ": " << shares[1] << " for " << pair.preferred(rate));
            CHECK(std::abs(score(shares[1], pair.preferred(rate), count)) < z_limit);
            CHECK(shares.sum() == Approx(1));
        }
    }
}

TEST_CASE("one design dominates another as often as a bivariate normal pair lies in a quadrant", "[frontier]") {
    // P(gain > 0, harm < 0) with means of zero: 1/4 - arcsin(correlation) / (2 pi) (Sheppard 1899).
    constexpr Eigen::Index count = 20'000;
    for (const double correlation : {-0.6, 0.0, 0.8}) {
        const GainsAndHarms units = Pair{0, 1, 0, 2, correlation}.units(count);
        const double exact = 0.25 - std::asin(correlation) / (2 * 3.141592653589793);
        CHECK(std::abs(score(dominance(units)(1, 0), exact, count)) < z_limit);
        CHECK(std::abs(score(dominance(units)(0, 1), exact, count)) < z_limit);
        CHECK(dominated_share(units)[0] == dominance(units)(1, 0));
    }
}

TEST_CASE("designs that are alike are preferred equally often, and ties share their unit", "[frontier]") {
    constexpr Eigen::Index count = 9'000;
    GainsAndHarms units{Eigen::MatrixXd(count, 3), Eigen::MatrixXd(count, 3)};
    for (Eigen::Index i = 0; i < units.gain.size(); ++i) {
        units.gain.data()[i] = synthetic::normal(static_cast<std::uint64_t>(2 * i));
        units.harm.data()[i] = synthetic::normal(static_cast<std::uint64_t>(2 * i + 1));
    }
    for (const double rate : {0.0, 1.0, infinite}) {
        for (const double share : acceptability(units, rate)) CHECK(std::abs(score(share, 1.0 / 3, count)) < z_limit);
    }
    const GainsAndHarms same{Eigen::MatrixXd::Ones(4, 2), Eigen::MatrixXd::Ones(4, 2)};
    CHECK(acceptability(same, 1)[0] == 0.5);
    CHECK(dominance(same).sum() == 0);
}

TEST_CASE("at rate 0 less harm decides and more gain breaks ties, at an infinite rate the other way round",
          "[frontier]") {
    GainsAndHarms units{Eigen::MatrixXd(1, 3), Eigen::MatrixXd(1, 3)};
    units.gain << 1, 2, 5;
    units.harm << 3, 3, 4;
    CHECK(acceptability(units, 0)[1] == 1);
    CHECK(preferred_on_average(units, 0) == 1);
    CHECK(acceptability(units, infinite)[2] == 1);
    units.gain << 5, 2, 5;
    CHECK(acceptability(units, infinite)[0] == 1);
}

TEST_CASE("the frontier of HIV screening is the published one", "[frontier]") {
    // Costs and months of life of five strategies (Paltiel et al. 2006, Ann. Intern. Med. 145), and the ratios that the
    // package dampack (vignette "Basic Cost Effectiveness Analysis") finds: 37,500, 58,286 and 100,800; annual is
    // dominated.
    Eigen::VectorXd effect(5), cost(5);
    effect << 277.25, 277.57, 277.78, 277.83, 277.76;
    cost << 26000, 27000, 28020, 28440, 29440;
    const EfficientFrontier frontier = efficient_frontier(effect / 12, cost);
    CHECK(frontier.designs == std::vector<std::size_t>{0, 1, 2, 3});
    REQUIRE(frontier.rates.size() == 3);
    CHECK(frontier.rates[0] == Approx(37500));
    CHECK(frontier.rates[1] == Approx(58285.71).epsilon(1e-6));
    CHECK(frontier.rates[2] == Approx(100800));
    CHECK(standings(effect / 12, cost).back() == Standing::dominated);
}

TEST_CASE("designs are efficient, dominated, or extendedly dominated", "[frontier]") {
    Eigen::VectorXd gain(5), harm(5);
    gain << 0, 1, 2, 3, 1.5;
    harm << 0, 1, 4, 4.5, 5;
    const EfficientFrontier frontier = efficient_frontier(gain, harm);
    CHECK(frontier.designs == std::vector<std::size_t>{0, 1, 3});
    CHECK(frontier.rates == std::vector<double>{1, 1.75});
    using enum Standing;
    CHECK(standings(gain, harm) ==
          std::vector<Standing>{efficient, efficient, extendedly_dominated, efficient, dominated});
}

TEST_CASE("the frontier is who is preferred on average at every rate between its rates", "[frontier]") {
    for (std::uint64_t trial = 0; trial < 200; ++trial) {
        GainsAndHarms means{Eigen::MatrixXd(1, 6), Eigen::MatrixXd(1, 6)};
        for (Eigen::Index d = 0; d < 6; ++d) {
            means.gain(0, d) = synthetic::normal(1000 * trial + static_cast<std::uint64_t>(d));
            means.harm(0, d) = synthetic::normal(1000 * trial + 500 + static_cast<std::uint64_t>(d));
        }
        const EfficientFrontier frontier =
            efficient_frontier(means.gain.row(0).transpose(), means.harm.row(0).transpose());
        for (std::size_t i = 0; i < frontier.designs.size(); ++i) {
            const double low = i == 0 ? 0 : frontier.rates[i - 1];
            const double high = i < frontier.rates.size() ? frontier.rates[i] : 2 * low + 1;
            CHECK(preferred_on_average(means, (low + high) / 2) == frontier.designs[i]);
        }
        CHECK(preferred_on_average(means, infinite) == frontier.designs.back());
    }
}

TEST_CASE("the interval of a share is Wilson's", "[frontier]") {
    const Interval interval = share_interval(0.1, 50);  // 5 of 50: 0.0435 to 0.2136 (Newcombe 1998, method 3)
    CHECK(interval.low == Approx(0.0435).margin(5e-5));
    CHECK(interval.high == Approx(0.2136).margin(5e-5));
    CHECK(share_interval(0, 20).low == 0);
    CHECK(share_interval(0, 20).high > 0.1);
    CHECK(std::isnan(share_interval(0.5, 0).low));
}

}  // namespace leeway
