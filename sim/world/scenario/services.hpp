// The services of a country: sectors with their markets and customs, what makes a service risky, and who pays for harm.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields.hpp"

namespace leeway {

enum class Enrolment : std::uint8_t { chosen, assigned };
template <>
inline constexpr std::array<std::string_view, 2> choice_names<Enrolment>{"chosen", "assigned"};

/// A kind of service, with its market, its risks and its customs.
struct Sector {
    std::string name;
    Enrolment enrolment = Enrolment::chosen;
    double rollout = 1;
    double bystander_share = 0;
    double ambiguity = 1;
    double innovation = 0.03;
    double imitation = 0.8;
    double market_ceiling = 0.5;
    double idea_share = 1;
    double risk_spread = 0.6;
    double months_until_noticed = 4;
    double severity_spread = 1;
    double initial_uptake = 0;
    double autonomy = 0, data_sensitivity = 0, opacity = 0, novelty = 0;
    double outside_benefit = 0;
    double outside_harm = 0;
    double outside_appeal = 0;
    double outside_growth = 0;
    double organisation_size = 0;
    double organisation_innovation = 0.1;
    double organisation_imitation = 0.4;
    double organisation_ceiling = 1;
    double missed_share = 0;
    double missed_months_until_noticed = 18;
    double missed_noticed = 1;
    double missed_severity = 1;
    double field_quality = 1;
    double field_harm = 1;
    double shock_rate = 0;
    double shock_share = 1;
    double shock_contagion = 0;
    double shock_severity = 1;
    double break_even_quality = 0;
    double user_size = 1;

    template <class Visit>
    void fields(Visit&& field) {
        field(name, {"name", Unit::none, 0, 0, "scenario", "name of the sector"});
        field(enrolment, {"enrolment", Unit::none, 0, 0, "scenario",
                          "chosen: people adopt; assigned: a public agency decides on a caseload that did not choose"});
        field(rollout, {"rollout", Unit::per_year, 0, 100, "assumed",
                        "rate at which an agency's caseload is put on its service (assigned sectors)"});
        field(bystander_share, {"bystander_share", Unit::share, 0, 1, "assumed",
                                "share of harms that fall on third parties, not on users"});
        field(ambiguity, {"ambiguity", Unit::ratio, 0, 2, "assumed; larger where law is unclear",
                          "factor on firms' error about their obligations (firms.file_error)"});
        field(innovation,
              {"innovation", Unit::per_year, 0, 100, "evidence B1 (V2)", "adoption without example (Bass 1969)"});
        field(imitation, {"imitation", Unit::per_year, 0, 100,
                          "assumed, above evidence B1: clustering of the network slows diffusion",
                          "adoption by example, when all acquaintances use a service"});
        field(market_ceiling, {"market_ceiling", Unit::share, 0, 1, "evidence Q2 (0.5 developed, 0.2 developing)",
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
        field(outside_benefit, {"outside_benefit", Unit::ratio, 0, 100, "assumed",
                                "benefit of a month with what people have instead of the service, relative to an "
                                "active user-month of mean quality"});
        field(outside_harm, {"outside_harm", Unit::harm_per_user_month, 0, 10, "assumed",
                             "severity of harm in a month without the service, at a vulnerability of 1"});
        field(outside_appeal, {"outside_appeal", Unit::ratio, 0, 1e6, "assumed",
                               "appeal of what people have instead, relative to a service of mean quality and price "
                               "without users; it keeps its logit share of those who would adopt"});
        field(outside_growth, {"outside_growth", Unit::per_year, -2, 2, "assumed",
                               "yearly growth, in logs, of outside_appeal and outside_benefit (full in month 0); "
                               "outside_harm falls by as much"});
        field(organisation_size, {"organisation_size", Unit::person, 0, 1e9, "scenario",
                                  "persons of an organisation, before whose adoption none of them can adopt: school "
                                  "and pupils, utility and street; 0 = all adopt on their own"});
        field(organisation_innovation, {"organisation_innovation", Unit::per_year, 0, 100, "assumed",
                                        "adoption by an organisation without example"});
        field(organisation_imitation, {"organisation_imitation", Unit::per_year, 0, 100, "assumed",
                                       "adoption by an organisation by example, when all in its jurisdiction have "
                                       "adopted"});
        field(organisation_ceiling,
              {"organisation_ceiling", Unit::share, 0, 1, "assumed", "share of organisations that could ever adopt"});
        field(missed_share, {"missed_share", Unit::share, 0, 1, "assumed",
                             "share of harms that are missed cases, which come to light late or never; the others are "
                             "false alarms and the like"});
        field(missed_months_until_noticed, {"missed_months_until_noticed", Unit::month, 0, 600,
                                            "assumed: interval cancers stay latent for one to two years",
                                            "mean months until a victim notices a missed case, if ever"});
        field(missed_noticed,
              {"missed_noticed", Unit::share, 0, 1, "assumed", "share of missed cases that their victims ever notice"});
        field(missed_severity, {"missed_severity", Unit::ratio, 0, 1000, "assumed",
                                "mean severity of a missed case; that of another harm is 1"});
        field(field_quality,
              {"field_quality", Unit::ratio, 0.01, 10,
               "assumed; evidence W11 (V): more is missed in clinics than in studies",
               "quality on the market, relative to the laboratory; pilots stand between, by their rung"});
        field(field_harm, {"field_harm", Unit::ratio, 0.01, 100, "assumed",
                           "harm rate on the market, relative to the laboratory; pilots stand between, by their rung"});
        field(shock_rate, {"shock_rate", Unit::per_year, 0, 100, "assumed; raw rate before provisions and effort",
                           "how often an outage, a run or a leak strikes many users of a service at once"});
        field(shock_share, {"shock_share", Unit::share, 0, 1, "assumed",
                            "share of a service's users whom a shock strikes at first"});
        field(shock_contagion, {"shock_contagion", Unit::probability, 0, 1, "assumed",
                                "probability that a shock passes from a struck user to an acquaintance who uses the "
                                "same service"});
        field(shock_severity, {"shock_severity", Unit::ratio, 0, 1000, "assumed", "mean severity of a harm by shock"});
        field(break_even_quality, {"break_even_quality", Unit::ratio, 0, 0.99, "assumed",
                                   "quality at which use does neither good nor harm: below it, benefit is negative and "
                                   "nobody notices; benefit is in proportion to the quality beyond it"});
        field(user_size,
              {"user_size", Unit::ratio, 0.01, 1e6, "scenario",
               "size of a user relative to a person, where users are firms: multiplies benefit and severity, "
               "divides the weight of price"});
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

}  // namespace leeway
