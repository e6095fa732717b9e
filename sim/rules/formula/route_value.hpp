// The value of each route to market as its firm perceives it: net present value of the service, less what the route
// costs in money and time, times the chance to arrive. Pure formulas, which entry and the choice of a route share.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "rules/formula/burden.hpp"
#include "world/products.hpp"

namespace leeway {

/// What a firm expects of one sandbox that is open to it.
struct TestOutlook {
    std::uint8_t sandbox = 0;  ///< index into the design's list
    bool dialogue_only = false;
    Burden burden;  ///< with the relief that lasts
    double intake_wait = 0, test_months = 0, graduate_wait = 0;
    double fee = 0;   ///< with the cost of preparing the application, less a grant
    double gain = 0;  ///< what admission adds beside the market, thousand currency: signal, procurement
    double advice = 0;
};

/// What a firm expects when it weighs the routes.
struct Outlook {
    double profit = 0;              ///< thousand currency a month on the market
    double burn_before_launch = 0;  ///< thousand currency a month
    double discount = 0.01, horizon = 60, wait_months = 6;
    double capital = 0;
    double authorised = 1, admitted = 1, graduated = 1, caught = 0;  ///< perceived probabilities (caught: a month)
    double fine = 0;
    Burden full;             ///< by the ordinary way
    double filing_wait = 0;  ///< months from filing to decision
    std::vector<TestOutlook> tests;
    double abroad_share = 0, moving_cost = 0;
    double elsewhere = 0;  ///< value in the best other jurisdiction, before the cost of moving; minus infinity if none
    std::uint8_t best_elsewhere = 0;
    bool permission_needed = true;
};

/// Value of every route, in the order of Route; minus infinity where it is closed or cannot be paid for.
std::array<double, route_count> route_values(const Outlook& outlook);

/// Value of applying to one sandbox.
double value_of_test(const Outlook& outlook, const TestOutlook& test);

/// The sandbox of the highest value; nullptr when none is open.
const TestOutlook* best_test(const Outlook& outlook);

/// The value of the ordinary authorisation.
double value_of_authorisation(const Outlook& outlook);

/// Whether moving to the best other jurisdiction is worth more than leaving the country for good.
bool prefers_neighbour(const Outlook& outlook);

/// The largest value of `values`.
double best_value(const std::array<double, route_count>& values);

/// Value of a service that reaches the market after `delay` months with probability `success`, once `cost` is paid.
double value_after(const Outlook& outlook, double delay, double success, double cost);

/// Value today of 1 a month from now on, for `months`, at `rate` a month.
double annuity(double rate, double months);

}  // namespace leeway
