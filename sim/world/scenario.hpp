// A scenario: the people, firms, services, rules and regulator of one country, as a TOML file states them.
// Extensive values (ideas, firms, officer hours) are stated for the country's real population.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/fields.hpp"

namespace leeway {

/// A part of the population that shares vulnerability, literacy and habits of complaint.
struct Segment {
    std::string name;
    double share = 1;
    double vulnerability = 1;
    double literacy = 1;
    double reporting = 0.25;
    double trust = 0.5;
    double income = 1;

    template <class Visit>
    void fields(Visit&& field) {
        field(name, {"name", Unit::none, 0, 0, "scenario", "name of the segment"});
        field(share, {"share", Unit::share, 0, 1, "scenario", "share of the population; all segments sum to 1"});
        field(vulnerability,
              {"vulnerability", Unit::ratio, 0, 10, "assumed", "multiplies the rate of harm of this segment's users"});
        field(literacy,
              {"literacy", Unit::ratio, 0, 10, "assumed", "digital literacy: multiplies adoption and activity"});
        field(reporting, {"reporting", Unit::share, 0, 1, "assumed", "share of noticed harms that a victim reports"});
        field(trust, {"trust", Unit::share, 0, 1, "scenario", "baseline trust, to which trust returns"});
        field(income, {"income", Unit::ratio, 0.01, 100, "assumed",
                       "income relative to the mean: prices weigh less the higher it is"});
    }
};

/// The people of the country, the agents that stand for them, and the network on which they meet.
struct CitizenGroup {
    std::int64_t population = 2'000'000;
    std::int64_t count = 20'000;
    double complaint_multiplier = 1;
    double degree = 12;
    double rewiring = 0.1;
    double homophily = 0.8;
    std::vector<Segment> segments{Segment{.name = "everybody"}};

    double represents() const { return static_cast<double>(population) / static_cast<double>(count); }

    template <class Visit>
    void fields(Visit&& field) {
        field(population, {"population", Unit::person, 1, 1e10, "scenario",
                           "real persons who live in the country and may use services"});
        field(count, {"count", Unit::count, 1, 4e9, "computing budget",
                      "citizen agents; one agent represents population / count persons"});
        field(complaint_multiplier, {"complaint_multiplier", Unit::ratio, 0, 10, "switch",
                                     "multiplies every segment's reporting (reports stay at most 1)"});
        field(degree, {"degree", Unit::count, 2, 200, "evidence B11 (R-hi): sympathy group of 12 to 15",
                       "acquaintances per citizen; an even number is used"});
        field(rewiring, {"rewiring", Unit::share, 0, 1, "assumed",
                         "share of ties of the small world that are rewired (Watts and Strogatz 1998)"});
        field(homophily, {"homophily", Unit::share, 0, 1, "assumed; contacts are assortative (evidence B10)",
                          "share of citizens who live among their own segment; the others live anywhere"});
        field(segments, "segments", 1, 16, "the parts of the population");
    }
};

/// A kind of service, with its market, its risks and its customs.
struct Sector {
    std::string name;
    double innovation = 0.03;
    double imitation = 0.8;
    double market_ceiling = 0.5;
    double idea_share = 1;
    double risk_spread = 0.6;
    double months_until_noticed = 4;
    double severity_spread = 1;
    double initial_uptake = 0;
    double autonomy = 0, data_sensitivity = 0, opacity = 0, novelty = 0;

    template <class Visit>
    void fields(Visit&& field) {
        field(name, {"name", Unit::none, 0, 0, "scenario", "name of the sector"});
        field(innovation,
              {"innovation", Unit::per_year, 0, 100, "evidence B1 (V2)", "adoption without example (Bass 1969)"});
        field(imitation, {"imitation", Unit::per_year, 0, 100,
                          "assumed, above evidence B1: clustering of the network slows diffusion",
                          "adoption by example, when all acquaintances use a service"});
        field(market_ceiling,
              {"market_ceiling", Unit::share, 0, 1, "evidence section 7 (0.5 developed, 0.2 developing)",
               "share of citizens who could ever want a service of the sector"});
        field(idea_share, {"idea_share", Unit::share, 0, 1, "assumed",
                           "share of ideas that fall into the sector; all sectors sum to 1"});
        field(risk_spread, {"risk_spread", Unit::log_rate, 0, 3, "assumed",
                            "standard deviation of log harm rates that no feature explains"});
        field(months_until_noticed,
              {"months_until_noticed", Unit::month, 0, 120, "assumed", "mean months until a victim notices a harm"});
        field(severity_spread, {"severity_spread", Unit::log_rate, 0, 3, "assumed",
                                "standard deviation of log severity; mean severity is 1"});
        field(initial_uptake, {"initial_uptake", Unit::share, 0, 1, "scenario",
                               "share of interested citizens who use a service in the first month"});
        field(autonomy,
              {"autonomy", Unit::none, -5, 5, "assumed", "mean of the feature autonomy, in standard deviations"});
        field(data_sensitivity, {"data_sensitivity", Unit::none, -5, 5, "assumed",
                                 "mean of the feature data sensitivity, in standard deviations"});
        field(opacity,
              {"opacity", Unit::none, -5, 5, "assumed", "mean of the feature opacity, in standard deviations"});
        field(novelty,
              {"novelty", Unit::none, -5, 5, "assumed", "mean of the feature novelty, in standard deviations"});
    }
};

/// What makes a service risky: log harm rate = log(base_rate) + weights · features + unexplained part.
struct RiskLaw {
    double base_rate = 0.012;
    double autonomy = 0.35, data_sensitivity = 0.25, opacity = 0.30, novelty = 0.45;
    double learning = 0.2;
    double learning_exposure = 300'000;

