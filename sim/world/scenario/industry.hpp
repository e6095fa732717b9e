// The firms of a country: the stream of ideas, their money and habits, and venture funding.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields.hpp"

namespace leeway {

/// The common stream of ideas, of which a design lets more or fewer become firms.
struct IdeaStream {
    double per_year = 24;
    double per_year_multiplier = 1;
    double new_firm_share = 0.8;
    double bad_actor_share = 0.02;
    double bad_actor_risk = 1.5;
    double frontier_growth = 0.08;
    double quality_spread = 0.35;
    double demand_error = 0.3;
    double optimism = 0.25;
    double price_spread = 0.2;

    double arriving_per_year() const { return per_year * per_year_multiplier; }

    template <class Visit>
    void fields(Visit&& field) {
        field(per_year, {"per_year", Unit::per_year, 0, 1e6, "scenario",
                         "ideas for a service that arrive in a year, whether or not they are taken up"});
        field(per_year_multiplier,
              {"per_year_multiplier", Unit::ratio, 0, 1e6, "switch", "multiplies the ideas that arrive"});
        field(new_firm_share, {"new_firm_share", Unit::share, 0, 1, "assumed",
                               "share of ideas that belong to a new firm; the rest come to firms of the first month"});
        field(bad_actor_share,
              {"bad_actor_share", Unit::share, 0, 1, "assumed; tail of lightly regulated booms, evidence H11-H12",
               "share of new firms that launch what they know to be harmful and vanish when caught"});
        field(bad_actor_risk, {"bad_actor_risk", Unit::log_rate, 0, 5, "assumed",
                               "what a bad actor's service adds to its log harm rate"});
        field(frontier_growth, {"frontier_growth", Unit::per_year, -2, 2, "assumed",
                                "yearly shift of new services' features, in standard deviations (pacing problem)"});
        field(quality_spread, {"quality_spread", Unit::log_rate, 0, 2, "assumed",
                               "standard deviation of log quality; mean quality is 1"});
        field(demand_error, {"demand_error", Unit::log_rate, 0, 2, "assumed",
                             "standard deviation of a firm's error about its own demand before a test"});
        field(optimism,
              {"optimism", Unit::log_rate, -2, 2, "assumed; excess entry by overconfidence (Camerer and Lovallo 1999)",
               "mean of a firm's error about its own demand before a test, in logs"});
        field(price_spread,
              {"price_spread", Unit::log_rate, 0, 2, "assumed", "standard deviation of log price; mean price is 1"});
    }
};

/// Money and habits of firms.
struct FirmGroup {
    std::int64_t count = 40;
    double capital = 230;
    double capital_spread = 0.5;
    double incumbent_capital = 2000;
    double burn_before_launch = 11;
    double burn = 30;
    double margin = 1.0;
    double expected_users = 36'000;
    double discount = 0.012;
    double horizon_months = 60;
    double value_scale = 300;
    double file_error = 0.45;
    double relocation_share = 0.1;
    double relocation_cost = 100;
    double believed_authorised = 0.6;
    double believed_admitted = 0.35;
    double believed_graduated = 0.75;
    double believed_caught = 0.08;
    double wait_months = 6;
    double rework_months = 3;
    double effort_cost = 0.06;
    double maximum_effort = 1.5;
    double peers = 4;
    std::int64_t reapplication_months = 12;
    double application_cost = 0;
    double over_compliance = 0;
    double risk_learning = 0;
    double small_firm_share = 0;
    double small_firm_capital = 0.4;
    double small_firm_funding = 0.2;
    double agency_budget = 40;
    double spillover_multiplier = 1;
    bool displacement = true;
    bool frozen = false;
    std::vector<double> banned;

