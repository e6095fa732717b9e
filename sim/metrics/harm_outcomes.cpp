// Outcomes of harm: gross and net of redress, by stage, segment, sector, cause and jurisdiction.
#include "metrics/doing_nothing.hpp"
#include "metrics/reading.hpp"

namespace leeway {
namespace {

template <auto Member>
double harm_total(const Recording& run) {
    return harm(run, Member, any_cell(run));
}
template <auto Member>
double harm_total_of_segment(const Recording& run, std::size_t s) {
    return harm(run, Member, in_segment(s));
}
template <auto Member>
double harm_total_of_sector(const Recording& run, std::size_t k) {
    return harm(run, Member, in_sector(run, k));
}
template <auto Member>
double harm_total_in_jurisdiction(const Recording& run, std::size_t j) {
    return harm(run, Member, in_jurisdiction(run, j));
}
template <HarmStage stage>
double harm_in_stage(const Recording& run) {
    return harm(run, &HarmCell::occurred, in_stage(run, stage));
}

double latent(const Recording& run, const CellFilter& chosen) {
    return harm(run, &HarmCell::occurred, chosen) - harm(run, &HarmCell::detected, chosen);
}
double harm_latent(const Recording& run) { return latent(run, any_cell(run)); }
double harm_latent_of_segment(const Recording& run, std::size_t s) { return latent(run, in_segment(s)); }
double harm_latent_of_sector(const Recording& run, std::size_t k) { return latent(run, in_sector(run, k)); }

double per_1000_citizen_years(const Recording& run, const CellFilter& chosen, double persons) {
    return ratio(1000 * harm(run, &HarmCell::severity, chosen), persons * run.years());
}
double harm_per_1000_citizen_years(const Recording& run) {
    return per_1000_citizen_years(run, any_cell(run), population(run));
}
double harm_per_1000_citizen_years_in_month(const Recording& run, std::size_t j) {
    return 12'000 * (run.snapshots[j + 1].governed().severity - run.snapshots[j].governed().severity) / population(run);
}
double harm_per_1000_citizen_years_of_segment(const Recording& run, std::size_t s) {
    return per_1000_citizen_years(run, in_segment(s), run.persons_in_group[s]);
}
double harm_per_1000_citizen_years_in_jurisdiction(const Recording& run, std::size_t j) {
    return per_1000_citizen_years(run, in_jurisdiction(run, j), persons_in_jurisdiction(run, j));
}
double harm_net_of_redress(const Recording& run) {
    const double left =
        harm(run, &HarmCell::severity, any_cell(run)) - harm(run, &HarmCell::severity_redressed, any_cell(run));
    return ratio(1000 * left, population(run) * run.years());
}
double harm_net_of_doing_nothing_of(const Recording& run, const CellFilter& harmed, const UserFilter& chosen,
                                    double persons) {
    const double net = harm(run, &HarmCell::severity, harmed) - harm_of_doing_nothing(run, chosen);
    return ratio(1000 * net, persons * run.years());
}
double harm_net_of_doing_nothing(const Recording& run) {
    return harm_net_of_doing_nothing_of(run, any_cell(run), any_user(run), population(run));
}
double harm_net_of_doing_nothing_in_month(const Recording& run, std::size_t j) {
    return harm_per_1000_citizen_years_in_month(run, j) -
           12'000 * harm_of_doing_nothing_in_month(run, j, any_user(run)) / population(run);
}
double harm_net_of_doing_nothing_of_segment(const Recording& run, std::size_t s) {
    return harm_net_of_doing_nothing_of(run, in_segment(s), users_in_segment(s), run.persons_in_group[s]);
}
double harm_net_of_doing_nothing_of_sector(const Recording& run, std::size_t k) {
    return harm_net_of_doing_nothing_of(run, in_sector(run, k), users_in_sector(run, k), population(run));
}
double harm_per_1000_user_months(const Recording& run) {
    return ratio(1000 * harm(run, &HarmCell::severity, any_cell(run)), user_months(run, any_user(run)));
}
double harm_per_1000_user_months_of_segment(const Recording& run, std::size_t s) {
    return ratio(1000 * harm(run, &HarmCell::severity, in_segment(s)), user_months(run, users_in_segment(s)));
}
double harm_per_1000_user_months_of_sector(const Recording& run, std::size_t k) {
    return ratio(1000 * harm(run, &HarmCell::severity, in_sector(run, k)), user_months(run, users_in_sector(run, k)));
}
double harm_events_per_1000_user_months(const Recording& run) {
    return ratio(1000 * harm(run, &HarmCell::occurred, any_cell(run)), user_months(run, any_user(run)));
}
double pilot_harm_per_1000_user_months(const Recording& run) {
    return ratio(1000 * harm_in_stage<HarmStage::pilot>(run), since_start(run, &Counts::pilot_user_months));
}
double pilot_harm_seen_per_1000_user_months(const Recording& run) {
    return ratio(1000 * harm(run, &HarmCell::detected, in_stage(run, HarmStage::pilot)),
                 since_start(run, &Counts::pilot_user_months));
}
double harm_vulnerable_share(const Recording& run) {
    const double all = harm(run, &HarmCell::severity, any_cell(run));
    const double fallen = harm(run, &HarmCell::severity, [&](const HarmPlace& place) {
        return place.group < run.segments() && is_vulnerable(run, place.group);
    });
    return ratio(fallen, all);
}

// Shares of harms that something relaxed or missing would have blocked; causes stand in the order of the provisions,
// then a missing safeguard, then the residual.
double harm_from_waivers(const Recording& run) {
    double blocked = 0;
    for (std::size_t c = 0; c + 2 < run.harms_at_end.causes; ++c) {
        for (const HarmStage stage : {HarmStage::pilot, HarmStage::authorised})
            blocked += harm(run, &HarmCell::occurred, [&](const HarmPlace& place) {
                return place.stage == stage && place.cause == c && place.group < run.segments();
            });
    }
    return blocked;
}
double harm_from_missing_safeguards(const Recording& run) {
    return harm(run, &HarmCell::occurred, in_cause(run, run.harms_at_end.missing_safeguard()));
}
double harm_residual(const Recording& run) {
    return harm(run, &HarmCell::occurred, in_cause(run, run.harms_at_end.residual()));
}
double fund_balance(const Recording& run) { return run.last().governed().fund; }

}  // namespace

// One row per outcome, in columns.
// clang-format off
std::vector<Metric> harm_metrics() {
    return {
        {"harm_per_1000_citizen_years", per_citizen_years, harm_axis, less, false, "severity-weighted harm per 1000 citizens and year, gross of redress", harm_per_1000_citizen_years, harm_per_1000_citizen_years_in_month, harm_per_1000_citizen_years_of_segment, nullptr, harm_per_1000_citizen_years_in_jurisdiction},
        {"harm_net_of_redress", per_citizen_years, harm_axis, less, false, "severity-weighted harm that was not redressed, per 1000 citizens and year", harm_net_of_redress},
        {"harm_net_of_doing_nothing", per_citizen_years, harm_axis, less, false, "severity-weighted harm less what users would have suffered outside (the sectors' outside_harm), per 1000 citizens and year; negative where use spares more harm than it does", harm_net_of_doing_nothing, harm_net_of_doing_nothing_in_month, harm_net_of_doing_nothing_of_segment, harm_net_of_doing_nothing_of_sector},
        {"harm_per_1000_user_months", per_user_months, harm_axis, less, false, "severity-weighted harm per 1000 active user-months", harm_per_1000_user_months, nullptr, harm_per_1000_user_months_of_segment, harm_per_1000_user_months_of_sector},
        {"harm_events_per_1000_user_months", "harm per 1000 user-months", harm_axis, less, false, "harm events per 1000 active user-months, whatever their severity", harm_events_per_1000_user_months},
        {"harm_occurred", "count", harm_axis, less, false, "harm events that occurred", harm_total<&HarmCell::occurred>, nullptr, harm_total_of_segment<&HarmCell::occurred>, harm_total_of_sector<&HarmCell::occurred>, harm_total_in_jurisdiction<&HarmCell::occurred>},
        {"harm_detected", "count", harm_axis, neither, false, "harm events that the regulator came to know of; part of those that occurred", harm_total<&HarmCell::detected>, nullptr, harm_total_of_segment<&HarmCell::detected>, harm_total_of_sector<&HarmCell::detected>, harm_total_in_jurisdiction<&HarmCell::detected>},
        {"harm_latent", "count", harm_axis, less, false, "harm events that the regulator does not know of: not noticed yet, or not reported", harm_latent, nullptr, harm_latent_of_segment, harm_latent_of_sector},
        {"harm_redressed", "count", harm_axis, neither, false, "detected harm events that the firm compensated", harm_total<&HarmCell::redressed>, nullptr, harm_total_of_segment<&HarmCell::redressed>, harm_total_of_sector<&HarmCell::redressed>, harm_total_in_jurisdiction<&HarmCell::redressed>},
        {"harm_in_pilots", "count", harm_axis, less, false, "harm events in live tests, and among their users until the launch", harm_in_stage<HarmStage::pilot>},
        {"harm_of_authorised", "count", harm_axis, less, false, "harm events of services on the market with permission", harm_in_stage<HarmStage::authorised>},
        {"harm_of_unauthorised", "count", harm_axis, less, false, "harm events of services on the market without permission", harm_in_stage<HarmStage::unauthorised>},
        {"harm_from_waivers", "count", harm_axis, less, false, "harm events of pilots and licensed services that a provision would have blocked, had it not been waived (ordered thinning)", harm_from_waivers},
        {"harm_from_missing_safeguards", "count", harm_axis, less, false, "harm events of pilots that usual safeguards would have blocked (after the waived provisions)", harm_from_missing_safeguards},
        {"harm_residual", "count", harm_axis, less, false, "harm events that nothing relaxed or missing would have blocked", harm_residual},
        {"harm_missed_cases", "count", harm_axis, less, false, "harm events that were missed cases (the sectors' missed_share), which come to light late or never", counted<&Counts::missed_cases>},
        {"harm_by_shocks", "count", harm_axis, less, false, "harm events by shocks that struck many users of a service at once; part of those that occurred", counted<&Counts::shock_harms>},
        {"harm_to_bystanders", "count", harm_axis, less, false, "harm events that fell on third parties", counted<&Counts::bystander_harms>},
        {"pilot_harm_per_1000_user_months", "harm per 1000 user-months", harm_axis, less, false, "harm events in live tests per 1000 of their active user-months; missing without tests", pilot_harm_per_1000_user_months},
        {"pilot_harm_seen_per_1000_user_months", "harm per 1000 user-months", harm_axis, neither, false, "harm events in live tests that the regulator knows of, per 1000 of their active user-months", pilot_harm_seen_per_1000_user_months},
        {"harm_vulnerable_share", "1", harm_axis, less, true, "share of severity-weighted harm that falls on segments with vulnerability above 1", harm_vulnerable_share},
        {"harm_cvar", per_citizen_years, harm_axis, less, false, "mean harm_per_1000_citizen_years of the worst 5 % of a world's replicates (at least the worst one)", nullptr},
        {"redress_paid", "thousand currency", harm_axis, neither, false, "redress that victims received, from firms, insurers and the compensation fund", counted<&Money::received_redress>},
        {"fund_redress", "thousand currency", harm_axis, neither, false, "redress paid by the compensation fund, where the firm could not", counted<&Money::fund_redress>},
        {"fund_balance", "thousand currency", harm_axis, neither, false, "balance of the compensation fund at the horizon", fund_balance},
    };
}
// clang-format on

}  // namespace leeway
