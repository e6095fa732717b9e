// What a run remembers: one snapshot after every month, and how the cohorts of ideas fared. Outcomes are read off this.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "world/world.hpp"

namespace leeway {

/// The state after one month. Counts, money, harms and user-months are cumulative since the first month.
struct Snapshot {
    Counts counts;
    Money money;
    HarmLedger harms;
    std::vector<double> user_months;  ///< [sector * segments + segment]
    std::vector<double> active;       ///< persons active this month, likewise
    std::vector<double> trust;        ///< mean by segment
    double trust_mean = 0;
    double firms_alive = 0;
    double accounts = 0;  ///< sum of all firms' capital, thousand currency
    double hours_spent = 0, waiting_cases = 0, live_tests = 0;
    BeliefScore belief;
    double rule_changes = 0, backlash_months = 0;
};

/// How the ideas and firms that came in months 0 to end - 36 stood 36 months later.
struct CohortTally {
    double ideas = 0, launched = 0, months_to_launch = 0;  ///< all ideas; months are cut at 36
    double founder_ideas = 0, entrants = 0, alive = 0;     ///< ideas of would-be new firms
};

struct Recording {
    std::int32_t first_month = 0, end_month = 0;
    double population = 0;
    const Scenario* scenario = nullptr;
    std::vector<double> persons_in_segment;
    std::vector<Snapshot> snapshots;  ///< [0] before the first month, [j + 1] after month first_month + j
    CohortTally cohorts;
    std::int32_t first_rule_change = never;

    std::size_t segments() const { return persons_in_segment.size(); }
    std::size_t sectors() const { return scenario->sectors.size(); }
    const Snapshot& last() const { return snapshots.back(); }
    const Snapshot& start() const { return snapshots[static_cast<std::size_t>(-first_month)]; }  ///< before month 0
    double years() const { return end_month / 12.0; }
};

inline constexpr std::int32_t cohort_months = 36;

/// A recording of `world` before its first month.
Recording begin_recording(const World& world);

/// Adds the snapshot of the month that `world` has just lived through.
void record_month(Recording& recording, const World& world);

/// Adds what can only be said at the end.
void end_recording(Recording& recording, const World& world);

}  // namespace leeway
