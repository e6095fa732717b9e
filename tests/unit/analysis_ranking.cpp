// Who leads at month 36 and at the end, and whether the order turns.
#include "analysis/ranking.hpp"
#include "catch.hpp"
#include "synthetic_results.hpp"

namespace leeway {
namespace {

constexpr std::size_t months = 48;

/// Three designs whose monthly uptake is value(design, world, month) in 6 worlds and 2 replicates.
template <class Value>
Results monthly_results(Value value) {
    Results results = synthetic::results({3, 6, 2, months, 0});
    results.sampling = "file";
    results.by_month = {synthetic::outcome(results, "uptake", months, [&](auto d, auto w, auto, auto m) {
        return value(static_cast<double>(d), static_cast<double>(w), static_cast<double>(m));
    })};
    return results;
}

std::optional<Ranking> ranking_of(const Results& results, const std::string& metric = "uptake") {
    return rank_designs(results, estimator_for(results), metric);
}

}  // namespace

TEST_CASE("an order that does not turn is said to hold", "[analysis]") {
    const Results results = monthly_results([](double d, double, double m) { return (d + 1) * m; });
    const auto ranking = ranking_of(results);
    REQUIRE(ranking);
    CHECK(ranking->early.month == 36);
    CHECK(ranking->late.month == 47);
    CHECK(ranking->early.order == std::vector<std::size_t>{2, 1, 0});
    CHECK(ranking->early.means == std::vector<double>{108, 72, 36});
    CHECK(ranking->flips.empty());
    CHECK(ranking_sentence(results, *ranking) ==
          "By uptake `precautionary` leads in month 36 and in month 47; the order does not change.");
}

TEST_CASE("a flip with clear differences at both months is named", "[analysis]") {
    // The first design is ahead by 4 in month 36 and behind by 7 in month 47; the third always trails.
    const Results results = monthly_results([](double d, double w, double m) {
        return d == 0 ? 40 + w : d == 1 ? m + w : w;
    });
    const auto ranking = ranking_of(results);
    REQUIRE(ranking);
    REQUIRE(ranking->flips.size() == 1);
    CHECK(ranking->flips[0].ahead_early == 0);
    CHECK(ranking->flips[0].ahead_late == 1);
    CHECK(ranking->flips[0].is_clear);
    CHECK(ranking_sentence(results, *ranking) ==
          "By uptake `status-quo` leads in month 36 and `cohort` in month 47; the order flips: `cohort` overtakes "
          "`status-quo`.");
}

TEST_CASE("a change of order that luck can explain is not called a flip", "[analysis]") {
    const Results results = monthly_results([](double d, double w, double m) {
        const double sway = w < 3 ? 5 : -5;
        return d == 0 ? 40 : d == 1 ? 40 + sway + (m > 40 ? 0.1 : -0.1) : 0;
    });
    const auto ranking = ranking_of(results);
    REQUIRE(ranking);
    REQUIRE(ranking->flips.size() == 1);
    CHECK_FALSE(ranking->flips[0].is_clear);
    CHECK_THAT(ranking_sentence(results, *ranking), Catch::Contains("only among designs without a clear difference"));
}

TEST_CASE("less harm ranks first", "[analysis]") {
    Results results = monthly_results([](double d, double, double) { return d; });
    results.by_month[0].name = "harm_per_1000_citizen_years";
    const auto ranking = ranking_of(results, "harm_per_1000_citizen_years");
    REQUIRE(ranking);
    CHECK(ranking->late.order == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("there is no ranking without a direction, a series or a later month", "[analysis]") {
    Results results = monthly_results([](double d, double, double) { return d; });
    CHECK_FALSE(ranking_of(results, "trust_mean"));
    results.by_month[0].name = "admitted";
    CHECK_FALSE(ranking_of(results, "admitted"));
    CHECK_FALSE(ranking_of(synthetic::results({2, 3, 1, 37, 0})));
}

TEST_CASE("a design without finished runs is not ranked", "[analysis]") {
    Results results = monthly_results([](double d, double, double) { return d; });
    for (std::size_t w = 0; w < 6; ++w) {
        for (std::size_t r = 0; r < 2; ++r) results.status[results.run_index(2, w, r)] = RunStatus::failed;
    }
    const auto ranking = ranking_of(results);
    REQUIRE(ranking);
    CHECK(ranking->late.order == std::vector<std::size_t>{1, 0});
    CHECK(ranking->flips.empty());
}

}  // namespace leeway
