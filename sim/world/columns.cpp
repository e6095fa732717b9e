#include "world/columns.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <type_traits>

namespace leeway {
namespace {

constexpr std::array<std::string_view, stage_count> stage_words{"ahead",    "declined",   "idea",         "applying",
                                                                "lab",      "pilot",      "preparing",    "filing",
                                                                "approved", "authorised", "unauthorised", "withdrawn"};
constexpr std::array<std::string_view, route_count> route_words{"authorise", "sandbox", "unauthorised",
                                                                "relocate",  "wait",    "abandon"};
constexpr std::array<std::string_view, 5> status_words{"ahead", "alive", "failed", "relocated", "abandoned"};
constexpr std::array<std::string_view, decision_count> decision_words{"never applied", "admitted", "rejected",
                                                                      "held out", "ineligible"};

template <class T>
std::string word_of(const std::byte* bytes) {
    T value;
    std::memcpy(&value, bytes, sizeof value);
    if constexpr (std::is_same_v<T, Stage>)
        return std::string(stage_words[static_cast<std::size_t>(value)]);
    else if constexpr (std::is_same_v<T, Route>)
        return std::string(route_words[static_cast<std::size_t>(value)]);
    else if constexpr (std::is_same_v<T, FirmStatus>)
        return std::string(status_words[static_cast<std::size_t>(value)]);
    else if constexpr (std::is_same_v<T, Decision>)
        return std::string(decision_words[static_cast<std::size_t>(value)]);
    else if constexpr (std::is_same_v<T, FirmKind>)
        return std::string(firm_kind_names[static_cast<std::size_t>(value)]);
    else if constexpr (std::is_same_v<T, Features>)
        return "other features";
    else if constexpr (std::is_same_v<T, Case>)
        return "case of service " + std::to_string(value.product);
    else
        return std::to_string(value);
}

class ColumnList {
  public:
    template <class T>
    void add(Entity entity, std::string name, const std::vector<T>& values) {
        columns.push_back({entity, std::move(name), reinterpret_cast<const std::byte*>(values.data()), values.size(),
                           sizeof(T), word_of<T>});
    }
    template <class T>
    void add(Entity entity, std::string name, const T& value) {
        columns.push_back(
            {entity, std::move(name), reinterpret_cast<const std::byte*>(&value), 1, sizeof(T), word_of<T>});
    }
    std::vector<Column> columns;
};

void list_products(ColumnList& list, const Products& products) {
    const auto add = [&](std::string name, const auto& column) { list.add(Entity::service, std::move(name), column); };
    add("stage", products.stage), add("since", products.since), add("route", products.route);
    add("next_choice", products.next_choice), add("launched", products.launched), add("sandbox", products.sandbox);
    add("admitted", products.admitted), add("rung", products.rung), add("tested", products.tested);
    add("graduated", products.graduated), add("may_reapply", products.may_reapply);
    add("extensions", products.extensions), add("file_error", products.file_error);
    add("refilings", products.refilings), add("cleared", products.cleared), add("found_out", products.found_out);
    add("suspended_from", products.suspended_from), add("conditional", products.conditional);
    add("may_start", products.may_start), add("effort", products.effort), add("relief", products.relief);
    add("months_to_comply", products.months_to_comply), add("perceived_demand", products.perceived_demand);
    add("perceived_log_risk", products.perceived_log_risk), add("log_risk", products.log_risk);
    add("prior_mean", products.prior_mean), add("prior_shape", products.prior_shape);
    add("test_exposure_before", products.test_exposure_before), add("test_seen_before", products.test_seen_before);
    add("owed_to_spillover", products.owed_to_spillover), add("users", products.users);
    add("active", products.active), add("exposure", products.exposure);
    add("pilot_exposure", products.pilot_exposure), add("unnoticed_exposure", products.unnoticed_exposure);
    add("hidden_exposure", products.hidden_exposure), add("seen", products.seen);
    add("hidden_in_pilots", products.hidden_in_pilots);
    add("predicted_log_rate", products.predicted_log_rate), add("predicted_spread", products.predicted_spread);
    add("arrival", products.arrival), add("firm", products.firm), add("sector", products.sector);
    add("features", products.features), add("quality", products.quality), add("price", products.price);
    add("bad_actor", products.bad_actor);
}

void list_firms(ColumnList& list, const Firms& firms) {
    const auto add = [&](std::string name, const auto& column) { list.add(Entity::firm, std::move(name), column); };
    add("status", firms.status), add("kind", firms.kind), add("jurisdiction", firms.jurisdiction);
    add("founded", firms.founded), add("ended", firms.ended), add("capital", firms.capital);
    constexpr std::array<std::string_view, lesson_count> lessons{"authorised", "admitted", "graduated", "caught"};
    for (std::size_t lesson = 0; lesson < lesson_count; ++lesson) {
        add("belief." + std::string(lessons[lesson]), firms.belief[lesson]);
        add("experience." + std::string(lessons[lesson]), firms.experience[lesson]);
    }
    add("signalled", firms.signalled), add("displaced_users", firms.displaced_users);
    add("displaced_income", firms.displaced_income), add("decision", firms.decision);
    add("decided", firms.decided), add("raised", firms.raised), add("raised_before", firms.raised_before);
    add("raised_after", firms.raised_after), add("complaints_after", firms.complaints_after);
}

void list_regulator(ColumnList& list, const std::string& place, const Regulator& regulator) {
    const auto add = [&](const char* name, const auto& column) { list.add(Entity::regulator, place + name, column); };
    add("hours_used", regulator.hours_used), add("hours_available", regulator.hours_available);
    add("hours_spent", regulator.hours_spent), add("hours_trained", regulator.hours_trained);
    add("cases_decided", regulator.cases_decided), add("skill", regulator.skill);
    add("tally.arrived", regulator.tally.arrived), add("tally.left", regulator.tally.left);
    add("tally.turned_away", regulator.tally.turned_away), add("tally.case_months", regulator.tally.case_months);
    add("tally.months_waited_by_left", regulator.tally.months_waited_by_left);
    for (int weight = 0; weight < weight_count; ++weight) {
        add("belief_mean", regulator.belief_mean[weight]);
        add("belief_covariance", regulator.belief_covariance(weight, weight));
    }
    add("queue", regulator.queue), add("seen", regulator.seen), add("visible_exposure", regulator.visible_exposure);
}

void list_sandbox(ColumnList& list, const std::string& place, const SandboxState& sandbox) {
    const auto add = [&](const char* name, const auto& column) { list.add(Entity::sandbox, place + name, column); };
    add("tests", sandbox.tests), add("monitoring", sandbox.monitoring), add("surveillance", sandbox.surveillance);
    add("applicants", sandbox.applicants), add("unassessed", sandbox.unassessed), add("intakes", sandbox.intakes);
    add("rule_relief", sandbox.rule_relief), add("rule_tested", sandbox.rule_tested);
}

void list_jurisdiction(ColumnList& list, const std::string& place, const Jurisdiction& here) {
    const auto add = [&](const char* name, const auto& column) {
        list.add(Entity::jurisdiction, place + name, column);
    };
    const Rulebook& rulebook = here.rulebook;
    add("rulebook.level", rulebook.level), add("rulebook.next_level", rulebook.next_level);
    add("rulebook.next_month", rulebook.next_month), add("rulebook.exemptions", rulebook.exemptions);
    add("rulebook.changes", rulebook.changes), add("rulebook.gates_asked", rulebook.gates_asked);
    add("rulebook.exemptions_granted", rulebook.exemptions_granted);
    add("rulebook.exemptions_made_rules", rulebook.exemptions_made_rules);
    add("rulebook.first_change", rulebook.first_change), add("rulebook.calm_until", rulebook.calm_until);
    add("rulebook.moratorium_until", rulebook.moratorium_until);
    add("rulebook.backlash_months", rulebook.backlash_months);
    add("published", here.published), add("news", here.news), add("detected_severity", here.detected_severity);
    add("good_results", here.good_results), add("bad_results", here.bad_results);
    add("fund", here.fund), add("insurer", here.insurer);
}

void list_citizens(ColumnList& list, const Citizens& citizens) {
    const auto add = [&](std::string name, const auto& column) { list.add(Entity::citizen, std::move(name), column); };
    for (std::size_t k = 0; k < citizens.use.size(); ++k) {
        const std::string place = "sector " + std::to_string(k) + ": ";
        const SectorUse& use = citizens.use[k];
        add(place + "product", use.product), add(place + "threshold", use.threshold);
        add(place + "spell", use.spell), add(place + "using_neighbours", use.using_neighbours);
    }
    add("trust", citizens.trust), add("loss", citizens.loss), add("group", citizens.group);
}

}  // namespace

std::string_view text(Entity entity) {
    constexpr std::array<std::string_view, 7> words{"service",      "firm",    "regulator", "sandbox",
                                                    "jurisdiction", "citizen", "world"};
    return words[static_cast<std::size_t>(entity)];
}

std::vector<Column> columns_of(const World& world) {
    ColumnList list;
    list_products(list, world.products);
    list_firms(list, world.firms);
    for (std::size_t j = 0; j < world.jurisdictions.size(); ++j) {
        const std::string place = "jurisdiction " + std::to_string(j) + ", ";
        const Jurisdiction& here = world.jurisdictions[j];
        for (std::size_t s = 0; s < here.sandboxes.size(); ++s)
            list_sandbox(list, place + "sandbox " + std::to_string(s) + ": ", here.sandboxes[s]);
        for (std::size_t r = 0; r < here.regulators.size(); ++r)
            list_regulator(list, place + "regulator " + std::to_string(r) + ": ", here.regulators[r]);
        list_jurisdiction(list, place, here);
    }
    list_citizens(list, world.citizens);
    list.add(Entity::world, "persons_active", world.persons_active);
    list.add(Entity::world, "user_months", world.user_months);
    return list.columns;
}

ColumnDifference difference(const Column& one, const Column& other) {
    ColumnDifference found;
    const std::size_t shared = std::min(one.count, other.count);
    const std::size_t bytes = shared * one.width;
    if (one.count == other.count && (bytes == 0 || std::memcmp(one.data, other.data, bytes) == 0)) return found;
    for (std::size_t i = shared; i-- > 0;) {
        if (std::memcmp(one.data + i * one.width, other.data + i * one.width, one.width) == 0) continue;
        found.first = i;
        ++found.count;
    }
    if (found.count == 0) found.first = shared;
    found.count += std::max(one.count, other.count) - shared;
    return found;
}

}  // namespace leeway
