// A firm that meets nobody can be banned without a trace: nobody uses its service, nobody learns from it, it takes no
// place and no officer from others.
#include <algorithm>
#include <optional>

#include "catch.hpp"
#include "sample.hpp"
#include "small_history.hpp"

using namespace leeway;

namespace {

constexpr std::size_t lonely_sector = 2;
constexpr std::int32_t months = 48;

// A third sector that nobody is interested in and in which hardly anybody has ideas; officers enough for everybody.
Model model_with_lonely_sector() {
    Model model = small_model();
    Scenario& scenario = model.scenario;
    scenario.sectors.push_back(Sector{.name = "lonely", .market_ceiling = 0, .idea_share = 0.004});
    scenario.sectors[0].idea_share = scenario.sectors[1].idea_share = 0.498;
    scenario.regulators.officer_hours = 1e9;
    scenario.firms.file_error = 0;
    return model;
}

// The sandbox is for the others, and what is published or learnt becomes no rule for all.
Design sandbox_of_others() {
    Design design = small_sandbox();
    design.sandbox[0].sectors = {"payments", "credit"};
    design.learning.rule_updates = RuleUpdates::off;
    return design;
}

World history_of(const Model& model, std::uint64_t key) {
    World world = build_world(model.scenario, model.adaptation, key, months);
    simulate(world, model.month, model.phases, sandbox_of_others(), months, [](const World&) {});
    return world;
}

/// The only firm of the lonely sector, if it is a new one and comes to market.
std::optional<std::uint32_t> lonely_firm(const World& world) {
    const Products& products = world.products;
    if (std::count(products.sector.begin(), products.sector.end(), lonely_sector) != 1) return {};
    const auto p = static_cast<std::uint32_t>(std::find(products.sector.begin(), products.sector.end(), lonely_sector) -
                                              products.sector.begin());
    const bool comes = products.launched[p] != never && products.launched[p] > 0 && products.firm[p] == p;
    return comes ? std::optional(p) : std::nullopt;
}

template <class Column>
bool same_but_for(const Column& a, const Column& b, std::uint32_t one) {
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (i != one && !(a[i] == b[i])) return false;
    }
    return a.size() == b.size();
}

void check_products(const Products& with, const Products& without, std::uint32_t one) {
    CHECK(same_but_for(with.stage, without.stage, one));
    CHECK(same_but_for(with.since, without.since, one));
    CHECK(same_but_for(with.launched, without.launched, one));
    CHECK(same_but_for(with.route, without.route, one));
    CHECK(same_but_for(with.effort, without.effort, one));
    CHECK(same_but_for(with.exposure, without.exposure, one));
    CHECK(same_but_for(with.seen, without.seen, one));
    CHECK(same_but_for(with.users, without.users, one));
    CHECK(same_but_for(with.predicted_log_rate, without.predicted_log_rate, one));
}

void check_firms(const Firms& with, const Firms& without, std::uint32_t one) {
    CHECK(same_but_for(with.status, without.status, one));
    CHECK(same_but_for(with.capital, without.capital, one));
    CHECK(same_but_for(with.ended, without.ended, one));
    CHECK(same_but_for(with.raised, without.raised, one));
    CHECK(same_but_for(with.decided, without.decided, one));
    for (std::size_t lesson = 0; lesson < lesson_count; ++lesson)
        CHECK(same_but_for(with.belief[lesson], without.belief[lesson], one));
}

void check_citizens(const Citizens& with, const Citizens& without) {
    CHECK(with.trust == without.trust);
    for (std::size_t k = 0; k < with.use.size(); ++k) {
        CHECK(with.use[k].product == without.use[k].product);
        CHECK(with.use[k].threshold == without.use[k].threshold);
        CHECK(with.use[k].using_neighbours == without.use[k].using_neighbours);
    }
}

}  // namespace

TEST_CASE("banning a firm that meets nobody changes nobody, bit for bit") {
    Model model = model_with_lonely_sector();
    std::optional<std::uint32_t> lonely;
    std::uint64_t key = 0;
    for (std::uint64_t r = 0; r < 100 && !lonely; ++r) {
        key = test_key("lonely", r);
        lonely = lonely_firm(history_of(model, key));
    }
    REQUIRE(lonely);
    const World with = history_of(model, key);
    model.scenario.firms.banned = {static_cast<double>(*lonely)};
    const World without = history_of(model, key);
    CHECK(without.products.stage[*lonely] == Stage::declined);
    check_products(with.products, without.products, *lonely);
    check_firms(with.firms, without.firms, *lonely);
    check_citizens(with.citizens, without.citizens);
    CHECK(with.jurisdictions[0].news == without.jurisdictions[0].news);
    CHECK(with.jurisdictions[0].regulators[0].belief_mean == without.jurisdictions[0].regulators[0].belief_mean);
}

TEST_CASE("banning a firm that others meet changes them") {
    Model model = model_with_lonely_sector();
    const std::uint64_t key = test_key("not lonely", 0);
    const World with = history_of(model, key);
    model.scenario.firms.banned = {0};  // a firm of the first month, with users
    CHECK(history_of(model, key).citizens.use[0].product != with.citizens.use[0].product);
}
