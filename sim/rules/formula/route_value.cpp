#include "rules/formula/route_value.hpp"

#include <algorithm>
#include <limits>

#include "core/arithmetic.hpp"

namespace leeway {
namespace {

constexpr double closed = -std::numeric_limits<double>::infinity();

// A route that the firm cannot pay for is closed to it.
double affordable_value(const Outlook& outlook, double delay, double success, double cost) {
    return cost > outlook.capital ? closed : value_after(outlook, delay, success, cost);
}

double authorised_value(const Outlook& outlook) {
    const double delay = outlook.full.months + (outlook.permission_needed ? outlook.filing_wait : 0);
    return affordable_value(outlook, delay, outlook.permission_needed ? outlook.authorised : 1, outlook.full.cost);
}

// Admission opens the test and its signal to investors; a firm that is turned down goes the ordinary way later.
double sandbox_value(const Outlook& outlook) {
    if (!outlook.sandbox_open) return closed;
    const double delay = outlook.intake_wait + std::max(outlook.test_months, outlook.tested.months) +
                         (outlook.permission_needed ? outlook.graduate_wait : 0);
    const double inside = affordable_value(outlook, delay, outlook.graduated, outlook.tested.cost + outlook.fee);
    if (inside == closed) return closed;
    const double wait_cost = outlook.burn_before_launch * annuity(outlook.discount, outlook.intake_wait);
    const double outside =
        portable::exp(-outlook.discount * outlook.intake_wait) * std::max(0.0, authorised_value(outlook)) - wait_cost -
        outlook.fee;
    return outlook.admitted * (inside + outlook.signal) + (1 - outlook.admitted) * outside;
}

// On the market at once, until found out; then a fine and nothing more.
double unauthorised_value(const Outlook& outlook) {
    if (!outlook.permission_needed) return closed;
    const double rate = outlook.discount + outlook.caught;
    const double fine = outlook.fine * outlook.caught * annuity(rate, outlook.horizon);
    return outlook.profit * annuity(rate, outlook.horizon) - fine;
}

double abroad_value(const Outlook& outlook) {
    if (outlook.moving_cost > outlook.capital) return closed;
    const double market = outlook.profit * annuity(outlook.discount, outlook.horizon);
    return outlook.abroad_share * std::max(0.0, market) - outlook.moving_cost;
}

double belief(const World& world, Lesson lesson, std::uint32_t firm) {
    return world.firms.belief[static_cast<std::size_t>(lesson)][firm];
}

// Months until the desk has worked off the cases before a new one, as the regulator publishes it.
double published_wait(const World& world, double hours_of_case) {
    double hours = hours_of_case;
    for (const Case& waiting : world.regulator.queue) hours += waiting.hours_left;
    const double staff = world.scenario->regulators.officer_hours * world.scenario->regulators.officer_hours_multiplier;
    return staff > 0 ? std::min(60.0, 1 + hours / staff) : 60.0;
}

void see_economics(Outlook& outlook, const World& world, std::uint32_t p) {
    const FirmGroup& group = world.scenario->firms;
    const double revenue = group.margin * group.expected_users * world.products.perceived_demand[p] / 1000;
    outlook.profit = revenue - group.burn;
    outlook.burn_before_launch = group.burn_before_launch;
    outlook.discount = group.discount;
    outlook.horizon = group.horizon_months;
    outlook.wait_months = group.wait_months;
    outlook.capital = world.firms.capital[world.products.firm[p]];
    outlook.fine = world.scenario->liability.fine;
    outlook.abroad_share = group.relocation_share;
    outlook.moving_cost = group.relocation_cost;
}

void see_sandbox(Outlook& outlook, const World& world, const Design& design, std::uint32_t p) {
    const double until_intake = static_cast<double>(design.intake.every_months) / 2;
    outlook.sandbox_open = design.places() > 0 && world.month >= world.products.may_reapply[p] &&
                           world.month >= world.rulebook.moratorium_until && world.month >= 0;
    outlook.intake_wait = until_intake + published_wait(world, 0) - 1;
    outlook.test_months = static_cast<double>(design.sandbox.lab_months + design.sandbox.pilot_months);
    const double credit = design.exit.authorisation_credit;
    outlook.graduate_wait = published_wait(world, (1 - credit) * world.scenario->regulators.hours_per_authorisation);
    outlook.fee = design.intake.fee;
    const FundingMarket& funding = world.scenario->funding;
    outlook.signal = design.sandbox.placebo ? 0
                                            : funding.chance * funding.boost() * funding.amount *
                                                  funding.signal_months * funding.kept_value;
}

}  // namespace

double annuity(double rate, double months) { return rate > 0 ? -portable::expm1(-rate * months) / rate : months; }

double value_after(const Outlook& outlook, double delay, double success, double cost) {
    const double spent = cost + outlook.burn_before_launch * annuity(outlook.discount, delay);
    const double market = outlook.profit * annuity(outlook.discount, outlook.horizon);
    return success * portable::exp(-outlook.discount * delay) * market - spent;
}

double best_value(const std::array<double, route_count>& values) {
    return *std::max_element(values.begin(), values.end());
}

std::array<double, route_count> route_values(const Outlook& outlook) {
    std::array<double, route_count> values{};
    const auto set = [&](Route route, double value) { values[static_cast<std::size_t>(route)] = value; };
    const double authorised = authorised_value(outlook), sandbox = sandbox_value(outlook);
    const double better = std::max({0.0, authorised, sandbox});
    set(Route::authorise, authorised);
    set(Route::sandbox, sandbox);
    set(Route::unauthorised, unauthorised_value(outlook));
    set(Route::relocate, abroad_value(outlook));
    set(Route::wait, portable::exp(-outlook.discount * outlook.wait_months) * better -
                         outlook.burn_before_launch * outlook.wait_months);
    set(Route::abandon, 0);
    return values;
}

Outlook outlook_of(const World& world, const Design& design, std::uint32_t p) {
    const std::uint32_t firm = world.products.firm[p];
    Outlook outlook;
    see_economics(outlook, world, p);
    outlook.authorised = belief(world, Lesson::authorised, firm);
    outlook.admitted = belief(world, Lesson::admitted, firm);
    outlook.graduated = belief(world, Lesson::graduated, firm);
    outlook.caught = belief(world, Lesson::caught, firm);
    outlook.full = burden_of(world, design, 0);
    outlook.tested = burden_of(world, design, design.waivers.kept_after_exit);
    outlook.filing_wait = published_wait(world, world.scenario->regulators.hours_per_authorisation);
    outlook.permission_needed = design.rulebook.authorisation_required;
    see_sandbox(outlook, world, design, p);
    return outlook;
}

}  // namespace leeway