    template <class Visit>
    void fields(Visit&& field) {
        field(base_rate,
              {"base_rate", Unit::harm_per_user_month, 0, 10, "assumed; raw rate before provisions and effort",
               "harms per active user-month of a service with mean features and no mitigation"});
        field(autonomy,
              {"autonomy", Unit::log_rate, -5, 5, "assumed", "true weight of autonomy; nobody in the model knows it"});
        field(data_sensitivity,
              {"data_sensitivity", Unit::log_rate, -5, 5, "assumed", "true weight of data sensitivity"});
        field(opacity, {"opacity", Unit::log_rate, -5, 5, "assumed", "true weight of opacity"});
        field(novelty, {"novelty", Unit::log_rate, -5, 5, "assumed", "true weight of novelty"});
        field(learning, {"learning", Unit::none, 0, 3, "assumed (design trial)",
                         "exponent with which a service's harm rate falls as its exposure grows"});
        field(learning_exposure, {"learning_exposure", Unit::user_month, 1, 1e12, "assumed (design trial)",
                                  "exposure at which learning begins to tell"});
    }
};

/// Who pays for harm.
struct LiabilityLaw {
    double harm_value = 240;
    double redress_share = 0.58;
    double fine = 150;

    template <class Visit>
    void fields(Visit&& field) {
        field(harm_value, {"harm_value", Unit::money, 0, 1e9, "evidence H3 (D): about GBP 240 per upheld complaint",
                           "compensation, and social value, of a harm of severity 1"});
        field(redress_share, {"redress_share", Unit::share, 0, 1, "evidence H3 (V): 58 % of complaints upheld",
                              "share of detected harms on the market that the firm compensates"});
        field(fine,
              {"fine", Unit::money_thousand, 0, 1e7, "assumed", "fine for an unauthorised service that is stopped"});
    }
};

/// The common stream of ideas, of which a design lets more or fewer become firms.
struct IdeaStream {
    double per_year = 24;
    double new_firm_share = 0.8;
    double bad_actor_share = 0.02;
    double bad_actor_risk = 1.5;
    double frontier_growth = 0.08;
    double quality_spread = 0.35;
    double demand_error = 0.3;
    double optimism = 0.25;
    double price_spread = 0.2;

