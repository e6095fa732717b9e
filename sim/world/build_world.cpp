// Builds the first month. Every draw is keyed by the run and by what it is about, never by a design, so that all
// designs of a replicate meet the same people, firms and ideas.
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/arithmetic.hpp"
#include "core/distributions.hpp"
#include "world/network.hpp"
#include "world/world.hpp"

namespace leeway {
namespace {

constexpr std::size_t hidden_draws = 8;  // indices of an idea's own draws start here, after its features

double spread_factor(double uniform, double sigma) { return lognormal_mean_one(uniform, sigma); }

template <class Share>
std::size_t pick_by_share(double uniform, std::size_t size, Share share) {
    double passed = 0;
    for (std::size_t k = 0; k + 1 < size; ++k) {
        passed += share(k);
        if (uniform < passed) return k;
    }
    return size - 1;
}

void place_citizens(World& world, const Draws& draws) {
    const CitizenGroup& group = world.scenario->citizens;
    Citizens& citizens = world.citizens;
    const auto count = static_cast<std::size_t>(group.count);
    citizens.represents = group.represents();
    citizens.segment.resize(count);
    citizens.trust.resize(count);
    citizens.loss.resize(count);
    citizens.persons_in_segment.assign(world.segments(), 0);
    for (std::size_t i = 0; i < count; ++i) {
        const double place = (static_cast<double>(i) + 0.5) / static_cast<double>(count);
        const std::size_t s =
            pick_by_share(place, world.segments(), [&](std::size_t k) { return group.segments[k].share; });
        citizens.segment[i] = static_cast<std::uint8_t>(s);
        citizens.trust[i] = group.segments[s].trust;
        citizens.persons_in_segment[s] += citizens.represents;
    }
    world.acquaintances =
        std::make_shared<const Network>(small_world(group, citizens.segment, draws.named("acquaintances")));
}

void place_interest(World& world, const Draws& draws) {
    const Draws interest = draws.named("interested"), first = draws.named("threshold");
    Citizens& citizens = world.citizens;
    citizens.use.resize(world.sectors());
    for (std::size_t k = 0; k < world.sectors(); ++k) {
        SectorUse& use = citizens.use[k];
        use.threshold.resize(citizens.count());
        use.product.assign(citizens.count(), no_product);
        use.spell.assign(citizens.count(), 0);
        use.using_neighbours.assign(citizens.count(), 0);
        for (std::uint32_t i = 0; i < citizens.count(); ++i) {
            const bool interested =
                interest.uniform(i, 0, static_cast<std::uint32_t>(k)) < world.scenario->sectors[k].market_ceiling;
            use.threshold[i] = interested ? exponential(first.uniform(i, 0, static_cast<std::uint32_t>(k)))
                                          : std::numeric_limits<double>::infinity();
        }
    }
}

double true_log_risk(const RiskLaw& risk, const Features& features) {
    const double weights[feature_count] = {risk.autonomy, risk.data_sensitivity, risk.opacity, risk.novelty};
    double log_rate = portable::log(risk.base_rate);
    for (std::size_t f = 0; f < feature_count; ++f) log_rate += weights[f] * features[f];
    return log_rate;
}

Features draw_features(const World& world, const Sector& sector, std::size_t idea, std::int32_t month,
                       const Draws& draws) {
    const double mean[feature_count] = {sector.autonomy, sector.data_sensitivity, sector.opacity, sector.novelty};
    const double shift = world.scenario->ideas.frontier_growth * (month - world.first_month) / 12.0;
    Features features{};
    for (std::size_t f = 0; f < feature_count; ++f) {
        features[f] = mean[f] + shift + normal(draws.uniform(idea, 0, static_cast<std::uint32_t>(f)));
    }
    return features;
}

// Everything about one idea that no design changes.
void draw_idea(World& world, std::size_t idea, std::int32_t month, bool of_incumbent, const Draws& draws) {
    const Scenario& scenario = *world.scenario;
    Products& products = world.products;
    const auto draw = [&](std::uint32_t index) {
        return draws.uniform(idea, 0, static_cast<std::uint32_t>(hidden_draws) + index);
    };
    const std::size_t k =
        pick_by_share(draw(0), world.sectors(), [&](std::size_t s) { return scenario.sectors[s].idea_share; });
    const Sector& sector = scenario.sectors[k];
    products.arrival[idea] = month;
    products.sector[idea] = static_cast<std::uint8_t>(k);
    products.features[idea] = draw_features(world, sector, idea, month, draws);
    products.quality[idea] = spread_factor(draw(1), scenario.ideas.quality_spread);
    products.perceived_demand[idea] = products.quality[idea] * spread_factor(draw(2), scenario.ideas.demand_error) *
                                      portable::exp(scenario.ideas.optimism);
    products.log_risk[idea] =
        true_log_risk(scenario.risk, products.features[idea]) + sector.risk_spread * normal(draw(3));
    products.perceived_log_risk[idea] = portable::log(scenario.risk.base_rate) + sector.risk_spread * normal(draw(4));
    const bool existing = of_incumbent || (scenario.firms.count > 0 && draw(5) >= scenario.ideas.new_firm_share);
    products.firm[idea] = existing && !of_incumbent
                              ? static_cast<std::uint32_t>(draw(6) * static_cast<double>(scenario.firms.count))
                              : static_cast<std::uint32_t>(idea);
    products.bad_actor[idea] = !existing && draw(7) < scenario.ideas.bad_actor_share;
    if (products.bad_actor[idea]) products.log_risk[idea] += scenario.ideas.bad_actor_risk;
    products.price[idea] = spread_factor(draw(8), scenario.ideas.price_spread);
    products.file_error[idea] = scenario.firms.file_error;
}

// A firm has the number of its first idea; the incumbents' services come first in the columns.
void place_firms(World& world, const Draws& draws) {
    const FirmGroup& group = world.scenario->firms;
    Firms& firms = world.firms;
    for (std::size_t f = 0; f < firms.count(); ++f) {
        const bool incumbent = static_cast<std::int64_t>(f) < group.count;
        const double factor = portable::exp(group.capital_spread * normal(draws.uniform(f)));
        firms.incumbent[f] = incumbent;
        firms.belief[static_cast<std::size_t>(Lesson::authorised)][f] = group.believed_authorised;
        firms.belief[static_cast<std::size_t>(Lesson::admitted)][f] = group.believed_admitted;
        firms.belief[static_cast<std::size_t>(Lesson::graduated)][f] = group.believed_graduated;
        firms.belief[static_cast<std::size_t>(Lesson::caught)][f] = group.believed_caught;
        firms.capital[f] = (incumbent ? group.incumbent_capital : group.capital) * factor;
        if (incumbent) {
            firms.status[f] = FirmStatus::alive;
            firms.founded[f] = world.first_month;
            world.money.founding += firms.capital[f];
        }
    }
    world.firm_peers =
        std::make_shared<const Network>(knowledge_network(world.products.sector, group.peers, draws.named("peers")));
}

std::vector<std::int32_t> arrival_months(const World& world, const Draws& draws) {
    std::vector<std::int32_t> months(static_cast<std::size_t>(world.scenario->firms.count), world.first_month);
    for (std::int32_t month = world.first_month; month < world.end_month; ++month) {
        const std::int64_t ideas = poisson(draws.uniform(0, month), world.scenario->ideas.per_year / 12);
        months.insert(months.end(), static_cast<std::size_t>(ideas), month);
    }
    return months;
}

void place_products(World& world, const Draws& draws) {
    const std::vector<std::int32_t> months = arrival_months(world, draws.named("arrivals"));
    world.products.resize(months.size());
    world.firms.resize(months.size());
    const Draws ideas = draws.named("ideas");
    for (std::size_t idea = 0; idea < months.size(); ++idea) {
        const bool of_incumbent = static_cast<std::int64_t>(idea) < world.scenario->firms.count;
        draw_idea(world, idea, months[idea], of_incumbent, ideas);
        if (!of_incumbent) continue;
        world.products.stage[idea] = Stage::authorised;
        world.products.since[idea] = world.products.launched[idea] = world.first_month;
    }
}

// The installed base: interested citizens use a service of an incumbent with the sector's initial uptake.
void place_first_users(World& world, const Draws& draws) {
    const auto incumbents = static_cast<std::size_t>(world.scenario->firms.count);
    for (std::size_t k = 0; k < world.sectors(); ++k) {
        std::vector<std::int32_t> services;
        for (std::size_t p = 0; p < incumbents; ++p) {
            if (world.products.sector[p] == k) services.push_back(static_cast<std::int32_t>(p));
        }
        if (services.empty()) continue;
        SectorUse& use = world.citizens.use[k];
        for (std::uint32_t i = 0; i < world.citizens.count(); ++i) {
            const double luck = draws.uniform(i, 0, static_cast<std::uint32_t>(2 * k));
            if (std::isinf(use.threshold[i]) || luck >= world.scenario->sectors[k].initial_uptake) continue;
            const double place =
                draws.uniform(i, 0, static_cast<std::uint32_t>(2 * k + 1)) * static_cast<double>(services.size());
            use.product[i] = services[static_cast<std::size_t>(place)];
            use.spell[i] = 1;
            for (const std::uint32_t j : neighbours(*world.acquaintances, i)) ++use.using_neighbours[j];
        }
    }
}

void place_regulator(World& world) {
    const RegulatorGroup& group = world.scenario->regulators;
    Regulator& regulator = world.regulator;
    regulator.belief_mean = WeightVector::Zero();
    regulator.belief_mean[0] = portable::log(world.scenario->risk.base_rate) + group.prior_bias;
    regulator.belief_covariance = WeightMatrix::Identity() * (group.prior_spread * group.prior_spread);
    for (const Provision& provision : world.scenario->provisions.items) world.rulebook.level.push_back(provision.level);
    world.rulebook.next_level = world.rulebook.level;
}

}  // namespace

World build_world(const Scenario& scenario, const Adaptation& adaptation, std::uint64_t run_key, std::int32_t months) {
    World world;
    world.scenario = &scenario;
    world.adaptation = adaptation;
    world.run_key = run_key;
    world.month = world.first_month = -static_cast<std::int32_t>(scenario.warm_up_months);
    world.end_month = months;
    const Draws draws(run_key, "build_world");
    place_citizens(world, draws);
    place_interest(world, draws);
    place_products(world, draws);
    place_firms(world, draws.named("firms"));
    place_first_users(world, draws.named("first users"));
    place_regulator(world);
    world.ledger.resize(world.sectors(), world.segments());
    world.published.assign(world.sectors(), 0);
    world.persons_active.assign(world.products.count() * world.segments(), 0);
    world.user_months.assign(world.sectors() * world.segments(), 0);
    world.noticed_in.resize(static_cast<std::size_t>(world.end_month - world.first_month) + 1);
    return world;
}

}  // namespace leeway
