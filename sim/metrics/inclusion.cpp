// Outcomes of inclusion: gaps between segments, and net benefit with its spread.
#include <cmath>

#include "metrics/doing_nothing.hpp"
#include "metrics/reading.hpp"

namespace leeway {
namespace {

UserFilter users_of(const Recording& run, bool vulnerable) {
    return [&run, vulnerable](std::size_t, std::size_t g) {
        return g < run.segments() && is_vulnerable(run, g) == vulnerable;
    };
}
double persons_of(const Recording& run, bool vulnerable) {
    double sum = 0;
    for (std::size_t s = 0; s < run.segments(); ++s)
        sum += is_vulnerable(run, s) == vulnerable ? run.persons_in_group[s] : 0;
    return sum;
}
double uptake_gap(const Recording& run) {
    const auto of = [&](bool vulnerable) {
        return ratio(users(run, run.last().active, users_of(run, vulnerable)),
                     persons_of(run, vulnerable) * static_cast<double>(run.sectors()));
    };
    return of(false) - of(true);
}
double harm_gap(const Recording& run) {
    const auto of = [&](bool vulnerable) {
        const double severity = harm(run, &HarmCell::severity, [&](const HarmPlace& place) {
            return place.group < run.segments() && is_vulnerable(run, place.group) == vulnerable;
        });
        return ratio(1000 * severity, user_months(run, users_of(run, vulnerable)));
    };
    return of(true) - of(false);
}

double net_benefit_of_users(const Recording& run, const UserFilter& chosen_users, const CellFilter& chosen_harm) {
    const double mean_benefit =
        ratio(since_start(run, &Counts::benefit_user_months), since_start(run, &Counts::service_user_months));
    const double benefit =
        std::isnan(mean_benefit) ? 0 : run.scenario->welfare.benefit * mean_benefit * user_months(run, chosen_users);
    const double outside = run.scenario->welfare.benefit * benefit_of_doing_nothing(run, chosen_users);
    const double severity = harm(run, &HarmCell::severity, chosen_harm) - harm_of_doing_nothing(run, chosen_users);
    return benefit - outside - run.scenario->liability.harm_value * severity;
}
double negative_benefit_share(const Recording& run) {
    return ratio(since_start(run, &Counts::harmful_user_months), since_start(run, &Counts::service_user_months));
}
double net_benefit(const Recording& run) {
    const double officers =
        since_start(run, &JurisdictionSnapshot::hours_spent) * run.scenario->welfare.officer_hour_cost;
    const double firms = 1000 * (since_start(run, &Money::compliance) + since_start(run, &Money::oversight));
    return ratio(net_benefit_of_users(run, any_user(run), any_cell(run)) - officers - firms,
                 population(run) * run.years());
}
double net_benefit_of_segment(const Recording& run, std::size_t s) {
    return ratio(net_benefit_of_users(run, users_in_segment(s), in_segment(s)), run.persons_in_group[s] * run.years());
}
// Mean absolute difference between two persons of the population, over twice the mean; within a segment all are alike.
double net_benefit_gini(const Recording& run) {
    double mean = 0, difference = 0;
    for (std::size_t a = 0; a < run.segments(); ++a) {
        const double share = run.persons_in_group[a] / population(run);
        mean += share * net_benefit_of_segment(run, a);
        for (std::size_t b = 0; b < run.segments(); ++b) {
            difference += share * run.persons_in_group[b] / population(run) *
                          std::abs(net_benefit_of_segment(run, a) - net_benefit_of_segment(run, b));
        }
    }
    return mean > 0 ? difference / (2 * mean) : missing_value;
}

}  // namespace

// One row per outcome, in columns.
// clang-format off
std::vector<Metric> inclusion_metrics() {
    return {
        {"uptake_gap", "1", inclusion, less, true, "uptake of segments with vulnerability up to 1 less that of the others", uptake_gap},
        {"harm_gap", per_user_months, inclusion, less, false, "severity-weighted harm per 1000 user-months of segments with vulnerability above 1, less that of the others", harm_gap},
        {"negative_benefit_share", "1", inclusion, less, true, "share of active user-months with services whose quality is below the sector's break_even_quality, so that use harms and nobody notices", negative_benefit_share},
        {"net_benefit_gini", "1", inclusion, less, false, "Gini coefficient of net benefit between segments; missing where the mean is not positive", net_benefit_gini},
        {"net_benefit", "currency per citizen and year", inclusion, more, false, "value of use less harm, both beyond what users would have outside, and less compliance and officers, with the weights of the group welfare and liability.harm_value; transfers cancel out", net_benefit, nullptr, net_benefit_of_segment},
    };
}
// clang-format on

}  // namespace leeway
