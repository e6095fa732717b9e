#include "metrics/metric_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <vector>

#include "core/results.hpp"
#include "metrics/recording.hpp"

namespace leeway {
namespace {

double ratio(double numerator, double denominator) { return denominator > 0 ? numerator / denominator : missing_value; }

// ---- differences between the end and month 0 ----------------------------------------------------------------------

double since_start(const Recording& run, double Counts::*count) {
    return run.last().counts.*count - run.start().counts.*count;
}
double since_start(const Recording& run, double Money::*flow) {
    return run.last().money.*flow - run.start().money.*flow;
}
double since_start(const Recording& run, double Snapshot::*level) { return run.last().*level - run.start().*level; }

template <auto Member>
double counted(const Recording& run) {
    return since_start(run, Member);
}

template <auto Member>
double counted_in(const Recording& run, std::size_t j) {
    return run.snapshots[j + 1].counts.*Member - run.snapshots[j].counts.*Member;
}

using CellFilter = std::function<bool(std::size_t stage, std::size_t sector, std::size_t segment)>;

double harm_in(const Snapshot& snapshot, double HarmCell::*member, const CellFilter& chosen) {
    double sum = 0;
    for (std::size_t stage = 0; stage < harm_stage_count; ++stage) {
        for (std::size_t k = 0; k < snapshot.harms.sectors; ++k) {
            for (std::size_t s = 0; s < snapshot.harms.segments; ++s) {
                if (chosen(stage, k, s)) sum += snapshot.harms.cells[stage][k * snapshot.harms.segments + s].*member;
            }
        }
    }
    return sum;
}

bool any_cell(std::size_t, std::size_t, std::size_t) { return true; }
CellFilter in_pilots() {
    return [](std::size_t stage, std::size_t, std::size_t) { return stage == 0; };
}
CellFilter in_segment(std::size_t wanted) {
    return [wanted](std::size_t, std::size_t, std::size_t s) { return s == wanted; };
}
CellFilter in_sector(std::size_t wanted) {
    return [wanted](std::size_t, std::size_t k, std::size_t) { return k == wanted; };
}

double harm_between(const Snapshot& from, const Snapshot& to, double HarmCell::*member,
                    const CellFilter& chosen = any_cell) {
    return harm_in(to, member, chosen) - harm_in(from, member, chosen);
}
double harm(const Recording& run, double HarmCell::*member, const CellFilter& chosen = any_cell) {
    return harm_between(run.start(), run.last(), member, chosen);
}

using UserFilter = std::function<bool(std::size_t sector, std::size_t segment)>;
bool any_user(std::size_t, std::size_t) { return true; }
UserFilter users_in_segment(std::size_t wanted) {
    return [wanted](std::size_t, std::size_t s) { return s == wanted; };
}
UserFilter users_in_sector(std::size_t wanted) {
    return [wanted](std::size_t k, std::size_t) { return k == wanted; };
}

double users(const Recording& run, const std::vector<double>& column, const UserFilter& chosen = any_user) {
    double sum = 0;
    for (std::size_t k = 0; k < run.sectors(); ++k) {
        for (std::size_t s = 0; s < run.segments(); ++s) sum += chosen(k, s) ? column[k * run.segments() + s] : 0;
    }
    return sum;
}
double user_months(const Recording& run, const UserFilter& chosen = any_user) {
    return users(run, run.last().user_months, chosen) - users(run, run.start().user_months, chosen);
}

bool vulnerable(const Recording& run, std::size_t s) { return run.scenario->citizens.segments[s].vulnerability > 1; }
double persons(const Recording& run, bool of_vulnerable) {
    double sum = 0;
    for (std::size_t s = 0; s < run.segments(); ++s)
        sum += vulnerable(run, s) == of_vulnerable ? run.persons_in_segment[s] : 0;
    return sum;
}

// ---- innovation ---------------------------------------------------------------------------------------------------

double uptake_at(const Recording& run, const Snapshot& at) {
    return users(run, at.active) / (run.population * static_cast<double>(run.sectors()));
}
double uptake(const Recording& run) { return uptake_at(run, run.last()); }
double uptake_in_month(const Recording& run, std::size_t j) { return uptake_at(run, run.snapshots[j + 1]); }
double uptake_in_segment(const Recording& run, std::size_t s) {
    return ratio(users(run, run.last().active, users_in_segment(s)),
                 run.persons_in_segment[s] * static_cast<double>(run.sectors()));
}
double uptake_in_sector(const Recording& run, std::size_t k) {
    return users(run, run.last().active, users_in_sector(k)) / run.population;
}
double active_users(const Recording& run) { return users(run, run.last().active); }
double active_users_in_month(const Recording& run, std::size_t j) { return users(run, run.snapshots[j + 1].active); }
double all_user_months(const Recording& run) { return user_months(run); }
double user_months_of_segment(const Recording& run, std::size_t s) { return user_months(run, users_in_segment(s)); }
double user_months_of_sector(const Recording& run, std::size_t k) { return user_months(run, users_in_sector(k)); }
double quality_weighted_uptake(const Recording& run) {
    return ratio(since_start(run, &Counts::quality_user_months),
                 run.population * static_cast<double>(run.sectors()) * run.years() * 12);
}
double months_to_market(const Recording& run) {
    return ratio(since_start(run, &Counts::months_to_launch), since_start(run, &Counts::launched));
}
double restricted_months_to_market(const Recording& run) {
    return ratio(run.cohorts.months_to_launch, run.cohorts.ideas);
}
double launch_incidence_36(const Recording& run) { return ratio(run.cohorts.launched, run.cohorts.ideas); }

// ---- harm ---------------------------------------------------------------------------------------------------------

template <auto Member>
double harm_total(const Recording& run) {
    return harm(run, Member);
}
template <auto Member>
double harm_total_of_segment(const Recording& run, std::size_t s) {
    return harm(run, Member, in_segment(s));
}
template <auto Member>
double harm_total_of_sector(const Recording& run, std::size_t k) {
    return harm(run, Member, in_sector(k));
}

double harm_latent(const Recording& run) { return harm(run, &HarmCell::occurred) - harm(run, &HarmCell::detected); }
double harm_latent_of_segment(const Recording& run, std::size_t s) {
    return harm(run, &HarmCell::occurred, in_segment(s)) - harm(run, &HarmCell::detected, in_segment(s));
}
double harm_latent_of_sector(const Recording& run, std::size_t k) {
    return harm(run, &HarmCell::occurred, in_sector(k)) - harm(run, &HarmCell::detected, in_sector(k));
}
double harm_per_1000_citizen_years(const Recording& run) {
    return ratio(1000 * harm(run, &HarmCell::severity), run.population * run.years());
}
double harm_per_1000_citizen_years_in_month(const Recording& run, std::size_t j) {
    return 12'000 * harm_between(run.snapshots[j], run.snapshots[j + 1], &HarmCell::severity) / run.population;
}
double harm_per_1000_citizen_years_of_segment(const Recording& run, std::size_t s) {
    return ratio(1000 * harm(run, &HarmCell::severity, in_segment(s)), run.persons_in_segment[s] * run.years());
}
double harm_net_of_redress(const Recording& run) {
    return ratio(1000 * (harm(run, &HarmCell::severity) - harm(run, &HarmCell::severity_redressed)),
                 run.population * run.years());
}
double harm_per_1000_user_months(const Recording& run) {
    return ratio(1000 * harm(run, &HarmCell::severity), user_months(run));
}
double harm_per_1000_user_months_of_segment(const Recording& run, std::size_t s) {
    return ratio(1000 * harm(run, &HarmCell::severity, in_segment(s)), user_months(run, users_in_segment(s)));
}
double harm_per_1000_user_months_of_sector(const Recording& run, std::size_t k) {
    return ratio(1000 * harm(run, &HarmCell::severity, in_sector(k)), user_months(run, users_in_sector(k)));
}
double harm_events_per_1000_user_months(const Recording& run) {
    return ratio(1000 * harm(run, &HarmCell::occurred), user_months(run));
}
double harm_in_pilots(const Recording& run) { return harm(run, &HarmCell::occurred, in_pilots()); }
double pilot_harm_per_1000_user_months(const Recording& run) {
    return ratio(1000 * harm_in_pilots(run), since_start(run, &Counts::pilot_user_months));
}
double pilot_harm_seen_per_1000_user_months(const Recording& run) {
    return ratio(1000 * harm(run, &HarmCell::detected, in_pilots()), since_start(run, &Counts::pilot_user_months));
}
double harm_vulnerable_share(const Recording& run) {
    return ratio(
        harm(run, &HarmCell::severity, [&](std::size_t, std::size_t, std::size_t s) { return vulnerable(run, s); }),
        harm(run, &HarmCell::severity));
}

// ---- viability ----------------------------------------------------------------------------------------------------

double firms_alive_per_idea_36(const Recording& run) { return ratio(run.cohorts.alive, run.cohorts.founder_ideas); }
double firm_survival_36(const Recording& run) { return ratio(run.cohorts.alive, run.cohorts.entrants); }
double firms_alive(const Recording& run) { return run.last().firms_alive; }
double firms_alive_in_month(const Recording& run, std::size_t j) { return run.snapshots[j + 1].firms_alive; }
double compliance_cost(const Recording& run) {
    return ratio(since_start(run, &Money::compliance), since_start(run, &Counts::launched));
}
double regulator_cost(const Recording& run) {
    return since_start(run, &Snapshot::hours_spent) * run.scenario->welfare.officer_hour_cost / 1000;
}
double cost_per_served_case(const Recording&) { return missing_value; }
double queue_wait_months(const Recording& run) {
    return ratio(since_start(run, &Counts::queue_months), since_start(run, &Counts::queue_cases));
}
double waiting_cases_in_month(const Recording& run, std::size_t j) { return run.snapshots[j + 1].waiting_cases; }
double waiting_cases(const Recording& run) { return run.last().waiting_cases; }
double live_tests_in_month(const Recording& run, std::size_t j) { return run.snapshots[j + 1].live_tests; }
double live_tests(const Recording& run) {
    double sum = 0;
    for (std::size_t j = static_cast<std::size_t>(-run.first_month) + 1; j < run.snapshots.size(); ++j)
        sum += run.snapshots[j].live_tests;
    return ratio(sum, run.end_month);
}

// ---- trust, inclusion, learning -------------------------------------------------------------------------------------

double trust_mean(const Recording& run) { return run.last().trust_mean; }
double trust_mean_in_month(const Recording& run, std::size_t j) { return run.snapshots[j + 1].trust_mean; }
double trust_mean_of_segment(const Recording& run, std::size_t s) { return run.last().trust[s]; }
double trust_min(const Recording& run) {
    double lowest = run.start().trust_mean;
    for (std::size_t j = static_cast<std::size_t>(-run.first_month); j < run.snapshots.size(); ++j)
        lowest = std::min(lowest, run.snapshots[j].trust_mean);
    return lowest;
}
double trust_spread(const Recording& run) {
    const auto [least, most] = std::minmax_element(run.last().trust.begin(), run.last().trust.end());
    return *most - *least;
}
double uptake_gap(const Recording& run) {
    const auto of = [&](bool group) {
        const double active =
            users(run, run.last().active, [&](std::size_t, std::size_t s) { return vulnerable(run, s) == group; });
        return ratio(active, persons(run, group) * static_cast<double>(run.sectors()));
    };
    return of(false) - of(true);
}
double harm_gap(const Recording& run) {
    const auto of = [&](bool group) {
        const double severity = harm(run, &HarmCell::severity, [&](std::size_t, std::size_t, std::size_t s) {
            return vulnerable(run, s) == group;
        });
        return ratio(1000 * severity,
                     user_months(run, [&](std::size_t, std::size_t s) { return vulnerable(run, s) == group; }));
    };
    return of(true) - of(false);
}

double net_benefit_of_users(const Recording& run, const UserFilter& chosen_users, const CellFilter& chosen_harm) {
    const double mean_quality = ratio(since_start(run, &Counts::quality_user_months), user_months(run));
    const double benefit =
        std::isnan(mean_quality) ? 0 : run.scenario->welfare.benefit * mean_quality * user_months(run, chosen_users);
    return benefit - run.scenario->liability.harm_value * harm(run, &HarmCell::severity, chosen_harm);
}
double net_benefit(const Recording& run) {
    const double costs = 1000 * (since_start(run, &Money::compliance) + regulator_cost(run));
    return ratio(net_benefit_of_users(run, any_user, any_cell) - costs, run.population * run.years());
}
double net_benefit_of_segment(const Recording& run, std::size_t s) {
    return ratio(net_benefit_of_users(run, users_in_segment(s), in_segment(s)),
                 run.persons_in_segment[s] * run.years());
}
// Mean absolute difference between two persons of the population, over twice the mean; within a segment all are alike.
double net_benefit_gini(const Recording& run) {
    double mean = 0, difference = 0;
    for (std::size_t a = 0; a < run.segments(); ++a) {
        const double share = run.persons_in_segment[a] / run.population;
        mean += share * net_benefit_of_segment(run, a);
        for (std::size_t b = 0; b < run.segments(); ++b) {
            difference += share * run.persons_in_segment[b] / run.population *
                          std::abs(net_benefit_of_segment(run, a) - net_benefit_of_segment(run, b));
        }
    }
    return mean > 0 ? difference / (2 * mean) : missing_value;
}

double belief_error_at(const Snapshot& at) {
    return at.belief.services > 0 ? std::sqrt(at.belief.squares / at.belief.services) : missing_value;
}
double belief_error(const Recording& run) { return belief_error_at(run.last()); }
double belief_error_in_month(const Recording& run, std::size_t j) { return belief_error_at(run.snapshots[j + 1]); }
double belief_bias(const Recording& run) { return ratio(run.last().belief.errors, run.last().belief.services); }
double belief_coverage(const Recording& run) {
    return ratio(since_start(run, &Counts::belief_covered), since_start(run, &Counts::belief_tests));
}
double months_to_rule_change(const Recording& run) {
    return run.first_rule_change == never ? missing_value : run.first_rule_change;
}
double rule_changes_in_month(const Recording& run, std::size_t j) {
    return run.snapshots[j + 1].rule_changes - run.start().rule_changes;
}

// ---- the table ------------------------------------------------------------------------------------------------------

constexpr ResultAxis innovation = ResultAxis::innovation, viability = ResultAxis::viability, trust = ResultAxis::trust,
                     inclusion = ResultAxis::inclusion, learning = ResultAxis::learning;
constexpr Better more = Better::more, less = Better::less, neither = Better::neither;
constexpr std::string_view per_citizen_years = "severity per 1000 citizen-years",
                           per_user_months = "severity per 1000 user-months";

// One row per outcome, in columns.
// clang-format off
const std::array table{
    Metric{"uptake", "1", innovation, more, true, "active users at the horizon per person of the segments that may use the service (market ceiling not taken off), mean over sectors", uptake, uptake_in_month, uptake_in_segment, uptake_in_sector},
    Metric{"active_users", "person", innovation, more, false, "active users at the horizon, summed over sectors", active_users, active_users_in_month},
    Metric{"user_months", "user-month", innovation, more, false, "active user-months in months 0 to the horizon", all_user_months, nullptr, user_months_of_segment, user_months_of_sector},
    Metric{"quality_weighted_uptake", "1", innovation, more, true, "active user-months weighted by quality per person-month and sector", quality_weighted_uptake},
    Metric{"services_launched", "count", innovation, more, false, "services that came to market in months 0 to the horizon, with or without permission", counted<&Counts::launched>, counted_in<&Counts::launched>},
    Metric{"months_to_market", "month", innovation, less, false, "mean months from idea to launch, over services launched (those not launched are left out)", months_to_market},
    Metric{"launch_incidence_36", "1", innovation, more, true, "share of all potential ideas that launched within 36 months, over ideas that came 36 months before the horizon or earlier", launch_incidence_36},
    Metric{"restricted_months_to_market", "month", innovation, less, false, "mean months from idea to launch cut at 36, over all potential ideas (36 where never launched)", restricted_months_to_market},
    Metric{"spillover_launches", "count", innovation, more, false, "launches of outsiders whose file would have been returned without published test results", counted<&Counts::spillover_launches>},
    Metric{"harm_per_1000_citizen_years", per_citizen_years, ResultAxis::harm, less, false, "severity-weighted harm per 1000 citizens and year, gross of redress", harm_per_1000_citizen_years, harm_per_1000_citizen_years_in_month, harm_per_1000_citizen_years_of_segment},
    Metric{"harm_net_of_redress", per_citizen_years, ResultAxis::harm, less, false, "severity-weighted harm that was not redressed, per 1000 citizens and year", harm_net_of_redress},
    Metric{"harm_per_1000_user_months", per_user_months, ResultAxis::harm, less, false, "severity-weighted harm per 1000 active user-months", harm_per_1000_user_months, nullptr, harm_per_1000_user_months_of_segment, harm_per_1000_user_months_of_sector},
    Metric{"harm_events_per_1000_user_months", "harm per 1000 user-months", ResultAxis::harm, less, false, "harm events per 1000 active user-months, whatever their severity", harm_events_per_1000_user_months},
    Metric{"harm_occurred", "count", ResultAxis::harm, less, false, "harm events that occurred", harm_total<&HarmCell::occurred>, nullptr, harm_total_of_segment<&HarmCell::occurred>, harm_total_of_sector<&HarmCell::occurred>},
    Metric{"harm_detected", "count", ResultAxis::harm, neither, false, "harm events that the regulator came to know of; part of those that occurred", harm_total<&HarmCell::detected>, nullptr, harm_total_of_segment<&HarmCell::detected>, harm_total_of_sector<&HarmCell::detected>},
    Metric{"harm_latent", "count", ResultAxis::harm, less, false, "harm events that the regulator does not know of: not noticed yet, or not reported", harm_latent, nullptr, harm_latent_of_segment, harm_latent_of_sector},
    Metric{"harm_redressed", "count", ResultAxis::harm, neither, false, "detected harm events that the firm compensated", harm_total<&HarmCell::redressed>, nullptr, harm_total_of_segment<&HarmCell::redressed>, harm_total_of_sector<&HarmCell::redressed>},
    Metric{"harm_in_pilots", "count", ResultAxis::harm, less, false, "harm events in live tests, and among their users until the launch", harm_in_pilots},
    Metric{"pilot_harm_per_1000_user_months", "harm per 1000 user-months", ResultAxis::harm, less, false, "harm events in live tests per 1000 of their active user-months; missing without tests", pilot_harm_per_1000_user_months},
    Metric{"pilot_harm_seen_per_1000_user_months", "harm per 1000 user-months", ResultAxis::harm, neither, false, "harm events in live tests that the regulator knows of, per 1000 of their active user-months", pilot_harm_seen_per_1000_user_months},
    Metric{"harm_vulnerable_share", "1", ResultAxis::harm, less, true, "share of severity-weighted harm that falls on segments with vulnerability above 1", harm_vulnerable_share},
    Metric{"harm_cvar", per_citizen_years, ResultAxis::harm, less, false, "mean harm_per_1000_citizen_years of the worst 5 % of a world's replicates (at least the worst one)", nullptr},
    Metric{"firms_alive_per_idea_36", "1", viability, more, true, "new firms alive 36 months after their idea came, per potential idea of a new firm (ideas of the last 36 months left out)", firms_alive_per_idea_36},
    Metric{"firm_survival_36", "1", viability, more, true, "new firms alive 36 months after entry, per new firm that entered (entrants of the last 36 months left out)", firm_survival_36},
    Metric{"firms_alive", "count", viability, more, false, "firms alive at the horizon", firms_alive, firms_alive_in_month},
    Metric{"entrants", "count", viability, more, false, "new firms that entered in months 0 to the horizon", counted<&Counts::entrants>, counted_in<&Counts::entrants>},
    Metric{"capital_raised", "thousand currency", viability, more, false, "venture money that new firms raised", counted<&Money::funding>},
    Metric{"compliance_cost", "thousand currency", viability, less, false, "cost of complying with provisions per service launched", compliance_cost},
    Metric{"regulator_cost", "thousand currency", viability, less, false, "officer hours used, at their cost", regulator_cost},
    Metric{"cost_per_served_case", "currency", viability, less, false, "cost per case correctly served by public agencies; missing in worlds without them", cost_per_served_case},
    Metric{"firms_relocated", "count", viability, less, false, "firms that left for another country, or took an idea there", counted<&Counts::relocated>},
    Metric{"rivals_displaced", "count", viability, less, false, "firms outside the sandbox that failed, though the users whom tested rivals took from them would have paid for their survival", counted<&Counts::displaced>},
    Metric{"applications", "count", viability, neither, false, "applications to a sandbox", counted<&Counts::applications>, counted_in<&Counts::applications>},
    Metric{"admitted", "count", viability, neither, false, "applications admitted to a sandbox", counted<&Counts::admitted>, counted_in<&Counts::admitted>},
    Metric{"tested", "count", viability, neither, false, "admitted firms that reached a pilot", counted<&Counts::tested>},
    Metric{"graduated", "count", viability, neither, false, "tests that passed their gate", counted<&Counts::graduated>},
    Metric{"rejected", "count", viability, neither, false, "applications turned down", counted<&Counts::rejected>},
    Metric{"withdrawn", "count", viability, neither, false, "applications and tests that ended by the firm's choice or end", counted<&Counts::withdrawn>},
    Metric{"suspended", "count", viability, neither, false, "pilots suspended for harm", counted<&Counts::suspended>},
    Metric{"live_tests", "count", viability, neither, false, "tests under way, mean over months", live_tests, live_tests_in_month},
    Metric{"queue_wait_months", "month", viability, less, false, "mean months from filing to decision, over applications and authorisations decided", queue_wait_months},
    Metric{"waiting_cases", "count", viability, less, false, "cases that wait for an officer at the horizon", waiting_cases, waiting_cases_in_month},
    Metric{"trust_mean", "1", trust, more, true, "mean trust at the horizon", trust_mean, trust_mean_in_month, trust_mean_of_segment},
    Metric{"trust_min", "1", trust, more, true, "lowest monthly mean trust from month 0", trust_min},
    Metric{"trust_spread", "1", trust, less, true, "largest less smallest mean trust of the segments at the horizon", trust_spread},
    Metric{"backlash_months", "month", trust, less, false, "months of moratorium with rules tightened by backlash", counted<&Snapshot::backlash_months>},
    Metric{"uptake_gap", "1", inclusion, less, true, "uptake of segments with vulnerability up to 1 less that of the others", uptake_gap},
    Metric{"harm_gap", per_user_months, inclusion, less, false, "severity-weighted harm per 1000 user-months of segments with vulnerability above 1, less that of the others", harm_gap},
    Metric{"net_benefit_gini", "1", inclusion, less, false, "Gini coefficient of net benefit between segments; missing where the mean is not positive", net_benefit_gini},
    Metric{"net_benefit", "currency per citizen and year", inclusion, more, false, "value of use less harm, compliance and officers, with the weights of the group welfare and liability.harm_value; transfers cancel out", net_benefit, nullptr, net_benefit_of_segment},
    Metric{"belief_error", "log rate", learning, less, false, "root mean square error of the regulator's predicted log harm rates over services on the market at the horizon", belief_error, belief_error_in_month},
    Metric{"belief_bias", "log rate", learning, neither, false, "mean error of the regulator's predicted log harm rates over services on the market at the horizon", belief_bias},
    Metric{"belief_coverage", "1", learning, more, true, "share of launches whose true log harm rate lay in the regulator's nominal 90 % interval", belief_coverage},
    Metric{"rules_changed", "count", learning, neither, false, "provisions changed by rulemaking", counted<&Snapshot::rule_changes>, rule_changes_in_month},
    Metric{"months_to_rule_change", "month", learning, less, false, "month of the first change of a provision; missing where none changed", months_to_rule_change},
    Metric{"entry_bound_months", "month", innovation, less, false, "months in which the probability of entry met its bound of 1", counted<&Counts::entry_bound_months>},
};
// clang-format on

constexpr std::array<std::string_view, 6> headlines{
    "uptake",     "harm_per_1000_citizen_years", "firms_alive_per_idea_36",
    "trust_mean", "services_launched",           "belief_error"};

}  // namespace

std::string_view text(ResultAxis axis) {
    constexpr std::array<std::string_view, 6> names{"innovation", "harm",      "viability",
                                                    "trust",      "inclusion", "learning"};
    return names[static_cast<std::size_t>(axis)];
}

std::span<const Metric> metric_table() { return table; }

const Metric* find_metric(std::string_view name) {
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Metric& metric) { return metric.name == name; });
    return found == table.end() ? nullptr : &*found;
}

std::span<const std::string_view> headline_metrics() { return headlines; }

}  // namespace leeway
