// The columns of sums: what is counted and paid in a jurisdiction; and of what belongs to nobody: harms, this month's
// outcomes.
#include "world/column_list.hpp"

namespace leeway {
namespace {

constexpr std::array<std::string_view, 65> count_names{"ideas",
                                                       "entrants",
                                                       "entry_bound_months",
                                                       "applications",
                                                       "applications_decided",
                                                       "applications_withdrawn",
                                                       "applications_by_silence",
                                                       "admitted",
                                                       "tested",
                                                       "graduated",
                                                       "rejected",
                                                       "held_out",
                                                       "withdrawn",
                                                       "suspended",
                                                       "filings",
                                                       "authorised",
                                                       "returned",
                                                       "refused",
                                                       "caught",
                                                       "conditional",
                                                       "precedents_used",
                                                       "launched",
                                                       "months_to_launch",
                                                       "spillover_launches",
                                                       "relocated",
                                                       "moved",
                                                       "failed",
                                                       "displaced",
                                                       "queue_months",
                                                       "queue_cases",
                                                       "belief_tests",
                                                       "belief_covered",
                                                       "service_user_months",
                                                       "quality_user_months",
                                                       "pilot_user_months",
                                                       "agency_cost",
                                                       "served_cases",
                                                       "wrong_cases",
                                                       "agency_months",
                                                       "served_months",
                                                       "bystander_harms",
                                                       "harms_undone",
                                                       "cap_reached",
                                                       "exposure_cap_reached",
                                                       "severity_capped",
                                                       "gates_asked",
                                                       "extended",
                                                       "pilots_passed",
                                                       "too_little_benefit",
                                                       "too_little_use",
                                                       "ineligible",
                                                       "reserved",
                                                       "surveilled",
                                                       "changes_made",
                                                       "audited",
                                                       "fund_paid",
                                                       "insured",
                                                       "passported",
                                                       "benefit_user_months",
                                                       "harmful_user_months",
                                                       "missed_cases",
                                                       "shock_harms",
                                                       "trials",
                                                       "relieved",
                                                       "relief_kept"};
constexpr std::array<std::string_view, 18> money_names{
    "founding", "funding",    "revenue", "grants",       "procurement",     "budgets",
    "burn",     "compliance", "fees",    "redress",      "fines",           "oversight",
    "levies",   "premiums",   "closed",  "fund_redress", "insured_redress", "received_redress"};
constexpr std::array<std::string_view, 3> score_names{"errors", "squares", "services"};

void list_harms(ColumnList& list, const std::string& month, const std::vector<HarmEvent>& harms) {
    const std::string prefix = "harms to be noticed in month " + month + ": ";
    const auto add = [&](const char* name, const auto* first) {
        list.add(prefix + name, first, harms.size(), sizeof(HarmEvent), Numbering::entry);
    };
    const HarmEvent none{}, &first = harms.empty() ? none : harms.front();
    add("product", &first.product);
    add("citizen", &first.citizen);
    add("severity", &first.severity);
    add("stage", &first.place.stage);
    add("sector", &first.place.sector);
    add("group", &first.place.group);
    add("cause", &first.place.cause);
    add("seen", &first.seen);
    add("bystander", &first.bystander);
    add("redress_luck", &first.redress_luck);
}

void list_ledger(ColumnList& list, const HarmLedger& ledger) {
    const auto add = [&](const char* name, double HarmCell::*member) {
        list.add(std::string("harms ") + name, ledger.cells, member, Numbering::entry);
    };
    add("occurred", &HarmCell::occurred);
    add("detected", &HarmCell::detected);
    add("redressed", &HarmCell::redressed);
    add("severity", &HarmCell::severity);
    add("severity_redressed", &HarmCell::severity_redressed);
}

}  // namespace

void list_flows(ColumnList& list, const Counts& counts, const Money& money) {
    list.add("counts.", count_names, counts);
    list.add("money.", money_names, money);
}

void list_sums(std::vector<Column>& columns, const World& world) {
    ColumnList list(columns, Entity::world, 0, "world");
    for (std::size_t m = 0; m < world.noticed_in.size(); ++m)
        list_harms(list, std::to_string(world.first_month + static_cast<std::int32_t>(m)), world.noticed_in[m]);
    list_ledger(list, world.ledger);
    list.add("outcomes.firm", world.outcomes, &Outcome::firm, Numbering::entry);
    list.add("outcomes.lesson", world.outcomes, &Outcome::lesson, Numbering::entry);
    list.add("outcomes.success", world.outcomes, &Outcome::success, Numbering::entry);
    list.add("belief_score.", score_names, world.belief_score);
    for (std::size_t k = 0; k < world.sectors(); ++k) {
        const std::vector<HazardUnits>& organisations = world.citizens.use[k].organisation_threshold;
        const std::string sector = " in " + world.scenario->sectors[k].name;
        if (!organisations.empty()) list.add("thresholds of organisations" + sector, organisations, Numbering::entry);
    }
    list.add("persons_active", world.persons_active, Numbering::entry);
    list.add("user_months", world.user_months, Numbering::entry);
}

}  // namespace leeway
