// Builds the first month. Every draw is keyed by the run and by what it is about, never by a design, so that all
// designs of a replicate meet the same people, firms and ideas.
#include <algorithm>
#include <cmath>

#include "core/arithmetic.hpp"
#include "core/distributions.hpp"
#include "world/build_citizens.hpp"
#include "world/network.hpp"
#include "world/world.hpp"

namespace leeway {
namespace {

constexpr std::size_t hidden_draws = 8;  // indices of an idea's own draws start here, after its features

bool is_banned(const FirmGroup& group, std::size_t firm) {
    return std::find(group.banned.begin(), group.banned.end(), static_cast<double>(firm)) != group.banned.end();
}

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

// The firm behind an idea: a new one with the idea's own number, or one of the first month. A public agency has the
// ideas of its assigned sector.
std::uint32_t draw_firm(const World& world, std::size_t idea, std::size_t sector, double is_new, double which) {
    const std::int64_t incumbents = world.scenario->firms.count;
    if (static_cast<std::int64_t>(idea) < incumbents || incumbents == 0) return static_cast<std::uint32_t>(idea);
    if (world.scenario->sectors[sector].enrolment == Enrolment::chosen) {
        return is_new < world.scenario->ideas.new_firm_share
                   ? static_cast<std::uint32_t>(idea)
                   : static_cast<std::uint32_t>(which * static_cast<double>(incumbents));
    }
    std::vector<std::uint32_t> agencies;
    for (std::uint32_t f = 0; static_cast<std::int64_t>(f) < incumbents; ++f) {
        if (world.products.sector[f] == sector) agencies.push_back(f);
    }
    return agencies.empty() ? static_cast<std::uint32_t>(idea)
                            : agencies[static_cast<std::size_t>(which * static_cast<double>(agencies.size()))];
}

// Everything about one idea that no design changes.
void draw_idea(World& world, std::size_t idea, std::int32_t month, const Draws& draws) {
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
        feature_log_risk(scenario.risk, products.features[idea]) + sector.risk_spread * normal(draw(3));
    products.perceived_log_risk[idea] = portable::log(scenario.risk.base_rate) + sector.risk_spread * normal(draw(4));
    products.firm[idea] = draw_firm(world, idea, k, draw(5), draw(6));
    const bool founds = products.firm[idea] == idea && static_cast<std::int64_t>(idea) >= scenario.firms.count &&
                        sector.enrolment == Enrolment::chosen;
    products.bad_actor[idea] = founds && draw(7) < scenario.ideas.bad_actor_share;
    if (products.bad_actor[idea]) products.log_risk[idea] += scenario.ideas.bad_actor_risk;
    products.price[idea] = spread_factor(draw(8), scenario.ideas.price_spread);
    products.file_error[idea] = std::min(1.0, scenario.firms.file_error * sector.ambiguity);
}

FirmKind kind_of(const World& world, std::size_t f, const Draws& draws) {
    if (world.sector_of(f).enrolment == Enrolment::assigned) return FirmKind::agency;
    if (static_cast<std::int64_t>(f) < world.scenario->firms.count) return FirmKind::incumbent;
    return draws.named("kind").uniform(f) < world.scenario->firms.small_firm_share ? FirmKind::small_firm
                                                                                   : FirmKind::start_up;
}

std::uint8_t place_of_firm(const World& world, std::size_t f, const Draws& draws) {
    return static_cast<std::uint8_t>(
        pick_by_share(draws.named("jurisdiction").uniform(f), world.jurisdictions.size(),
                      [&](std::size_t j) { return item_of(*world.scenario, j).idea_share; }));
}

double first_capital(const FirmGroup& group, FirmKind kind) {
    switch (kind) {
        case FirmKind::incumbent:
            return group.incumbent_capital;
        case FirmKind::small_firm:
            return group.capital * group.small_firm_capital;
        default:
            return group.capital;
    }
}

// A firm has the number of its first idea; the incumbents' services come first in the columns.
void place_firms(World& world, const Draws& draws) {
    const FirmGroup& group = world.scenario->firms;
    Firms& firms = world.firms;
    for (std::size_t f = 0; f < firms.count(); ++f) {
        const double factor = portable::exp(group.capital_spread * normal(draws.uniform(f)));
        firms.kind[f] = kind_of(world, f, draws);
        firms.jurisdiction[f] = place_of_firm(world, f, draws);
        firms.belief[static_cast<std::size_t>(Lesson::authorised)][f] = group.believed_authorised;
        firms.belief[static_cast<std::size_t>(Lesson::admitted)][f] = group.believed_admitted;
        firms.belief[static_cast<std::size_t>(Lesson::graduated)][f] = group.believed_graduated;
        firms.belief[static_cast<std::size_t>(Lesson::caught)][f] = group.believed_caught;
        firms.capital[f] = first_capital(group, firms.kind[f]) * factor;
        if (static_cast<std::int64_t>(f) >= group.count || is_banned(group, f)) continue;
        firms.status[f] = FirmStatus::alive;
        firms.founded[f] = firms.decided[f] = world.first_month;
        world.jurisdictions[firms.jurisdiction[f]].money.founding += firms.capital[f];
    }
    world.firm_peers =
        std::make_shared<const Network>(knowledge_network(world.products.sector, group.peers, draws.named("peers")));
}

std::vector<std::int32_t> arrival_months(const World& world, const Draws& draws) {
    std::vector<std::int32_t> months(static_cast<std::size_t>(world.scenario->firms.count), world.first_month);
    for (std::int32_t month = world.first_month; month < world.end_month; ++month) {
        const std::int64_t ideas = poisson(draws.uniform(0, month), world.scenario->ideas.arriving_per_year() / 12);
        months.insert(months.end(), static_cast<std::size_t>(ideas), month);
    }
    return months;
}

void place_products(World& world, const Draws& draws) {
    const std::vector<std::int32_t> months = arrival_months(world, draws.named("arrivals"));
    world.products.resize(months.size());
    world.firms.resize(months.size());
    const Draws ideas = draws.named("ideas");
    std::vector<std::uint32_t> ideas_in(world.sectors(), 0);
    for (std::size_t idea = 0; idea < months.size(); ++idea) {
        draw_idea(world, idea, months[idea], ideas);
        world.products.number_in_sector[idea] = ideas_in[world.products.sector[idea]]++;
        if (static_cast<std::int64_t>(idea) >= world.scenario->firms.count) continue;
        if (is_banned(world.scenario->firms, idea)) {
            world.products.stage[idea] = Stage::declined;
            continue;
        }
        world.products.stage[idea] = Stage::authorised;
        world.products.since[idea] = world.products.launched[idea] = world.first_month;
    }
}

Regulator first_regulator(const World& world) {
    const RegulatorGroup& group = world.scenario->regulators;
    Regulator regulator;
    regulator.belief_mean[0] = portable::log(world.scenario->risk.base_rate) + group.prior_bias;
    regulator.belief_covariance = WeightMatrix::Identity() * (group.prior_spread * group.prior_spread);
    regulator.seen.assign(world.products.count(), 0);
    regulator.visible_exposure.assign(world.products.count(), 0);
    return regulator;
}

void place_government(World& world) {
    const auto& provisions = world.scenario->provisions.items;
    for (std::size_t j = 0; j < world.jurisdictions.size(); ++j) {
        Jurisdiction& jurisdiction = world.jurisdictions[j];
        jurisdiction.regulators.assign(world.scenario->regulators.items.size(), first_regulator(world));
        jurisdiction.published.assign(world.sectors(), 0);
        for (const Provision& provision : provisions)
            jurisdiction.rulebook.level.push_back(
                std::min(1.0, provision.level * item_of(*world.scenario, j).strictness));
        jurisdiction.rulebook.next_level = jurisdiction.rulebook.level;
        jurisdiction.rulebook.next_month.assign(provisions.size(), never);
        jurisdiction.rulebook.exemptions.assign(provisions.size(), 0);
    }
}

}  // namespace

double feature_log_risk(const RiskLaw& risk, const Features& features) {
    const double weights[feature_count] = {risk.autonomy, risk.data_sensitivity, risk.opacity, risk.novelty};
    double log_rate = portable::log(risk.base_rate);
    for (std::size_t f = 0; f < feature_count; ++f) log_rate += weights[f] * features[f];
    return log_rate;
}

const JurisdictionItem& item_of(const Scenario& scenario, std::size_t j) {
    const auto& items = scenario.jurisdictions.items;
    const auto governed = static_cast<std::size_t>(
        std::find_if(items.begin(), items.end(),
                     [&](const auto& i) { return i.name == scenario.jurisdictions.governed; }) -
        items.begin());
    if (j == 0) return items[governed < items.size() ? governed : 0];
    return items[j <= governed ? j - 1 : j];
}

World build_world(const Scenario& scenario, const Adaptation& adaptation, std::uint64_t run_key, std::int32_t months) {
    World world;
    world.scenario = &scenario;
    world.adaptation = adaptation;
    world.run_key = run_key;
    world.month = world.first_month = -static_cast<std::int32_t>(scenario.warm_up_months);
    world.end_month = months;
    world.jurisdictions.resize(scenario.jurisdictions.items.size());
    const Draws draws(run_key, "build_world");
    place_citizens(world, draws);
    place_products(world, draws);
    place_firms(world, draws.named("firms"));
    world.agents_using.assign(world.products.count() * world.groups(), 0);
    place_first_users(world, draws);
    place_government(world);
    world.ledger.resize(world.sectors(), world.groups(), scenario.provisions.items.size());
    world.persons_active.assign(world.products.count() * world.groups(), 0);
    world.user_months.assign(world.sectors() * world.groups(), 0);
    world.noticed_in.resize(static_cast<std::size_t>(world.end_month - world.first_month) + 1);
    return world;
}

}  // namespace leeway
