// Contrasts on results whose answers are known.
#include <cmath>

#include "analysis/contrasts.hpp"
#include "analysis/worlds.hpp"
#include "catch.hpp"
#include "synthetic_results.hpp"

namespace leeway {
namespace {

/// Two designs, `worlds` x `replicates` runs of uptake given by value(design, world, replicate).
template <class Value>
Results small_results(std::size_t worlds, std::size_t replicates, Value value) {
    Results results = synthetic::results({2, worlds, replicates, 4, 1});
    results.sampling = worlds == 1 ? "point" : "file";
    results.outcomes = {
        synthetic::outcome(results, "uptake", 1, [&](auto d, auto w, auto r, std::size_t) { return value(d, w, r); })};
    return results;
}

OutcomeContrast contrast_of(const Results& results, std::size_t design = 1) {
    return *contrast_outcome(results, estimator_for(results), results.outcomes.front(), design, 0);
}

}  // namespace

TEST_CASE("worlds are the sampling unit and replicates are averaged within them", "[analysis]") {
    // World means 1, 2, 6 with replicates far apart: mean 3, standard deviation sqrt(7), t(2) = 4.302653.
    const double means[] = {1, 2, 6};
    const Results results = small_results(3, 2, [&](auto, auto w, auto r) { return means[w] + (r == 0 ? 100 : -100); });
    const OutcomeContrast contrast = contrast_of(results, 0);
    const double half = 4.302652729911275 * std::sqrt(7.0 / 3.0);
    CHECK(contrast.level.units == 3);
    CHECK(contrast.level.mean.mean == Approx(3));
    CHECK(contrast.level.mean.low == Approx(3 - half));
    CHECK(contrast.level.mean.high == Approx(3 + half));
    CHECK(contrast.level.p05 == Approx(1.1));
    CHECK(contrast.level.p50 == Approx(2));
    CHECK(contrast.level.p95 == Approx(5.6));
}

TEST_CASE("contrasts are paired: what both designs share drops out", "[analysis]") {
    const Results results = small_results(4, 3, [](auto d, auto w, auto r) {
        return 1000.0 * static_cast<double>(w) + 10.0 * static_cast<double>(r) + (d == 1 ? 0.25 : 0.0);
    });
    const OutcomeContrast contrast = contrast_of(results);
    CHECK(contrast.contrast.mean.mean == Approx(0.25));
    CHECK(contrast.contrast.mean.low == Approx(0.25));
    CHECK(contrast.contrast.mean.high == Approx(0.25));
    CHECK(contrast.is_clear());
    CHECK(contrast.better == 4);
    CHECK(contrast.share_better == 1);
}

TEST_CASE("what common luck saves is the variance of independent runs over that of pairs, within worlds",
          "[analysis]") {
    // Luck of both designs -1, 0, 1 around different worlds; the design's own luck adds 0, 0.5, -0.5 to it.
    const double shared[] = {-1, 0, 1}, own[] = {0, 0.5, -0.5};
    const Results results = small_results(2, 3, [&](auto d, auto w, auto r) {
        return 100.0 * static_cast<double>(w) + shared[r] + (d == 1 ? own[r] : 0);
    });
    // Squares: 2 for the baseline, 1 + 0.25 + 0.25 for the design, 0.5 for their difference, in both worlds alike.
    CHECK(contrast_of(results).luck_saving == Approx((2 + 1.5) / 0.5));
    CHECK(std::isnan(contrast_of(results, 0).luck_saving));
    CHECK(std::isnan(
        contrast_of(small_results(4, 1, [](auto d, auto w, auto) { return static_cast<double>(d + w); })).luck_saving));
}

TEST_CASE("runs with luck of their own save nothing", "[analysis]") {
    const Results results =
        small_results(400, 4, [](auto d, auto w, auto r) { return synthetic::normal(1000000 * d + 1000 * w + r); });
    CHECK(contrast_of(results).luck_saving == Approx(1).margin(0.15));
}

TEST_CASE("ties count half, and less is better where the table says so", "[analysis]") {
    const double differences[] = {-1, 0, 2, 3};
    Results results = small_results(4, 2, [&](auto d, auto w, auto) { return d == 1 ? differences[w] : 0.0; });
    CHECK(contrast_of(results).share_better == Approx(2.5 / 4));
    results.outcomes.front().name = "harm_per_1000_citizen_years";
    CHECK(contrast_of(results).share_better == Approx(1.5 / 4));
    results.outcomes.front().name = "admitted";
    CHECK(std::isnan(contrast_of(results).share_better));
}

TEST_CASE("missing values and unfinished runs are left out pairwise, and counted", "[analysis]") {
    Results results =
        small_results(3, 2, [](auto d, auto w, auto) { return static_cast<double>(w) + (d == 1 ? 1.0 : 0.0); });
    results.status[results.run_index(0, 0, 1)] = RunStatus::failed;  // its value must not be used
    results.outcomes.front().values[results.run_index(0, 0, 1)] = 1e9;
    results.outcomes.front().values[results.run_index(1, 2, 0)] = missing_value;
    results.status[results.run_index(1, 1, 0)] = RunStatus::pending;
    results.status[results.run_index(1, 1, 1)] = RunStatus::pending;
    const OutcomeContrast contrast = contrast_of(results);
    CHECK(contrast.missing_runs == 3);
    CHECK(contrast.missing_pairs == 4);
    CHECK(contrast.level.units == 2);
    CHECK(contrast.contrast.units == 2);
    CHECK(contrast.contrast.mean.mean == Approx(1));
}

TEST_CASE("with one world replicates are the unit, but not for outcomes of a world as a whole", "[analysis]") {
    Results results =
        small_results(1, 5, [](auto d, auto, auto r) { return static_cast<double>(r) + (d == 1 ? 1.0 : 0.0); });
    CHECK(unit_noun(results) == "replicate");
    CHECK(contrast_of(results).level.units == 5);
    CHECK(std::isfinite(contrast_of(results).level.mean.low));
    results.outcomes.front().name = "harm_cvar";
    CHECK(contrast_of(results).level.units == 1);
    CHECK(std::isnan(contrast_of(results).level.mean.low));
}

TEST_CASE("one run per design gives a mean and no interval", "[analysis]") {
    const Results results = small_results(1, 1, [](auto d, auto, auto) { return d == 1 ? 3.0 : 2.0; });
    const OutcomeContrast contrast = contrast_of(results);
    CHECK(contrast.contrast.mean.mean == Approx(1));
    CHECK(std::isnan(contrast.contrast.mean.low));
    CHECK(std::isnan(contrast.contrast.p95));
    CHECK_FALSE(contrast.is_clear());
}

TEST_CASE("chosen worlds have a spread and no interval", "[analysis]") {
    Results results = small_results(4, 2, [](auto, auto w, auto) { return static_cast<double>(w); });
    results.sampling = "grid";
    const OutcomeContrast contrast = contrast_of(results, 0);
    CHECK(std::isnan(contrast.level.mean.low));
    CHECK(std::isfinite(contrast.level.p05));
}

TEST_CASE("a swept regime is set against the baseline in the same regime", "[analysis]") {
    Results results;
    results.designs = {"status-quo[adaptation.firms=true]", "status-quo[adaptation.firms=false]",
                       "cohort[sandbox.places=10,adaptation.firms=false]", "cohort[sandbox.places=10]"};
    CHECK(matching_baseline(results, 2, 0) == 1);
    CHECK(matching_baseline(results, 1, 0) == 1);
    CHECK(matching_baseline(results, 0, 0) == 0);
    CHECK(matching_baseline(results, 3, 0) == 0);
}

TEST_CASE("quantiles interpolate between neighbours", "[analysis]") {
    CHECK(quantile({4, 1, 3, 2, missing_value}, 0.5) == Approx(2.5));
    CHECK(quantile({10, 20}, 0.05) == Approx(10.5));
    CHECK(std::isnan(quantile({}, 0.5)));
}

}  // namespace leeway
