// Outcomes of innovation: use, services, time to market.
#include "metrics/reading.hpp"

namespace leeway {
namespace {

double uptake_of(const Recording& run, const Snapshot& at, const UserFilter& chosen, double persons) {
    return ratio(users(run, at.active, chosen), persons * static_cast<double>(run.sectors()));
}
double uptake(const Recording& run) { return uptake_of(run, run.last(), any_user(run), population(run)); }
double uptake_in_month(const Recording& run, std::size_t j) {
    return uptake_of(run, run.snapshots[j + 1], any_user(run), population(run));
}
double uptake_in_segment(const Recording& run, std::size_t s) {
    return uptake_of(run, run.last(), users_in_segment(s), run.persons_in_group[s]);
}
double uptake_in_sector(const Recording& run, std::size_t k) {
    return ratio(users(run, run.last().active, users_in_sector(run, k)), population(run));
}
double uptake_in_jurisdiction(const Recording& run, std::size_t j) {
    return uptake_of(run, run.last(), users_in_jurisdiction(run, j), persons_in_jurisdiction(run, j));
}
double active_users(const Recording& run) { return users(run, run.last().active, any_user(run)); }
double active_users_in_month(const Recording& run, std::size_t j) {
    return users(run, run.snapshots[j + 1].active, any_user(run));
}
double all_user_months(const Recording& run) { return user_months(run, any_user(run)); }
double user_months_of_segment(const Recording& run, std::size_t s) { return user_months(run, users_in_segment(s)); }
double user_months_of_sector(const Recording& run, std::size_t k) { return user_months(run, users_in_sector(run, k)); }
double user_months_in_jurisdiction(const Recording& run, std::size_t j) {
    return user_months(run, users_in_jurisdiction(run, j));
}
double quality_weighted_uptake(const Recording& run) {
    return ratio(since_start(run, &Counts::quality_user_months),
                 population(run) * static_cast<double>(run.sectors()) * run.years() * 12);
}
double months_to_market(const Recording& run) {
    return ratio(since_start(run, &Counts::months_to_launch), since_start(run, &Counts::launched));
}
double restricted_months_to_market(const Recording& run) {
    return ratio(run.cohorts.months_to_launch, run.cohorts.ideas);
}
double launch_incidence_36(const Recording& run) { return ratio(run.cohorts.launched, run.cohorts.ideas); }

double organisations_adopted_of_sector(const Recording& run, std::size_t k) {
    return run.scenario->sectors[k].organisation_size > 0 ? run.last().organisations[k] : missing_value;
}
double organisations_adopted(const Recording& run) {
    double sum = 0, sectors = 0;
    for (std::size_t k = 0; k < run.sectors(); ++k) {
        if (run.scenario->sectors[k].organisation_size <= 0) continue;
        sum += run.last().organisations[k];
        ++sectors;
    }
    return ratio(sum, sectors);
}

}  // namespace

// One row per outcome, in columns.
// clang-format off
std::vector<Metric> innovation_metrics() {
    return {
        {"uptake", "1", innovation, more, true, "active users at the horizon per person of the segments that may use the service (market ceiling not taken off), mean over sectors", uptake, uptake_in_month, uptake_in_segment, uptake_in_sector, uptake_in_jurisdiction},
        {"active_users", "person", innovation, more, false, "active users at the horizon, summed over sectors", active_users, active_users_in_month},
        {"user_months", "user-month", innovation, more, false, "active user-months in months 0 to the horizon", all_user_months, nullptr, user_months_of_segment, user_months_of_sector, user_months_in_jurisdiction},
        {"quality_weighted_uptake", "1", innovation, more, true, "active user-months weighted by quality per person-month and sector", quality_weighted_uptake},
        {"services_launched", "count", innovation, more, false, "services that came to market in months 0 to the horizon, with or without permission", counted<&Counts::launched>, counted_in<&Counts::launched>},
        {"months_to_market", "month", innovation, less, false, "mean months from idea to launch, over services launched (those not launched are left out)", months_to_market},
        {"launch_incidence_36", "1", innovation, more, true, "share of all potential ideas that launched within 36 months, over ideas that came 36 months before the horizon or earlier", launch_incidence_36},
        {"restricted_months_to_market", "month", innovation, less, false, "mean months from idea to launch cut at 36, over all potential ideas (36 where never launched)", restricted_months_to_market},
        {"spillover_launches", "count", innovation, more, false, "launches of outsiders whose file would have been returned without published test results", counted<&Counts::spillover_launches>},
        {"organisations_adopted", "1", innovation, more, true, "share of organisations that have adopted by the horizon, mean over the sectors that have organisations; missing without any", organisations_adopted, nullptr, nullptr, organisations_adopted_of_sector},
        {"entry_bound_months", "month", innovation, less, false, "months in which the probability of entry met its bound of 1", counted<&Counts::entry_bound_months>},
    };
}
// clang-format on

}  // namespace leeway
