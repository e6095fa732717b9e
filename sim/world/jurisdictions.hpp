// Jurisdictions: each has its regulators (officers' hours, waiting cases, evidence, belief over the risk weights), its
// rulebook, the state of its sandboxes, and what its public has heard.
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <vector>

#include "world/counts.hpp"
#include "world/ledger.hpp"
#include "world/products.hpp"

namespace leeway {

inline constexpr int weight_count = static_cast<int>(feature_count) + 1;  // an intercept and the features
using WeightVector = Eigen::Matrix<double, weight_count, 1>;
using WeightMatrix = Eigen::Matrix<double, weight_count, weight_count>;

/// The features of a product with a leading 1 for the intercept.
inline WeightVector design_row(const Features& features) {
    WeightVector row;
    row[0] = 1;
    for (std::size_t k = 0; k < feature_count; ++k) row[static_cast<int>(k) + 1] = features[k];
    return row;
}

enum class CaseKind : std::uint8_t { application, authorisation, enforcement };

/// A piece of work that waits for officers.
struct Case {
    std::uint32_t product;
    CaseKind kind;
    std::int32_t arrived;
    double hours_left;
};

/// Counts by which Little's law is checked: cases that came, cases that left, and the months that they spent.
struct QueueTally {
    double arrived = 0, left = 0, turned_away = 0, case_months = 0, months_waited_by_left = 0;
};

struct Regulator {
    std::vector<Case> queue;                      ///< in order of arrival
    double hours_used = 0;                        ///< this month
    double hours_available = 0;                   ///< this month
    double hours_spent = 0;                       ///< since the first month
    double cases_decided = 0, hours_trained = 0;  ///< from which its skill grows
    double skill = 1;
    QueueTally tally;
    std::vector<double> seen;  ///< [product] harms in its own evidence
    std::vector<double>
        visible_exposure;  ///< [product] user-months in its own evidence, at the risk without mitigation
    WeightVector belief_mean = WeightVector::Zero();
    WeightMatrix belief_covariance = WeightMatrix::Identity();
};

/// The rulebook in force: the level of each provision, and the revision of each that waits for its lag.
struct Rulebook {
    std::vector<double> level;
    std::vector<double> next_level;
    std::vector<std::int32_t> next_month;  ///< month in which next_level comes into force, or never
    std::vector<double> exemptions;        ///< granted on each provision and not yet settled by a revision
    double changes = 0;
    double gates_asked = 0;  ///< tests that have reached a gate here: the evidence that a review needs
    double exemptions_granted = 0, exemptions_made_rules = 0;
    std::int32_t first_change = never;
    std::int32_t moratorium_until = -never;
    std::int32_t calm_until = -never;  ///< no new backlash before this month
    double backlash_months = 0;
};

/// The state of one sandbox; its levers are those of the design in force.
struct SandboxState {
    std::vector<std::uint32_t> applicants;  ///< assessed, waiting for the next intake
    std::vector<std::uint32_t> unassessed;  ///< the same by silence: eligible, though nobody has looked
    double tests = 0;                       ///< in the lab or in a pilot
    double monitoring = 0;                  ///< share of harms that supervision sees, with the officers there are
    double surveillance = 0;                ///< the same for graduates on the market
    std::int32_t intakes = 0;               ///< so far
    double rule_relief = 0;                 ///< of the waivers of a rule test: 1 while it runs, what is kept after it
    bool rule_tested = false;               ///< a rule test has ended
};

/// A graduate whose lasting relief products like it may use.
struct Precedent {
    std::uint8_t sector;
    Features features;
    double relief;
};

struct Jurisdiction {
    std::vector<Regulator> regulators;
    Rulebook rulebook;
    std::vector<SandboxState> sandboxes;
    std::vector<Precedent> precedents;
    std::vector<double> published;  ///< per sector: share of errors about obligations that published results remove
    double news = 0;                ///< severity per 1,000 people-years that the public hears of
    double detected_severity = 0;   ///< of harms detected this month
    double good_results = 0, bad_results = 0;  ///< gate decisions published to citizens this month
    double fund = 0;                           ///< compensation fund, thousand currency
    double insurer = 0;                        ///< insurers' balance, thousand currency
    Counts counts;                             ///< of what happens to its firms
    Money money;                               ///< flows of its firms' accounts
};

}  // namespace leeway