    template <class Visit>
    void fields(Visit&& field) {
        field(count, {"count", Unit::count, 0, 1e6, "scenario",
                      "firms alive in the first month, each with one authorised service"});
        field(capital,
              {"capital", Unit::money_thousand, 0, 1e7, "assumed (design trial)", "median capital of a new firm"});
        field(capital_spread, {"capital_spread", Unit::log_rate, 0, 3, "assumed", "standard deviation of log capital"});
        field(incumbent_capital, {"incumbent_capital", Unit::money_thousand, 0, 1e9, "assumed",
                                  "median capital of a firm of the first month"});
        field(burn_before_launch, {"burn_before_launch", Unit::money_per_month, 0, 1e6, "assumed (design trial)",
                                   "monthly spending of a firm without a service on the market"});
        field(burn, {"burn", Unit::money_per_month, 0, 1e6, "assumed", "monthly spending per service on the market"});
        field(margin, {"margin", Unit::money_per_user_month, 0, 1e4, "assumed",
                       "revenue less unit cost per active user and month"});
        field(expected_users, {"expected_users", Unit::person, 0, 1e9, "assumed",
                               "active users that a firm with mean quality expects"});
        field(discount, {"discount", Unit::per_month, 0, 1, "assumed", "discount rate of firms"});
        field(horizon_months,
              {"horizon_months", Unit::month, 1, 600, "assumed", "months over which a firm values a service"});
        field(value_scale, {"value_scale", Unit::money_thousand, 0.001, 1e9, "assumed (design trial)",
                            "difference of value that matters to entry and to the choice of a route"});
        field(file_error,
              {"file_error", Unit::probability, 0, 1,
               "assumed from: about half of new-firm authorisations in the UK are approved, most others withdrawn (V)",
               "probability that a first file has a defect and is returned"});
        field(relocation_share, {"relocation_share", Unit::share, 0, 1, "assumed",
                                 "share of a service's value that it would have abroad"});
        field(relocation_cost, {"relocation_cost", Unit::money_thousand, 0, 1e6, "assumed", "cost of moving abroad"});
        field(believed_authorised, {"believed_authorised", Unit::probability, 0, 1, "assumed",
                                    "what firms first believe of the chance of an authorisation"});
        field(believed_admitted, {"believed_admitted", Unit::probability, 0, 1, "evidence P6 (V2): 0.315",
                                  "what firms first believe of the chance of admission to a sandbox"});
        field(believed_graduated, {"believed_graduated", Unit::probability, 0, 1, "assumed",
                                   "what firms first believe of the chance that a test succeeds"});
        field(believed_caught,
              {"believed_caught", Unit::per_month, 0, 1, "assumed",
               "what firms first believe of the monthly chance that an unauthorised service is found"});
        field(wait_months,
              {"wait_months", Unit::month, 1, 120, "assumed", "months that a firm waits when it puts off its choice"});
        field(rework_months,
              {"rework_months", Unit::month, 0, 60, "assumed", "months to mend a file that was returned"});
        field(effort_cost, {"effort_cost", Unit::money_per_user_month, 1e-6, 1e3,
                            "assumed; the design trial found harm to depend on it most",
                            "cost of one unit of mitigation effort, which divides harm by e"});
        field(maximum_effort,
              {"maximum_effort", Unit::none, 0, 10, "assumed", "largest mitigation effort that a firm can make"});
        field(peers, {"peers", Unit::count, 0, 50, "assumed",
                      "earlier firms of the same sector from whose outcomes a firm learns"});
        field(reapplication_months, {"reapplication_months", Unit::month, 0, 600, "assumed",
                                     "months after which a rejected idea may apply to a sandbox again (0 = never)"});
        field(application_cost, {"application_cost", Unit::money_thousand, 0, 1e5, "assumed",
                                 "cost of preparing an application, times 1 + eligibility.minimum_benefit"});
        field(over_compliance,
              {"over_compliance", Unit::ratio, 0, 10, "assumed",
               "what a firm spends beyond its obligations, relative to them, when it is sure to misread them"});
        field(risk_learning, {"risk_learning", Unit::per_month, 0, 1, "assumed",
                              "share of a firm's error about its own risk that a month with users removes"});
        field(small_firm_share, {"small_firm_share", Unit::share, 0, 1, "scenario",
                                 "share of new firms that are small firms outside venture funding (MSMEs)"});
        field(small_firm_capital,
              {"small_firm_capital", Unit::ratio, 0, 10, "assumed", "capital of a small firm relative to a start-up"});
        field(small_firm_funding, {"small_firm_funding", Unit::ratio, 0, 10, "assumed",
                                   "chance of a small firm to raise money relative to a start-up"});
        field(agency_budget, {"agency_budget", Unit::money_per_month, 0, 1e6, "assumed",
                              "what a public agency has for each of its services; it has no venture funding"});
        field(spillover_multiplier, {"spillover_multiplier", Unit::ratio, 0, 100, "switch",
                                     "multiplies what outsiders learn from published tests (0 = nothing)"});
        field(displacement, {"displacement", Unit::none, 0, 1, "switch",
                             "whether a tested rival can take users from a service outside the sandbox"});
        field(frozen, {"frozen", Unit::none, 0, 1, "switch",
                       "whether arrivals and routes are those of constant values and beliefs, whatever happens"});
        field(banned, {"banned", Unit::none, 0, 1e9, "switch", "ids of firms that never enter"});
    }
};

/// Venture funding, and what a sandbox changes in it.
struct FundingMarket {
    double chance = 0.021;
    double amount = 420;
    double sandbox_boost = 0.25;
    double sandbox_effect_multiplier = 1;
    double signal_months = 24;
    double kept_value = 0.2;

    template <class Visit>
    void fields(Visit&& field) {
        field(chance, {"chance", Unit::per_month, 0, 1, "assumed (design trial); compare evidence B24-B25",
                       "monthly chance that a new firm of mean quality raises money"});
        field(amount, {"amount", Unit::money_thousand, 0, 1e7, "assumed", "amount of one round"});
        field(sandbox_boost, {"sandbox_boost", Unit::share, 0, 2, "evidence O1 (V) and O4 (V2) disagree: 0 to 0.5; Q4",
                              "relative rise of the chance after admission or graduation, a causal effect"});
        field(sandbox_effect_multiplier, {"sandbox_effect_multiplier", Unit::ratio, 0, 10, "switch",
                                          "multiplies sandbox_boost (0 = no causal effect on funding)"});
        field(signal_months,
              {"signal_months", Unit::month, 0, 240, "assumed", "months for which the signal of a sandbox lasts"});
        field(kept_value, {"kept_value", Unit::share, 0, 1, "assumed",
                           "what a unit of money raised is worth to the founders who choose a route"});
    }

    double boost() const { return sandbox_boost * sandbox_effect_multiplier; }
};

}  // namespace leeway
