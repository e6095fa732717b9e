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

// Dialogue makes a better file, and then the ordinary way is gone.
double value_of_dialogue(const Outlook& outlook, const TestOutlook& test) {
    const double success = 1 - (1 - outlook.authorised) * (1 - test.advice);
    const double delay = test.intake_wait + test.test_months + outlook.full.months + outlook.filing_wait;
    return affordable_value(outlook, delay, success, outlook.full.cost + test.fee);
}

double value_inside(const Outlook& outlook, const TestOutlook& test) {
    if (test.dialogue_only) return value_of_dialogue(outlook, test);
    const double delay = test.intake_wait + std::max(test.test_months, test.burden.months) +
                         (outlook.permission_needed ? test.graduate_wait : 0);
    return affordable_value(outlook, delay, outlook.graduated, test.burden.cost + test.fee);
}

// On the market at once, until found out; then a fine and nothing more.
double value_without_permission(const Outlook& outlook) {
    if (!outlook.permission_needed) return closed;
    const double rate = outlook.discount + outlook.caught;
    const double fine = outlook.fine * outlook.caught * annuity(rate, outlook.horizon);
    return outlook.profit * annuity(rate, outlook.horizon) - fine;
}

double value_abroad(const Outlook& outlook) {
    const double market = outlook.profit * annuity(outlook.discount, outlook.horizon);
    return outlook.abroad_share * std::max(0.0, market);
}

double value_of_leaving(const Outlook& outlook) {
    if (outlook.moving_cost > outlook.capital) return closed;
    return std::max(value_abroad(outlook), outlook.elsewhere) - outlook.moving_cost;
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

double value_of_authorisation(const Outlook& outlook) {
    const double delay = outlook.full.months + (outlook.permission_needed ? outlook.filing_wait : 0);
    return affordable_value(outlook, delay, outlook.permission_needed ? outlook.authorised : 1, outlook.full.cost);
}

// Admission opens the test and what comes with it; a firm that is turned down goes the ordinary way later.
double value_of_test(const Outlook& outlook, const TestOutlook& test) {
    const double inside = value_inside(outlook, test);
    if (inside == closed) return closed;
    const double wait_cost = outlook.burn_before_launch * annuity(outlook.discount, test.intake_wait);
    const double outside =
        portable::exp(-outlook.discount * test.intake_wait) * std::max(0.0, value_of_authorisation(outlook)) -
        wait_cost - test.fee;
    return outlook.admitted * (inside + test.gain) + (1 - outlook.admitted) * outside;
}

const TestOutlook* best_test(const Outlook& outlook) {
    const TestOutlook* best = nullptr;
    for (const TestOutlook& test : outlook.tests) {
        if (best == nullptr || value_of_test(outlook, test) > value_of_test(outlook, *best)) best = &test;
    }
    return best;
}

bool prefers_neighbour(const Outlook& outlook) { return outlook.elsewhere > value_abroad(outlook); }

std::array<double, route_count> route_values(const Outlook& outlook) {
    std::array<double, route_count> values{};
    const auto set = [&](Route route, double value) { values[static_cast<std::size_t>(route)] = value; };
    const TestOutlook* test = best_test(outlook);
    const double authorised = value_of_authorisation(outlook);
    const double sandbox = test == nullptr ? closed : value_of_test(outlook, *test);
    const double better = std::max({0.0, authorised, sandbox});
    set(Route::authorise, authorised);
    set(Route::sandbox, sandbox);
    set(Route::unauthorised, value_without_permission(outlook));
    set(Route::relocate, value_of_leaving(outlook));
    set(Route::wait, portable::exp(-outlook.discount * outlook.wait_months) * better -
                         outlook.burn_before_launch * outlook.wait_months);
    set(Route::abandon, 0);
    return values;
}

}  // namespace leeway
