#include "rules/adopt/offers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/arithmetic.hpp"
#include "rules/adopt/support.hpp"
#include "rules/formula/field_conditions.hpp"
#include "rules/formula/outlook.hpp"
#include "rules/formula/state_of_affairs.hpp"
#include "world/outside_option.hpp"

namespace leeway {
namespace {

constexpr double most_agents = 1e15;  // more than there can be, and still an exact integer

double agents_for(const World& world, double persons) {
    return std::min(most_agents, std::ceil(persons / world.citizens.represents));
}

// A licence may cross borders; a pilot and a service without permission stay at home.
bool serves_jurisdiction(const World& world, const Levers& levers, std::uint32_t p, std::size_t there) {
    const std::size_t home = world.home(p);
    return home == there || (world.products.stage[p] == Stage::authorised && may_serve(world, levers, home, there));
}

bool open_to(const World& world, const Levers& levers, std::uint32_t p, std::size_t group) {
    const bool protects = world.products.stage[p] == Stage::pilot && levers.of(world, p).safeguards.exclude_vulnerable;
    return serves_jurisdiction(world, levers, p, world.jurisdiction_of_group(group)) &&
           !(protects && is_vulnerable(world, group));
}

double reach(const World& world, const Design& design, std::uint32_t p) {
    const double expected = std::max(1.0, world.scenario->firms.expected_users);
    return std::min(1.0, user_limit(world, design, p) / expected);
}

double quality_and_reach(const World& world, const Levers& levers, std::uint32_t p) {
    const Design& design = levers.of(world, p);
    return quality_in_use(world, design, p) * reach(world, design, p);
}

double badge(const Adopt& rule, const World& world, const Design& design, std::uint32_t p) {
    if (!world.products.admitted[p] || sandbox_of(design, world, p).placebo) return 0;
    return rule.badge_pull * design.exit.label * (1 - design.safeguards.disclosure);
}

// Literacy decides who would come to a service at all; help for users raises the appeal of a pilot by as much.
double support_factor(const Segment& segment, double support) {
    return segment.literacy > 0 ? supported_literacy(segment.literacy, support) / segment.literacy : 1;
}

std::vector<double> appeal_of(const Adopt& rule, const World& world, const Levers& levers, std::uint32_t p) {
    const Products& products = world.products;
    const Design& design = levers.of(world, p);
    const Sector& sector = world.scenario->sectors[products.sector[p]];
    const double support = user_support(world, design, p), reached = reach(world, design, p);
    const double utility = rule.quality_weight * quality_in_use(world, design, p) +
                           rule.base_weight * portable::log1p(products.users[p] / 1000) + badge(rule, world, design, p);
    std::vector<double> appeal(world.groups(), 0);
    for (std::size_t g = 0; g < world.groups(); ++g) {
        if (!open_to(world, levers, p, g)) continue;
        const Segment& segment = world.segment_of_group(g);
        const double price = rule.price_weight * products.price[p] / (segment.income * sector.user_size);
        appeal[g] = portable::exp(utility - price) * reached * support_factor(segment, support);
    }
    return appeal;
}

// What is left to the services when the outside option keeps its logit share (Train 2009). Its appeal is that of a
// service of mean quality and price, without users, times the sector's factor.
double share_against_outside(const Adopt& rule, const World& world, const std::vector<Offer>& offers, std::size_t g) {
    if (offers.empty()) return 1;
    const Sector& sector = world.sector_of(offers.front().product);
    if (sector.outside_appeal == 0) return 1;
    double appeal = 0;
    for (const Offer& offer : offers) appeal += offer.appeal[g];
    const double outside = sector.outside_appeal * outside_improvement(sector, world.month) *
                           portable::exp(rule.quality_weight - rule.price_weight / sector.user_size);
    return appeal / (appeal + outside);
}

double vulnerable_users(const World& world, std::uint32_t p) {
    double agents = 0;
    for (std::size_t g = 0; g < world.groups(); ++g)
        agents += is_vulnerable(world, g) ? world.agents_using[p * world.groups() + g] : 0;
    return agents;
}

// Sets how many agents may still join a service of limited size; a pilot keeps places for the vulnerable.
void limit_room(Offer& offer, const World& world, const Design& design) {
    const double limit = user_limit(world, design, offer.product);
    if (std::isinf(limit)) return;
    const double places = agents_for(world, limit), taken = agents_for(world, world.products.users[offer.product]);
    offer.room = offer.room_for_robust = static_cast<std::int64_t>(places - taken);
    if (world.products.stage[offer.product] != Stage::pilot) return;
    const double kept = std::floor(design.safeguards.minimum_vulnerable * places + 0.5);
    const double robust = taken - vulnerable_users(world, offer.product);
    offer.room_for_robust = std::min(offer.room, static_cast<std::int64_t>(places - kept - robust));
}

bool is_used_up(const World& world, const Design& design, std::uint32_t p) {
    return world.products.stage[p] == Stage::pilot &&
           world.products.pilot_exposure[p] >= sandbox_of(design, world, p).exposure_cap;
}

}  // namespace

bool is_vulnerable(const World& world, std::size_t group) { return world.segment_of_group(group).vulnerability > 1; }

double user_limit(const World& world, const Design& design, std::uint32_t p) {
    const Products& products = world.products;
    if (on_market(products.stage[p]))
        return products.conditional[p] ? design.exit.conditional_cap : std::numeric_limits<double>::infinity();
    const SandboxLevers& sandbox = sandbox_of(design, world, p);
    return sandbox.cap_of(std::min<std::size_t>(products.rung[p], static_cast<std::size_t>(sandbox.pilots - 1)));
}

std::vector<Offer> offers_in(const Adopt& rule, World& world, const Levers& levers, std::size_t k) {
    constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max();
    std::vector<Offer> offers;
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        const Stage stage = world.products.stage[p];
        if (world.products.sector[p] != k || !(on_market(stage) || stage == Stage::pilot)) continue;
        const Design& design = levers.of(world, p);
        if (is_used_up(world, design, p)) {
            ++world.counts_of(p).exposure_cap_reached;
            continue;
        }
        Offer offer{p, unlimited, unlimited, {}};
        limit_room(offer, world, design);
        if (offer.room <= 0) continue;
        offer.appeal = appeal_of(rule, world, levers, p);
        offers.push_back(std::move(offer));
    }
    return offers;
}

std::vector<double> availability(const Adopt& rule, const World& world, const Levers& levers,
                                 const std::vector<Offer>& offers) {
    std::vector<double> available(world.groups());
    for (std::size_t g = 0; g < world.groups(); ++g) {
        const double scale = rule.reach_scale * population_of(world, world.jurisdiction_of_group(g)) / 1e6;
        double supply = 0;
        for (const Offer& offer : offers) {
            if (offer.appeal[g] > 0) supply += quality_and_reach(world, levers, offer.product);
        }
        available[g] = -portable::expm1(-supply / scale) * share_against_outside(rule, world, offers, g);
    }
    return available;
}

}  // namespace leeway
