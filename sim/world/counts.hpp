// What is counted as it happens, by the jurisdiction of the firm that it happens to.
#pragma once

namespace leeway {

/// What has been counted since the first month; metrics read differences of these.
struct Counts {
    double ideas = 0, entrants = 0, entry_bound_months = 0;
    double applications = 0, applications_decided = 0, applications_withdrawn = 0, applications_by_silence = 0;
    double admitted = 0, tested = 0, graduated = 0, rejected = 0, held_out = 0, withdrawn = 0, suspended = 0;
    double filings = 0, authorised = 0, returned = 0, refused = 0, caught = 0, conditional = 0, precedents_used = 0;
    double launched = 0, months_to_launch = 0, spillover_launches = 0;
    double relocated = 0, moved = 0, failed = 0, displaced = 0;
    double queue_months = 0, queue_cases = 0;
    double belief_tests = 0, belief_covered = 0;
    double service_user_months = 0, quality_user_months = 0, pilot_user_months = 0;
    double agency_cost = 0, served_cases = 0, wrong_cases = 0, agency_months = 0, served_months = 0;
    double bystander_harms = 0, harms_undone = 0;
    double cap_reached = 0, exposure_cap_reached = 0, severity_capped = 0, gates_asked = 0, extended = 0,
           pilots_passed = 0;
    double too_little_benefit = 0, too_little_use = 0, ineligible = 0, reserved = 0, surveilled = 0, changes_made = 0;
    double audited = 0, fund_paid = 0, insured = 0, passported = 0;
    double benefit_user_months = 0, harmful_user_months = 0, missed_cases = 0, shock_harms = 0;
    double trials = 0, relieved = 0,
           relief_kept = 0;  ///< of products and of rules: begun, with relief, relief that lasts
};

}  // namespace leeway
