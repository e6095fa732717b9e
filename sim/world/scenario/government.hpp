// The state: provisions, regulators, jurisdictions, and the weights by which net benefit is judged.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields.hpp"

namespace leeway {

/// One rule of the rulebook.
struct Provision {
    std::string name;
    double cost = 20;
    double months = 2;
    double mitigation = 0.3;
    bool waivable = true;
    std::string owner{};
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
        field(owner, {"owner", Unit::none, 0, 0, "scenario", "the regulator whose rule it is (empty = the first one)"});
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

/// One regulator, with its share of officers, work and evidence.
struct RegulatorItem {
    std::string name = "regulator";
    double hours_share = 1;
    double work = 1;
    double complaint_share = 1;

    template <class Visit>
    void fields(Visit&& field) {
        field(name, {"name", Unit::none, 0, 0, "scenario", "name of the regulator"});
        field(hours_share,
              {"hours_share", Unit::share, 0, 1, "assumed", "its share of regulators.officer_hours; all sum to 1"});
        field(work,
              {"work", Unit::ratio, 0, 10, "assumed", "hours that a case takes it, relative to the group's figures"});
        field(complaint_share, {"complaint_share", Unit::share, 0, 1, "assumed",
                                "share of complaints that reach it and not another regulator; all sum to 1"});
    }
};

enum class CaseHours : std::uint8_t { fixed, exponential };
template <>
inline constexpr std::array<std::string_view, 2> choice_names<CaseHours>{"fixed", "exponential"};

/// The regulators, one per legal domain (the first leads: it licenses and enforces), and the time that their work
/// takes.
struct RegulatorGroup {
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
    CaseHours hours_per_case = CaseHours::fixed;
    double hours_per_officer = 1e9;
    std::int64_t queue_limit = 1'000'000'000;
    double skill_per_case = 0;
    double skill_per_training_hour = 0;
    std::vector<RegulatorItem> items{RegulatorItem{}};

    template <class Visit>
    void fields(Visit&& field) {
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
        field(hours_per_case, {"hours_per_case", Unit::none, 0, 0, "assumed",
                               "whether cases of a kind take the same hours or vary exponentially around them"});
        field(hours_per_officer, {"hours_per_officer", Unit::officer_hours_per_month, 0, 1e9, "assumed",
                                  "most hours that one case can take in a month (one officer works on a case)"});
        field(queue_limit, {"queue_limit", Unit::count, 0, 1e9, "assumed",
                            "cases at a regulator beyond which new files and applications are turned away"});
        field(skill_per_case,
              {"skill_per_case", Unit::ratio, 0, 1, "assumed",
               "growth of a regulator's skill with the log of 1 + cases decided; skill speeds and sharpens its work"});
        field(skill_per_training_hour, {"skill_per_training_hour", Unit::ratio, 0, 1, "assumed",
                                        "growth of a regulator's skill with the log of 1 + hours of training"});
        field(items, "items", 1, 16, "the regulators; the first leads");
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

/// One jurisdiction: its share of people, ideas and officers, and the design under which it lives unless it is the
/// governed one.
struct JurisdictionItem {
    std::string name = "home";
    double population_share = 1;
    double idea_share = 1;
    double hours_share = 1;
    double strictness = 1;
    std::string design = "status-quo";

    template <class Visit>
    void fields(Visit&& field) {
        field(name, {"name", Unit::none, 0, 0, "scenario", "name of the jurisdiction"});
        field(population_share, {"population_share", Unit::share, 0, 1, "scenario",
                                 "share of citizens.population that lives there; all sum to 1"});
        field(idea_share,
              {"idea_share", Unit::share, 0, 1, "scenario", "share of the ideas that come there; all sum to 1"});
        field(hours_share, {"hours_share", Unit::share, 0, 1, "scenario",
                            "share of regulators.officer_hours that is there; all sum to 1"});
        field(strictness, {"strictness", Unit::ratio, 0, 10, "assumed",
                           "factor on the level of every provision in its rulebook (levels stay at most 1)"});
        field(design, {"design", Unit::none, 0, 0, "scenario",
                       "the design under which it lives, if it is not the governed one"});
    }
};

/// The jurisdictions among which firms choose.
struct JurisdictionGroup {
    std::string governed = "home";
    std::vector<JurisdictionItem> items{JurisdictionItem{}};

    template <class Visit>
    void fields(Visit&& field) {
        field(governed,
              {"governed", Unit::none, 0, 0, "scenario", "name of the jurisdiction that the compared designs govern"});
        field(items, "items", 1, 20, "the jurisdictions");
    }
};

}  // namespace leeway
