#include "rules/finance.hpp"

#include <algorithm>
#include <vector>

#include "core/arithmetic.hpp"
#include "rules/formula/benefit.hpp"
#include "rules/formula/harm_rate.hpp"
#include "rules/formula/prediction.hpp"
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
    if (world.firms.is_agency(f))
        receive(world, f, &Money::budgets, business.market_services * group.agency_budget);
    else
        receive(world, f, &Money::revenue, business.active_users * group.margin / 1000);
    const double before = world.firms.is_established(f) ? 0 : group.burn_before_launch;
    pay(world, f, &Money::burn, business.market_services > 0 ? business.market_services * group.burn : before);
    world.firms.displaced_income[f] += world.firms.displaced_users[f] * group.margin / 1000;
}

double chance_of_funding(const Finance& rule, const World& world, std::uint32_t f, const Business& business) {
    const FundingMarket& market = world.scenario->funding;
    const bool signalled = world.month - world.firms.signalled[f] < market.signal_months;
    const bool small = world.firms.kind[f] == FirmKind::small_firm;
    return market.chance * portable::pow(business.quality, rule.quality_exponent) *
           (business.market_services > 0 ? rule.market_factor : 1) * (signalled ? 1 + market.boost() : 1) *
           (small ? world.scenario->firms.small_firm_funding : 1);
}

void raise_money(const Finance& rule, World& world, std::uint32_t f, const Business& business, const Draws& draws) {
    if (world.firms.is_established(f)) return;
    if (draws.uniform(f, world.month) >= chance_of_funding(rule, world, f, business)) return;
    Firms& firms = world.firms;
    const double amount = world.scenario->funding.amount;
    receive(world, f, &Money::funding, amount);
    firms.raised[f] += amount;
    if (world.month < firms.decided[f] + follow_up_months) firms.raised_after[f] += amount;
}

// What the safeguards of a pilot cost its firm: oversight, the levy for the compensation fund, and an insurance premium
// at the cost that the owner of the sandbox would expect.
void protect_users(World& world, const Design& design, std::uint32_t p) {
    const SafeguardLevers& safeguards = design.safeguards;
    const std::uint32_t firm = world.products.firm[p];
    const double active = world.products.active[p] / 1000;
    Jurisdiction& home = world.home_of(p);
    pay(world, firm, &Money::oversight, active * safeguards.oversight_cost * safeguards.strength);
    const double levy = active * world.scenario->firms.margin * safeguards.fund_levy;
    pay(world, firm, &Money::levies, levy);
    home.fund += levy;
    if (safeguards.insurance <= 0) return;
    const double rate = portable::exp(predict(world, p).log_rate) * known_mitigation(world, design, p) *
                        mean_severity(world.sector_of(p));
    const double premium = active * rate * world.scenario->liability.harm_value * supposed_detection(world, design, p) *
                           redress_share(world, design, HarmStage::pilot, p) * safeguards.insurance;
    pay(world, firm, &Money::premiums, premium);
    home.insurer += premium;
}

// An outsider whose lost users would have paid for its survival was displaced by rivals from the sandbox.
void fail(World& world, std::uint32_t f) {
    Counts& counts = world.jurisdictions[world.firms.jurisdiction[f]].counts;
    ++counts.failed;
    if (world.firms.capital[f] + world.firms.displaced_income[f] >= 0) ++counts.displaced;
    end_firm(world, f, FirmStatus::failed);
}

// A public agency has a budget and cannot fail; an established firm goes on without an idea.
void settle(World& world, std::uint32_t f, const Business& business) {
    if (world.firms.is_agency(f)) return;
    if (world.firms.capital[f] < 0)
        fail(world, f);
    else if (!business.alive_idea && !world.firms.is_established(f))
        end_firm(world, f, FirmStatus::abandoned);
}

}  // namespace

void Finance::operator()(World& world, const Levers& levers, const Draws& draws) const {
    const std::vector<Business> all = businesses(world);
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        const Design& design = levers.of(world, p);
        if (world.products.stage[p] == Stage::pilot && is_guarded(world, design, p)) protect_users(world, design, p);
    }
    for (std::uint32_t f = 0; f < world.firms.count(); ++f) {
        if (world.firms.status[f] != FirmStatus::alive) continue;
        trade(world, f, all[f]);
        raise_money(*this, world, f, all[f], draws);
        settle(world, f, all[f]);
    }
}

}  // namespace leeway
