#include "rules/finance.hpp"

#include <algorithm>
#include <vector>

#include "core/arithmetic.hpp"
#include "world/transitions.hpp"

namespace leeway {
namespace {

/// What a firm has going this month.
struct Business {
    double market_services = 0, active_users = 0, quality = 0;
    bool alive_idea = false;
};

std::vector<Business> businesses(const World& world) {
    std::vector<Business> all(world.firms.count());
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        const Stage stage = world.products.stage[p];
        if (stage == Stage::ahead || stage == Stage::declined || stage == Stage::withdrawn) continue;
        Business& business = all[world.products.firm[p]];
        business.alive_idea = true;
        business.market_services += on_market(stage) ? 1 : 0;
        business.active_users += world.products.active[p];
        business.quality = std::max(business.quality, world.products.quality[p]);
    }
    return all;
}

void trade(World& world, std::uint32_t f, const Business& business) {
    const FirmGroup& group = world.scenario->firms;
    receive(world, f, &Money::revenue, business.active_users * group.margin / 1000);
    const double before = world.firms.incumbent[f] ? 0 : group.burn_before_launch;
    pay(world, f, &Money::burn, business.market_services > 0 ? business.market_services * group.burn : before);
    world.firms.displaced_income[f] += world.firms.displaced_users[f] * group.margin / 1000;
}

void raise_money(const Finance& rule, World& world, std::uint32_t f, const Business& business, const Draws& draws) {
    if (world.firms.incumbent[f]) return;
    const FundingMarket& market = world.scenario->funding;
    const bool signalled = world.month - world.firms.signalled[f] < market.signal_months;
    const double chance = market.chance * portable::pow(business.quality, rule.quality_exponent) *
                          (business.market_services > 0 ? rule.market_factor : 1) *
                          (signalled ? 1 + market.boost() : 1);
    if (draws.uniform(f, world.month) < chance) receive(world, f, &Money::funding, market.amount);
}

// An outsider whose lost users would have paid for its survival was displaced by rivals from the sandbox.
void fail(World& world, std::uint32_t f) {
    ++world.counts.failed;
    if (world.firms.capital[f] + world.firms.displaced_income[f] >= 0) ++world.counts.displaced;
    end_firm(world, f, FirmStatus::failed);
}

}  // namespace

void Finance::operator()(World& world, const Design&, const Draws& draws) const {
    const std::vector<Business> all = businesses(world);
    for (std::uint32_t f = 0; f < world.firms.count(); ++f) {
        if (world.firms.status[f] != FirmStatus::alive) continue;
        trade(world, f, all[f]);
        raise_money(*this, world, f, all[f], draws);
        if (world.firms.capital[f] < 0)
            fail(world, f);
        else if (!all[f].alive_idea && !world.firms.incumbent[f])
            end_firm(world, f, FirmStatus::abandoned);
    }
}

}  // namespace leeway