    template <class Visit>
    void fields(Visit&& field) {
        field(per_year, {"per_year", Unit::per_year, 0, 1e6, "scenario",
                         "ideas for a service that arrive in a year, whether or not they are taken up"});
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
               "world facts: about half of new-firm authorisations were approved, most others withdrawn (V)",
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
        field(sandbox_boost,
              {"sandbox_boost", Unit::share, 0, 2, "evidence O1 (V) and O4 (V2) disagree: 0 to 0.5; section 7",
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

/// One rule of the rulebook.
struct Provision {
    std::string name;
    double cost = 20;
    double months = 2;
    double mitigation = 0.3;
    bool waivable = true;
    double level = 0.7;

    template <class Visit>
    void fields(Visit&& field) {
        field(name, {"name", Unit::none, 0, 0, "scenario", "name of the provision"});
        field(cost, {"cost", Unit::money_thousand, 0, 1e6, "assumed (design trial); compare evidence B31",
                     "fixed cost of full compliance per service"});
        field(months, {"months", Unit::month, 0, 60, "assumed (design trial)", "months that full compliance takes"});
        field(mitigation, {"mitigation", Unit::share, 0, 0.99, "assumed (design trial)",
                           "share of harms that full compliance prevents"});
        field(waivable, {"waivable", Unit::none, 0, 1, "scenario",
                         "whether a sandbox may relax it (otherwise it is part of the floor)"});
        field(level, {"level", Unit::share, 0, 1, "assumed",
                      "how much of the provision the rulebook asks in the first month"});
    }
};

/// The rulebook of the country.
struct ProvisionGroup {
    double cost_multiplier = 1;
    std::vector<Provision> items;

    template <class Visit>
    void fields(Visit&& field) {
        field(cost_multiplier, {"cost_multiplier", Unit::ratio, 0, 100, "switch",
                                "multiplies the cost of complying with every provision"});
        field(items, "items", 0, 16, "the provisions of the rulebook");
    }
};

/// The conduct regulator and the time that its work takes.
struct RegulatorGroup {
    std::string name = "regulator";
    double officer_hours = 650;
    double officer_hours_multiplier = 1;
    double hours_per_authorisation = 100;
    double hours_per_application = 25;
    double hours_per_test = 20;
    double hours_per_enforcement = 40;
    double inspection_rate = 0.05;
    double risk_tolerance = 0.0045;
    double assessment_noise = 0.5;
    double prior_spread = 0.5;
    double prior_bias = 0;
    double effort_spread = 0.4;

    template <class Visit>
    void fields(Visit&& field) {
        field(name, {"name", Unit::none, 0, 0, "scenario", "name of the regulator"});
        field(officer_hours, {"officer_hours", Unit::officer_hours_per_month, 0, 1e9,
                              "assumed (staff per sandbox is unknown, evidence P31)",
                              "case-officer hours for authorisations, sandbox and enforcement"});
        field(officer_hours_multiplier,
              {"officer_hours_multiplier", Unit::ratio, 0, 1e6, "switch", "multiplies officer hours"});
        field(hours_per_authorisation, {"hours_per_authorisation", Unit::officer_hours, 0, 1e5,
                                        "assumed (design trial)", "officer hours to decide a full authorisation"});
        field(hours_per_application, {"hours_per_application", Unit::officer_hours, 0, 1e5, "assumed (design trial)",
                                      "officer hours to assess a sandbox application"});
        field(hours_per_test, {"hours_per_test", Unit::officer_hours_per_month, 0, 1e5, "assumed (design trial)",
                               "officer hours per live test and month at full supervision"});
        field(hours_per_enforcement, {"hours_per_enforcement", Unit::officer_hours, 0, 1e5, "assumed",
                                      "officer hours to stop one unauthorised service"});
        field(inspection_rate, {"inspection_rate", Unit::per_month, 0, 1, "assumed",
                                "monthly probability that an unauthorised service is found"});
        field(risk_tolerance, {"risk_tolerance", Unit::harm_per_user_month, 0, 10, "assumed",
                               "harm rate that the regulator tolerates on the market"});
        field(assessment_noise, {"assessment_noise", Unit::log_rate, 0, 5, "assumed",
                                 "standard deviation of the regulator's error about an applicant's quality"});
        field(prior_spread, {"prior_spread", Unit::log_rate, 0.01, 5, "assumed",
                             "standard deviation of the regulator's first belief about each risk weight"});
        field(prior_bias, {"prior_bias", Unit::log_rate, -5, 5, "assumed",
                           "error of the regulator's first belief about the base rate"});
        field(effort_spread,
              {"effort_spread", Unit::log_rate, 0, 5, "assumed",
               "standard deviation of log harm rates that the regulator expects from differences in firms' efforts"});
    }
};

/// The weights of net social benefit; redress, fines and fees are transfers and cancel out.
struct WelfareWeights {
    double benefit = 6;
    double officer_hour_cost = 60;

    template <class Visit>
    void fields(Visit&& field) {
        field(benefit, {"benefit", Unit::money_per_user_month, 0, 1e6, "assumed (design trial)",
                        "value of an active user-month of mean quality"});
        field(officer_hour_cost, {"officer_hour_cost", Unit::money, 0, 1e5, "assumed", "cost of an officer hour"});
    }
};

/// Everything about a country that is not a lever and not a rule's own parameter.
struct Scenario {
    std::string name = "unnamed";
    std::string title;
    std::string currency = "currency";
    std::int64_t warm_up_months = 24;
    CitizenGroup citizens;
    std::vector<Sector> sectors{Sector{.name = "services"}};
    RiskLaw risk;
    LiabilityLaw liability;
    IdeaStream ideas;
    FirmGroup firms;
    FundingMarket funding;
    ProvisionGroup provisions;
    RegulatorGroup regulators;
    WelfareWeights welfare;

    template <class Visit>
    void fields(Visit&& field) {
        field(name, {"name", Unit::none, 0, 0, "scenario", "name of the scenario"});
        field(title, {"title", Unit::none, 0, 0, "scenario", "what the scenario is, in a sentence"});
        field(currency, {"currency", Unit::none, 0, 0, "scenario", "the currency in which money is stated"});
        field(warm_up_months, {"warm_up_months", Unit::month, 0, 600, "assumed",
                               "months under the status quo before the compared designs start"});
        field(citizens, "citizens", "the people, their agents and their network");
        field(sectors, "sectors", 1, 16, "the kinds of services");
        field(risk, "risk", "what makes a service risky");
        field(liability, "liability", "who pays for harm");
        field(ideas, "ideas", "the common stream of ideas");
        field(firms, "firms", "money and habits of firms");
        field(funding, "funding", "venture funding");
        field(provisions, "provisions", "the rulebook");
        field(regulators, "regulators", "the regulator and its officers");
        field(welfare, "welfare", "the weights of net social benefit");
    }
};

/// What is wrong with a scenario as a whole, though each field alone is in range; empty when it can be simulated.
std::vector<Complaint> complaints(const Scenario& scenario);

}  // namespace leeway
