// Priors, and how sampled worlds reach the model.
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

WorldPart part(Sampling sampling, std::int64_t count, std::vector<std::string> parameters) {
    WorldPart part;
    part.sampling = sampling;
    part.count = count;
    part.parameters = std::move(parameters);
    return part;
}

WorldPlan plan_of(const WorldPart& part) {
    WorldPlan plan;
    static_cast<WorldPart&>(plan) = part;
    return plan;
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

using Worlds = std::vector<std::vector<double>>;

}  // namespace

TEST_CASE("quantiles rise from one end of the prior to the other") {
    for (const auto shape : {Distribution::uniform, Distribution::log_uniform, Distribution::triangular,
                             Distribution::lognormal, Distribution::normal}) {
        const UncertainParameter parameter = prior(shape, 0.5, 2);
        double last = parameter.low;
        for (int i = 0; i <= 1000; ++i) {
            const double value = quantile(parameter, i / 1000.0);
            REQUIRE(value >= last);
            REQUIRE(value <= parameter.high);
            last = value;
        }
        CHECK(quantile(parameter, 0) == Approx(0.5));  // Morris's lattice reaches both ends
        CHECK(quantile(parameter, 1) == Approx(2));
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
    CHECK(quantile(parameter, 0) == -50);
    CHECK(quantile(parameter, 1) == 50);
}

TEST_CASE("a world is written into the model, and the point world is the model's own") {
    Model model = two_sectors();
    const auto uncertain = two_parameters();
    apply_world(model, uncertain, std::vector<double>{1.5, 0.25});
    CHECK(model.scenario.firms.margin == 1.5);
    CHECK(model.scenario.sectors[0].imitation == 0.25);
    CHECK(model.scenario.sectors[1].imitation == 0.25);
    CHECK(sample_worlds(model, uncertain, {}, 1) == Worlds{{1.5, 0.25}});
    const WorldPlan plan = plan_of(part(Sampling::latin_hypercube, 8, {"firms.margin", "sectors.imitation"}));
    const auto worlds = sample_worlds(model, uncertain, plan, 1);
    REQUIRE(worlds.size() == 8);
    for (const auto& world : worlds) CHECK((world[0] >= 0.5 && world[0] <= 2));
}

TEST_CASE("entries of a list that differ keep their own values in the point world") {
    Model model = two_sectors();
    model.scenario.sectors[1].imitation = 0.7;
    const Model before = model;
    const auto worlds = sample_worlds(model, two_parameters(), {}, 1);
    CHECK(std::isnan(worlds.at(0).at(1)));
    apply_world(model, two_parameters(), worlds[0]);
    CHECK(model.scenario.sectors[0].imitation == before.scenario.sectors[0].imitation);
    CHECK(model.scenario.sectors[1].imitation == 0.7);
}

TEST_CASE("parameters that a plan does not name keep the scenario's value") {
    Model model = two_sectors();
    const auto uncertain = two_parameters();
    const WorldPlan plan = plan_of(part(Sampling::grid, 2, {"sectors.imitation"}));
    const double margin = model.scenario.firms.margin;
    const Worlds worlds = sample_worlds(model, uncertain, plan, 1);
    CHECK(worlds == Worlds{{margin, quantile(uncertain[1], 0.25)}, {margin, quantile(uncertain[1], 0.75)}});
    CHECK(world_count(plan) == 2);
}

TEST_CASE("a product crosses its plans, the last one changing fastest") {
    Model model = two_sectors();
    const auto uncertain = two_parameters();
    WorldPlan plan;
    plan.sampling = Sampling::product;
    plan.product = {part(Sampling::grid, 2, {"sectors.imitation"}), part(Sampling::sobol, 4, {"firms.margin"})};
    const Worlds worlds = sample_worlds(model, uncertain, plan, 1);
    REQUIRE(worlds.size() == 8);
    CHECK(world_count(plan) == 8);
    for (std::size_t w = 0; w < 8; ++w) {
        CHECK(worlds[w][0] == worlds[w % 4][0]);
        CHECK(worlds[w][1] == worlds[w / 4 * 4][1]);
    }
    const WorldPlan alone = plan_of(plan.product[1]);
    CHECK(sample_worlds(model, uncertain, alone, 1)[3][0] == worlds[3][0]);
}

TEST_CASE("rows of a file are the worlds, and reach whole numbers too") {
    Model model = two_sectors();
    std::vector<UncertainParameter> uncertain = two_parameters();
    uncertain.push_back({});
    uncertain.back().parameter = "firms.count";
    WorldPart rows = part(Sampling::file, 1, {"firms.margin", "firms.count"});
    rows.table = {rows.parameters, {{1.25, 40}, {0.75, 50}}};
    const double imitation = model.scenario.sectors[0].imitation;
    const Worlds worlds = sample_worlds(model, uncertain, plan_of(rows), 1);
    CHECK(worlds == Worlds{{1.25, imitation, 40}, {0.75, imitation, 50}});
    apply_world(model, uncertain, worlds[1]);
    CHECK(model.scenario.firms.count == 50);
    CHECK(model.scenario.firms.margin == 0.75);
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
