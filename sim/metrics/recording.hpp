// What a run remembers: one snapshot after every month, the harm ledger at month 0 and at the end, and how the cohorts
// of ideas and of applicants fared. Outcomes are read off this.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "policy/design.hpp"
#include "world/world.hpp"

namespace leeway {

/// What is remembered of one jurisdiction after one month.
struct JurisdictionSnapshot {
    double firms_alive = 0, accounts = 0;  ///< accounts: sum of its firms' capital, thousand currency
    double hours_spent = 0, waiting_cases = 0, live_tests = 0;
    double rule_changes = 0, exemptions_granted = 0, exemptions_made_rules = 0, backlash_months = 0;
    double severity = 0;  ///< of all harms to its citizens since the first month
    double trust_mean = 0;
    double slope_error = 0;  ///< root mean square error of the leading regulator's weights of the features of risk
    double fund = 0;         ///< balance of the compensation fund, thousand currency
};

/// The state after one month. Counts, money, severity and user-months are cumulative since the first month.
struct Snapshot {
    Counts counts;
    Money money;
    std::vector<double> user_months;    ///< [sector * groups + group]
    std::vector<double> active;         ///< persons active this month, likewise
    std::vector<double> trust;          ///< mean by group
    std::vector<double> organisations;  ///< share that have adopted in the governed jurisdiction, by sector
    std::vector<JurisdictionSnapshot> in_jurisdiction;
    BeliefScore belief;

    const JurisdictionSnapshot& governed() const { return in_jurisdiction.front(); }
};

/// How the ideas and firms that came in months 0 to end - 36 stood 36 months later.
struct CohortTally {
    double ideas = 0, launched = 0, months_to_launch = 0;  ///< all ideas; months are cut at 36
    double founder_ideas = 0, entrants = 0, alive = 0;     ///< ideas of would-be new firms
};

/// What an evaluator sees of the firms whose first application was decided one way, followed for follow_up_months.
struct FollowUp {
    double firms = 0, raised_before = 0, raised_after = 0, alive = 0, launched = 0, complaints = 0;
};

/// Who is left at the end: firms of the governed jurisdiction, and its citizens as users of their services.
struct EndOfParties {
    std::array<double, firm_kind_names.size()> firms_alive{}, users{};  ///< by FirmKind
    double firms_alive_admitted = 0, users_of_admitted = 0;  ///< of them, of firms and services admitted to a sandbox
};

struct Recording {
    std::int32_t first_month = 0, end_month = 0;
    const Scenario* scenario = nullptr;
    std::vector<double> persons_in_group;
    std::vector<Snapshot> snapshots;  ///< [0] before the first month, [j + 1] after month first_month + j
    HarmLedger harms_at_start, harms_at_end;
    CohortTally cohorts;
    std::array<FollowUp, decision_count> follow_up;  ///< by Decision
    FollowUp matched;                                ///< mean differences between admitted firms and their matches
    EndOfParties parties;
    double programme_estimate = 0;  ///< of admission's effect on money raised, by the design's method
    std::int32_t first_rule_change = never;

    std::size_t groups() const { return persons_in_group.size(); }
    std::size_t segments() const { return scenario->citizens.segments.size(); }
    std::size_t sectors() const { return scenario->sectors.size(); }
    std::size_t jurisdictions() const { return groups() / segments(); }
    const Snapshot& last() const { return snapshots.back(); }
    const Snapshot& start() const { return snapshots[static_cast<std::size_t>(-first_month)]; }  ///< before month 0
    double years() const { return end_month / 12.0; }
};

inline constexpr std::int32_t cohort_months = 36;

/// A recording of `world` before its first month.
Recording begin_recording(const World& world);

/// Adds the snapshot of the month that `world` has just lived through.
void record_month(Recording& recording, const World& world);

/// Adds what can only be said at the end of a run under `design`.
void end_recording(Recording& recording, const World& world, const Design& design);

}  // namespace leeway
