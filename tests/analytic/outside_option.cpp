// What people have outside is known exactly: it takes its logit share of the hazard of adoption, and what users have
// given up is their months times its benefit and harm.
#include <cmath>

#include "catch.hpp"
#include "experiment/validity/bare_model.hpp"
#include "experiment/validity/one_service.hpp"
#include "sample.hpp"
#include "small_history.hpp"

using namespace leeway;

namespace {

constexpr std::int32_t months = 48;

double metric(const Recording& run, std::string_view name) { return find_metric(name)->value(run); }

// Everybody uses one service of quality 1 in every month, and nobody is harmed by it.
Model everybody_uses_it() {
    Model model = bare_model({"adopt"});
    model.scenario.citizens.population = model.scenario.citizens.count = 500;
    model.scenario.citizens.segments[0].vulnerability = 2;
    model.scenario.sectors[0].market_ceiling = model.scenario.sectors[0].initial_uptake = 1;
    model.scenario.firms.count = 1;
    model.scenario.ideas.per_year = 0;
    model.scenario.welfare.benefit = 6;
    Adopt& adopt = std::get<Adopt>(model.month);
    adopt.churn = adopt.trust_exponent = 0;
    adopt.activity = 1;
    return model;
}

// Sum of exp(growth * month / 12) over the months.
double sum_of_growth(double growth) {
    double sum = 0;
    for (int month = 0; month < months; ++month) sum += std::exp(growth * month / 12);
    return sum;
}

}  // namespace

TEST_CASE("the outside option keeps its logit share of the hazard, and more as it improves") {
    constexpr double innovation = 0.6, outside = 1.5, growth = 0.4;
    Model model = one_service(2000, NetworkKind::complete, innovation, 0);
    model.scenario.ideas.quality_spread = model.scenario.ideas.price_spread = 0;
    std::get<Adopt>(model.month).base_weight = 0;
    model.scenario.sectors[0].outside_appeal = outside;
    model.scenario.sectors[0].outside_growth = growth;
    double hazard = 0;
    for (int month = 0; month < months; ++month)
        hazard += innovation / 12 / (1 + outside * std::exp(growth * month / 12));
    Sample shares;
    for (std::uint64_t r = 0; r < 200; ++r) shares.add(share_of_users(model, test_key("outside", r), months));
    INFO(shares.mean() << " +- " << shares.error() << ", exact " << -std::expm1(-hazard));
    CHECK(std::abs(shares.z(-std::expm1(-hazard))) < z_limit);
}

TEST_CASE("users have given up their months of what there is outside") {
    constexpr double growth = 0.1, harm = 0.01, benefit = 0.4;
    const Model gross = everybody_uses_it();
    Model net = gross;
    net.scenario.sectors[0].outside_harm = harm;
    net.scenario.sectors[0].outside_benefit = benefit;
    net.scenario.sectors[0].outside_growth = growth;
    const Recording with = run_history(net, {}, {}, test_key("outside", 0), months),
                    without = run_history(gross, {}, {}, test_key("outside", 0), months);
    const double vulnerability = 2, years = months / 12.0;
    const double spared = harm * vulnerability * sum_of_growth(-growth) / years,
                 forgone = 6 * benefit * sum_of_growth(growth) / years;
    CHECK(metric(without, "harm_net_of_doing_nothing") == 0);
    CHECK(metric(with, "harm_net_of_doing_nothing") == Approx(-1000 * spared));
    CHECK(metric(with, "harm_per_1000_citizen_years") == 0);
    CHECK(metric(with, "net_benefit") - metric(without, "net_benefit") ==
          Approx(gross.scenario.liability.harm_value * spared - forgone));
    const Metric& row = *find_metric("harm_net_of_doing_nothing");
    CHECK(row.in_month(with, 12) == Approx(-12'000 * harm * vulnerability * std::exp(-growth)));
    CHECK(row.in_segment(with, 0) == Approx(row.value(with)));
    CHECK(row.in_sector(with, 0) == Approx(row.value(with)));
}
