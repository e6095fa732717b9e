// Priors, Latin hypercubes, and worlds in the model.
#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "experiment/sampling.hpp"

using namespace leeway;

namespace {

UncertainParameter prior(Distribution distribution, double low, double high) {
    UncertainParameter parameter;
    parameter.parameter = "firms.margin";
    parameter.distribution = distribution;
    parameter.low = low;
    parameter.high = high;
    parameter.mode = low + (high - low) / 4;
    parameter.median = std::sqrt(low * high);
    parameter.sigma = 0.5;
    return parameter;
}

std::vector<UncertainParameter> two_parameters() {
    UncertainParameter other = prior(Distribution::uniform, 0.1, 0.9);
    other.parameter = "sectors.imitation";
    return {prior(Distribution::log_uniform, 0.5, 2), other};
}

Model two_sectors() {
    Model model;
    model.scenario.sectors = {Sector{.name = "payments", .idea_share = 0.5},
                              Sector{.name = "savings", .idea_share = 0.5}};
    return model;
}

/// The key of the first complaint, without the entry's index; empty without one.
std::string complaint_of(const UncertainParameter& parameter) {
    Model model;
    const auto found = complaints(std::vector<UncertainParameter>{parameter}, field_table(model));
    return found.empty() ? "" : found[0].key.substr(std::string("uncertain[0].").size());
}

}  // namespace

TEST_CASE("quantiles rise from one end of the prior to the other") {
    for (const auto shape : {Distribution::uniform, Distribution::log_uniform, Distribution::triangular,
                             Distribution::lognormal, Distribution::normal}) {
        const UncertainParameter parameter = prior(shape, 0.5, 2);
        double last = parameter.low;
        for (int i = 1; i < 1000; ++i) {
            const double value = quantile(parameter, i / 1000.0);
            REQUIRE(value >= last);
            REQUIRE(value <= parameter.high);
            last = value;
        }
        CHECK(quantile(parameter, 1e-9) == Approx(0.5).epsilon(1e-4));
        CHECK(quantile(parameter, 1 - 1e-9) == Approx(2).epsilon(1e-4));
    }
}

TEST_CASE("medians are where mathematics puts them") {
    CHECK(quantile(prior(Distribution::uniform, 1, 3), 0.5) == Approx(2));
    CHECK(quantile(prior(Distribution::log_uniform, 1, 4), 0.5) == Approx(2));
    CHECK(quantile(prior(Distribution::lognormal, 1, 4), 0.5) == Approx(2));  // cut symmetrically around its median
    CHECK(quantile(prior(Distribution::triangular, 0, 4), 0.25) ==
          Approx(1));  // the peak has (mode - low) / (high - low) below it
}

TEST_CASE("a normal prior cut far out is the normal distribution") {
    UncertainParameter parameter = prior(Distribution::normal, -50, 50);
    parameter.median = 1;
    parameter.sigma = 2;
    CHECK(quantile(parameter, 0.975) == Approx(1 + 2 * 1.959963985).epsilon(1e-8));
    CHECK(quantile(parameter, 0.1) == Approx(1 - 2 * 1.281551566).epsilon(1e-8));
}

TEST_CASE("in every column of a Latin hypercube each stratum holds one point") {
    const auto points = latin_hypercube(two_parameters(), 50, 1);
    for (std::size_t p = 0; p < 2; ++p) {
        std::vector<int> strata;
        for (const auto& world : points) strata.push_back(static_cast<int>(world[p] * 50));
        std::sort(strata.begin(), strata.end());
        for (int i = 0; i < 50; ++i) CHECK(strata[static_cast<std::size_t>(i)] == i);
    }
}

TEST_CASE("a column depends on the seed and its own name, not on the others") {
    const auto both = latin_hypercube(two_parameters(), 20, 1);
    const auto alone = latin_hypercube({two_parameters()[1]}, 20, 1);
    const auto other_seed = latin_hypercube(two_parameters(), 20, 2);
    bool seed_matters = false;
    for (std::size_t world = 0; world < 20; ++world) {
        CHECK(both[world][1] == alone[world][0]);
        seed_matters = seed_matters || both[world][1] != other_seed[world][1];
    }
    CHECK(seed_matters);
}

TEST_CASE("columns are not correlated by construction") {
    const auto points = latin_hypercube(two_parameters(), 400, 3);
    double product = 0;
    for (const auto& world : points) product += (world[0] - 0.5) * (world[1] - 0.5);
    CHECK(std::abs(product / 400 * 12) < 0.2);  // four standard errors of a correlation of 400 points
}

TEST_CASE("a world is written into the model, and the point world is the model's own") {
    Model model = two_sectors();
    const auto uncertain = two_parameters();
    apply_world(model, uncertain, std::vector<double>{1.5, 0.25});
    CHECK(model.scenario.firms.margin == 1.5);
    CHECK(model.scenario.sectors[0].imitation == 0.25);
    CHECK(model.scenario.sectors[1].imitation == 0.25);
    CHECK(sample_worlds(model, uncertain, {Sampling::point, 1}, 1) == std::vector<std::vector<double>>{{1.5, 0.25}});
    const auto worlds = sample_worlds(model, uncertain, {Sampling::latin_hypercube, 8}, 1);
    REQUIRE(worlds.size() == 8);
    for (const auto& world : worlds) CHECK((world[0] >= 0.5 && world[0] <= 2));
}

TEST_CASE("priors that make no sense are refused") {
    CHECK(complaint_of(prior(Distribution::uniform, 0.5, 2)) == "");
    CHECK(complaint_of(prior(Distribution::uniform, 2, 2)) == "high");
    CHECK(complaint_of(prior(Distribution::log_uniform, 0, 2)) == "low");
    CHECK(complaint_of(prior(Distribution::uniform, -1, 2)) ==
          "low");  // margins cannot be negative; draws are never moved
    UncertainParameter broken = prior(Distribution::triangular, 0.5, 2);
    broken.mode = 3;
    CHECK(complaint_of(broken) == "mode");
    broken = prior(Distribution::lognormal, 0.5, 2);
    broken.sigma = 0;
    CHECK(complaint_of(broken) == "sigma");
    broken = prior(Distribution::uniform, 0.5, 2);
    broken.parameter = "firms.margn";
    CHECK(complaint_of(broken) == "parameter");
    broken.parameter = "firms.count";  // whole numbers cannot be uncertain
    CHECK(complaint_of(broken) == "parameter");
}
