#include "rules/harm/shock.hpp"

#include <algorithm>
#include <cmath>

#include "core/arithmetic.hpp"
#include "rules/formula/harm_rate.hpp"
#include "rules/harm/causes.hpp"
#include "rules/harm/events.hpp"
#include "world/network.hpp"

namespace leeway {
namespace {

// A link has one luck, from whichever end it is looked at.
bool carries(const Draws& links, std::uint32_t i, std::uint32_t j, std::int32_t month, std::uint32_t p, double chance) {
    const std::uint64_t link = (std::uint64_t{std::min(i, j)} << 32) | std::max(i, j);
    return links.uniform(link, month, p) < chance;
}

/// A shock on its way through the users of one service.
struct Spread {
    const World& world;
    std::uint32_t product;
    std::vector<std::uint32_t> struck;  ///< in the order in which they are reached
    std::vector<std::uint8_t> reached;  ///< of all citizens

    void reach(std::uint32_t i) {
        if (reached[i]) return;
        reached[i] = 1;
        struck.push_back(i);
    }
    bool is_user(std::uint32_t i) const {
        return world.citizens.use[world.products.sector[product]].product[i] == static_cast<std::int32_t>(product);
    }
};

void start(Spread& spread, double share, const Draws& first) {
    for (std::size_t g = 0; g < spread.world.groups(); ++g) {
        for (const std::uint32_t i : users_of(spread.world, spread.product, g)) {
            if (first.uniform(i, spread.world.month, spread.product) < share) spread.reach(i);
        }
    }
}

void pass_on(Spread& spread, double chance, const Draws& links) {
    for (std::size_t next = 0; next < spread.struck.size(); ++next) {
        const std::uint32_t i = spread.struck[next];
        for (const std::uint32_t j : neighbours(*spread.world.acquaintances, i)) {
            if (!spread.reached[j] && spread.is_user(j) &&
                carries(links, i, j, spread.world.month, spread.product, chance))
                spread.reach(j);
        }
    }
}

// The struck agents of one group stand for their share of its active persons.
void harm_group(World& world, const Levers& levers, const Source& source, Cell cell, std::uint8_t cause,
                const Draws& each) {
    const std::uint32_t p = source.product;
    const double agents = world.agents_using[world.cell_of(static_cast<std::int32_t>(p), cell.place.group)];
    const double share = static_cast<double>(cell.users.size()) / agents;
    const auto active = static_cast<double>(active_persons(world, p, cell.place.group));
    const auto harmed = static_cast<std::uint32_t>(std::floor(share * active + 0.5));
    cell.place.cause = cause;
    world.counts_of(p).shock_harms += harmed;
    for (std::uint32_t h = 0; h < harmed; ++h) {
        const Words words = each.words(cell.entity, world.month, h);
        take_place(world, levers, source, draw_event(world, source, cell, words, world.sector_of(p).shock_severity), 0);
    }
}

}  // namespace

double probability_of_shock(const Harm& rule, const World& world, const Design& design, std::uint32_t p) {
    const double lowered = portable::exp(-world.products.effort[p]) * known_mitigation(world, design, p);
    return -portable::expm1(-rule.rate_multiplier * world.sector_of(p).shock_rate * lowered / 12);
}

std::vector<std::uint32_t> struck_users(const World& world, std::uint32_t p, const Draws& draws) {
    const Sector& sector = world.sector_of(p);
    Spread spread{world, p, {}, std::vector<std::uint8_t>(world.citizens.count(), 0)};
    start(spread, sector.shock_share, draws.named("first"));
    if (sector.shock_contagion > 0) pass_on(spread, sector.shock_contagion, draws.named("links"));
    std::sort(spread.struck.begin(), spread.struck.end());
    return spread.struck;
}

void strike(const Harm& rule, World& world, const Levers& levers, const Source& source, const Draws& draws) {
    const std::uint32_t p = source.product;
    if (world.sector_of(p).shock_rate <= 0) return;
    if (draws.uniform(p, world.month) >= probability_of_shock(rule, world, levers.of(world, p), p)) return;
    const std::vector<std::uint32_t> struck = struck_users(world, p, draws);
    const std::uint8_t cause = source.cause_until.empty()
                                   ? world.ledger.residual()
                                   : cause_of(source.cause_until, draws.uniform(p, world.month, 1), world.ledger);
    for (std::size_t g = 0; g < world.groups(); ++g) {
        const Quarter& group = world.citizens.members_of(g);
        const auto first = std::lower_bound(struck.begin(), struck.end(), group.begin),
                   last = std::lower_bound(first, struck.end(), group.end);
        Cell cell = cell_of(world, p, g);
        cell.users = {first, last};
        if (!cell.users.empty()) harm_group(world, levers, source, cell, cause, draws.named("each"));
    }
}

}  // namespace leeway
