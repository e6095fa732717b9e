// What a laboratory shows and what the field makes of it: quality and harm rung by rung, and benefit that is negative
// without anybody noticing.
#include "rules/formula/field_conditions.hpp"

#include <cmath>

#include "catch.hpp"
#include "experiment/validity/bare_model.hpp"
#include "rules/formula/benefit.hpp"
#include "rules/formula/harm_rate.hpp"
#include "sample.hpp"
#include "small_history.hpp"

using namespace leeway;

namespace {

// Everybody uses one service, whose quality is 1 in the laboratory.
Model one_quality() {
    Model model = bare_model({"adopt", "harm"});
    model.scenario.citizens.population = model.scenario.citizens.count = 500;
    model.scenario.sectors[0].market_ceiling = model.scenario.sectors[0].initial_uptake = 1;
    model.scenario.firms.count = 1;
    model.scenario.ideas.per_year = 0;
    Adopt& adopt = std::get<Adopt>(model.month);
    adopt.churn = adopt.trust_exponent = 0;
    adopt.activity = 1;
    return model;
}

double metric(const Recording& run, std::string_view name) { return find_metric(name)->value(run); }

}  // namespace

TEST_CASE("quality falls and harm rises in equal steps of their logs from the laboratory to the market") {
    Model model = one_quality();
    model.scenario.sectors[0].field_quality = 0.125;
    model.scenario.sectors[0].field_harm = 8;
    Design design;
    design.sandbox[0].pilots = 2;
    World world = build_world(model.scenario, model.adaptation, test_key("field", 0), 1);
    const auto set = [&](Stage stage, std::uint8_t rung) {
        world.products.stage[0] = stage;
        world.products.rung[0] = rung;
        return quality_in_use(world, design, 0);
    };
    const double rate_in_lab = (set(Stage::lab, 0), harm_in_use(world, design, 0));
    CHECK(rate_in_lab == 1);
    CHECK(set(Stage::lab, 0) == 1);
    CHECK(set(Stage::pilot, 0) == Approx(0.5));
    CHECK(harm_in_use(world, design, 0) == Approx(2));
    CHECK(set(Stage::pilot, 1) == Approx(0.25));
    CHECK(harm_in_use(world, design, 0) == Approx(4));
    world.products.graduated[0] = 1;
    CHECK(set(Stage::filing, 2) == Approx(0.25));
    CHECK(set(Stage::authorised, 2) == Approx(0.125));
    CHECK(harm_in_use(world, design, 0) == Approx(8));
    CHECK(harm_rate(world, design, 0) == Approx(8 * std::exp(world.products.log_risk[0])));
}

TEST_CASE("below the break-even quality use harms in silence: net benefit knows it, complaints and the ledger do not") {
    Model model = one_quality();
    model.scenario.risk.base_rate = 0;
    Sector& sector = model.scenario.sectors[0];
    sector.break_even_quality = 0.8;
    CHECK(benefit_of_use(sector, 0.8) == 0);
    CHECK(benefit_of_use(sector, 1) == Approx(1));
    sector.field_quality = 0.5;  // of which half of the users make use in a month
    const Recording run = run_history(model, {}, {}, test_key("silent", 0), 24);
    CHECK(metric(run, "net_benefit") == Approx(12 * model.scenario.welfare.benefit * 0.5 * (0.5 - 0.8) / 0.2));
    CHECK(metric(run, "negative_benefit_share") == 1);
    CHECK(metric(run, "harm_occurred") == 0);
}
