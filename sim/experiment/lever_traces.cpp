#include "experiment/lever_traces.hpp"

#include <algorithm>
#include <optional>

#include "experiment/lever_columns.hpp"

namespace leeway {
namespace {

/// The count behind a lever, or behind a whole group where the name ends in a dot or an underscore.
struct Trace {
    std::string_view lever;
    double Counts::*count;
};

// The first that fits holds: single levers stand before their groups.
constexpr Trace traces[] = {
    {"sandbox.user_cap", &Counts::cap_reached},
    {"sandbox.user_cap_multiplier", &Counts::cap_reached},
    {"sandbox.cap_growth", &Counts::cap_reached},
    {"sandbox.exposure_cap", &Counts::exposure_cap_reached},
    {"sandbox.value_cap", &Counts::severity_capped},
    {"sandbox.extensions", &Counts::extended},
    {"sandbox.pilots", &Counts::pilots_passed},
    {"sandbox.advice", &Counts::admitted},
    {"sandbox.lab_months", &Counts::admitted},
    {"sandbox.test_environment", &Counts::admitted},
    {"sandbox.pilot_months", &Counts::trials},
    {"eligibility.", &Counts::ineligible},
    {"intake.reserved_", &Counts::reserved},
    {"intake.deadline_months", &Counts::applications_by_silence},
    {"intake.silence", &Counts::applications_by_silence},
    {"intake.", &Counts::admitted},
    {"waivers.precedent", &Counts::precedents_used},
    {"waivers.kept_after_exit", &Counts::relief_kept},
    {"waivers.", &Counts::relieved},
    {"safeguards.fund_levy", &Counts::fund_paid},
    {"safeguards.insurance", &Counts::insured},
    {"safeguards.kill_switch", &Counts::suspended},
    {"safeguards.data_reversal", &Counts::harms_undone},
    {"safeguards.", &Counts::admitted},
    {"supervision.audit", &Counts::audited},
    {"supervision.suspension_rate", &Counts::suspended},
    {"supervision.monitoring", &Counts::tested},
    {"supervision.hours_factor", &Counts::tested},
    {"gate.minimum_benefit", &Counts::too_little_benefit},
    {"gate.minimum_use", &Counts::too_little_use},
    {"gate.", &Counts::gates_asked},
    {"exit.surveillance", &Counts::surveilled},
    {"exit.surveillance_months", &Counts::surveilled},
    {"exit.conditional_cap", &Counts::conditional},
    {"exit.licence", &Counts::graduated},
    {"exit.authorisation_credit", &Counts::graduated},
    {"exit.procurement", &Counts::graduated},
    {"cross_border.", &Counts::passported},
    {"evaluation.hold_out_share", &Counts::held_out},
    {"changes", &Counts::changes_made},
};

bool is_behind(const Trace& trace, std::string_view lever) {
    const bool is_group = trace.lever.ends_with('.') || trace.lever.ends_with('_');
    return is_group ? lever.starts_with(trace.lever) : lever == trace.lever;
}

/// Whether each lever of each design differs from its neutral value, [design][lever].
std::vector<std::vector<bool>> levers_in_use(const Results& results) {
    const std::vector<LeverColumn> neutral = lever_columns({Design{}});
    std::vector<std::vector<bool>> in_use(results.designs.size(), std::vector<bool>(results.levers.size(), true));
    for (std::size_t lever = 0; lever < results.levers.size(); ++lever) {
        const auto same_name = [&](const LeverColumn& column) { return column.name == results.levers[lever].name; };
        const auto found = std::find_if(neutral.begin(), neutral.end(), same_name);
        if (found == neutral.end()) continue;
        std::visit(
            [&](const auto& values) {
                const auto& standard = std::get<std::decay_t<decltype(values)>>(found->values).front();
                for (std::size_t d = 0; d < values.size(); ++d) in_use[d][lever] = values[d] != standard;
            },
            results.levers[lever].values);
    }
    return in_use;
}

}  // namespace

double Counts::*count_of_lever(std::string_view lever) {
    const auto found =
        std::find_if(std::begin(traces), std::end(traces), [&](const Trace& trace) { return is_behind(trace, lever); });
    return found == std::end(traces) ? nullptr : found->count;
}

std::vector<bool> levers_that_acted(const std::vector<LeverColumn>& levers, const Counts& before, const Counts& after) {
    std::vector<bool> acted;
    for (const LeverColumn& lever : levers) {
        double Counts::*const count = count_of_lever(lever.name);
        acted.push_back(count != nullptr && after.*count > before.*count);
    }
    return acted;
}

void mark_bound_levers(Results& results, const std::vector<std::vector<bool>>& acted) {
    const std::size_t levers = results.levers.size();
    const auto in_use = levers_in_use(results);
    results.lever_bound.assign(results.designs.size() * levers, -1);
    for (std::size_t lever = 0; lever < levers; ++lever) {
        if (count_of_lever(results.levers[lever].name) == nullptr) continue;
        for (std::size_t d = 0; d < results.designs.size(); ++d) {
            if (acted[d].empty()) continue;
            if (acted[d][lever] || in_use[d][lever]) results.lever_bound[d * levers + lever] = acted[d][lever] ? 1 : 0;
        }
    }
}

}  // namespace leeway
