// Outcomes of viability: firms alive, money, costs, public agencies, who leaves and who is displaced.
#include "metrics/reading.hpp"

namespace leeway {
namespace {

double firms_alive_per_idea_36(const Recording& run) { return ratio(run.cohorts.alive, run.cohorts.founder_ideas); }
double firm_survival_36(const Recording& run) { return ratio(run.cohorts.alive, run.cohorts.entrants); }
double firms_alive(const Recording& run) { return run.last().governed().firms_alive; }
double firms_alive_in_month(const Recording& run, std::size_t j) { return run.snapshots[j + 1].governed().firms_alive; }
double firms_alive_in_jurisdiction(const Recording& run, std::size_t j) {
    return run.last().in_jurisdiction[j].firms_alive;
}
double compliance_cost(const Recording& run) {
    return ratio(since_start(run, &Money::compliance), since_start(run, &Counts::launched));
}
double regulator_cost(const Recording& run) {
    return since_start(run, &JurisdictionSnapshot::hours_spent) * run.scenario->welfare.officer_hour_cost / 1000;
}
double cost_per_served_case(const Recording& run) {
    const double correct = since_start(run, &Counts::served_cases) - since_start(run, &Counts::wrong_cases);
    return ratio(1000 * since_start(run, &Counts::agency_cost), correct);
}
double service_continuity(const Recording& run) {
    return ratio(since_start(run, &Counts::served_months), since_start(run, &Counts::agency_months));
}

}  // namespace

// One row per outcome, in columns.
// clang-format off
std::vector<Metric> viability_metrics() {
    return {
        {"firms_alive_per_idea_36", "1", viability, more, true, "new firms alive 36 months after their idea came, per potential idea of a new firm (ideas of the last 36 months left out)", firms_alive_per_idea_36},
        {"firm_survival_36", "1", viability, more, true, "new firms alive 36 months after entry, per new firm that entered (entrants of the last 36 months left out)", firm_survival_36},
        {"firms_alive", "count", viability, more, false, "firms alive at the horizon", firms_alive, firms_alive_in_month, nullptr, nullptr, firms_alive_in_jurisdiction},
        {"entrants", "count", viability, more, false, "new firms that entered in months 0 to the horizon", counted<&Counts::entrants>, counted_in<&Counts::entrants>},
        {"capital_raised", "thousand currency", viability, more, false, "venture money that new firms raised", counted<&Money::funding>},
        {"compliance_cost", "thousand currency", viability, less, false, "cost of complying with provisions per service launched", compliance_cost},
        {"regulator_cost", "thousand currency", viability, less, false, "officer hours used, at their cost", regulator_cost},
        {"cost_per_served_case", "currency", viability, less, false, "cost per case correctly served by public agencies; missing in worlds without them", cost_per_served_case},
        {"service_continuity", "1", viability, more, true, "share of months since its first launch in which a public service was there; missing without public agencies", service_continuity},
        {"firms_relocated", "count", viability, less, false, "firms that left for another country, or took an idea there", counted<&Counts::relocated>},
        {"firms_moved", "count", viability, neither, false, "firms that moved with their idea to another of the jurisdictions", counted<&Counts::moved>},
        {"rivals_displaced", "count", viability, less, false, "firms outside the sandbox that failed, though the users whom tested rivals took from them would have paid for their survival", counted<&Counts::displaced>},
    };
}
// clang-format on

}  // namespace leeway
