// Who is left at the horizon: firms and their users by kind of firm, and inside or outside a sandbox.
#include "metrics/reading.hpp"

namespace leeway {
namespace {

template <FirmKind kind>
double firms_of(const Recording& run) {
    return run.parties.firms_alive[static_cast<std::size_t>(kind)];
}
template <FirmKind kind>
double users_of(const Recording& run) {
    return run.parties.users[static_cast<std::size_t>(kind)];
}
double firms_alive_admitted(const Recording& run) { return run.parties.firms_alive_admitted; }
double users_of_admitted(const Recording& run) { return run.parties.users_of_admitted; }

}  // namespace

// One row per outcome, in columns.
// clang-format off
std::vector<Metric> party_metrics() {
    return {
        {"firms_alive_start_ups", "count", viability, more, false, "new start-ups alive at the horizon; the four kinds sum to firms_alive", firms_of<FirmKind::start_up>},
        {"firms_alive_small_firms", "count", viability, more, false, "small firms alive at the horizon; the four kinds sum to firms_alive", firms_of<FirmKind::small_firm>},
        {"firms_alive_incumbents", "count", viability, more, false, "incumbents alive at the horizon; the four kinds sum to firms_alive", firms_of<FirmKind::incumbent>},
        {"firms_alive_agencies", "count", viability, more, false, "public agencies alive at the horizon; the four kinds sum to firms_alive", firms_of<FirmKind::agency>},
        {"firms_alive_admitted", "count", viability, more, false, "firms alive at the horizon whose first application to a sandbox was admitted; part of firms_alive", firms_alive_admitted},
        {"users_of_start_ups", "person", innovation, more, false, "active users at the horizon of services of new start-ups; the four kinds sum to active_users", users_of<FirmKind::start_up>},
        {"users_of_small_firms", "person", innovation, more, false, "active users at the horizon of services of small firms; the four kinds sum to active_users", users_of<FirmKind::small_firm>},
        {"users_of_incumbents", "person", innovation, more, false, "active users at the horizon of services of incumbents; the four kinds sum to active_users", users_of<FirmKind::incumbent>},
        {"users_of_agencies", "person", innovation, more, false, "active users at the horizon of services of public agencies; the four kinds sum to active_users", users_of<FirmKind::agency>},
        {"users_of_admitted", "person", innovation, more, false, "active users at the horizon of services that were admitted to a sandbox; part of active_users", users_of_admitted},
        {"pilot_user_months", "user-month", innovation, neither, false, "active user-months in live tests of firms of the governed jurisdiction in months 0 to the horizon", counted<&Counts::pilot_user_months>},
    };
}
// clang-format on

}  // namespace leeway
