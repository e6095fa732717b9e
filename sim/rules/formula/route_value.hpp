// The net present value of each route to market as a firm sees it, in thousand currency: pure formulas that entry and
// route choice share. Delay costs discounted revenue and burn; success is uncertain; relief and advice lower the
// burden.
#pragma once

#include <array>
#include <cstdint>

#include "policy/design.hpp"
#include "rules/formula/burden.hpp"
#include "world/world.hpp"

namespace leeway {

/// What a firm expects when it weighs the routes.
struct Outlook {
    double profit = 0;              ///< thousand currency a month on the market
    double burn_before_launch = 0;  ///< thousand currency a month
    double discount = 0.01, horizon = 60, wait_months = 6;
    double capital = 0;
    double authorised = 1, admitted = 1, graduated = 1, caught = 0;  ///< perceived probabilities (caught: a month)
    double fine = 0;
    Burden full, tested;     ///< by the ordinary way; after a test with its lasting relief
    double filing_wait = 0;  ///< months from filing to decision
    double intake_wait = 0, test_months = 0, graduate_wait = 0;
    double fee = 0;
    double signal = 0;  ///< what admission adds to expected funding, thousand currency
    double abroad_share = 0, moving_cost = 0;
    bool sandbox_open = false;
    bool permission_needed = true;
};

/// Value of every route, in the order of Route; minus infinity where it is closed or cannot be paid for.
std::array<double, route_count> route_values(const Outlook& outlook);

/// The largest value of `values`.
double best_value(const std::array<double, route_count>& values);

/// How product `p`'s firm sees its routes this month under `design`.
Outlook outlook_of(const World& world, const Design& design, std::uint32_t p);

/// Value of a service that reaches the market after `delay` months with probability `success`, once `cost` is paid.
double value_after(const Outlook& outlook, double delay, double success, double cost);

/// Value today of 1 a month from now on, for `months`, at `rate` a month.
double annuity(double rate, double months);

}  // namespace leeway
