// The columns of jurisdictions with their sandboxes and regulators.
#include "world/column_list.hpp"

namespace leeway {
namespace {

constexpr std::array<std::string_view, 5> tally_names{"arrived", "left", "turned_away", "case_months",
                                                      "months_waited_by_left"};

void list_queue(ColumnList& list, const std::vector<Case>& queue) {
    list.add("queue.product", queue, &Case::product, Numbering::entry);
    list.add("queue.kind", queue, &Case::kind, Numbering::entry);
    list.add("queue.arrived", queue, &Case::arrived, Numbering::entry);
    list.add("queue.hours_left", queue, &Case::hours_left, Numbering::entry);
}

void list_regulator(ColumnList list, const Regulator& regulator) {
    list_queue(list, regulator.queue);
    list.add("hours_used", regulator.hours_used);
    list.add("hours_available", regulator.hours_available);
    list.add("hours_spent", regulator.hours_spent);
    list.add("hours_trained", regulator.hours_trained);
    list.add("cases_decided", regulator.cases_decided);
    list.add("skill", regulator.skill);
    list.add("tally.", tally_names, regulator.tally);
    list.add("seen", regulator.seen, Numbering::service);
    list.add("visible_exposure", regulator.visible_exposure, Numbering::service);
    const auto add = [&](const char* name, const auto& belief, Numbering by) {
        list.add(name, belief.data(), static_cast<std::size_t>(belief.size()), sizeof(double), by);
    };
    add("belief_mean", regulator.belief_mean, Numbering::weight);
    add("belief_covariance", regulator.belief_covariance, Numbering::entry);
}

void list_sandbox(ColumnList list, const SandboxState& sandbox) {
    list.add("applicants", sandbox.applicants, Numbering::entry);
    list.add("unassessed", sandbox.unassessed, Numbering::entry);
    list.add("tests", sandbox.tests);
    list.add("intakes", sandbox.intakes);
    list.add("monitoring", sandbox.monitoring);
    list.add("surveillance", sandbox.surveillance);
    list.add("rule_relief", sandbox.rule_relief);
    list.add("rule_tested", sandbox.rule_tested);
}

void list_rulebook(ColumnList& list, const Rulebook& rulebook) {
    list.add("level", rulebook.level, Numbering::provision);
    list.add("next_level", rulebook.next_level, Numbering::provision);
    list.add("next_month", rulebook.next_month, Numbering::provision);
    list.add("exemptions", rulebook.exemptions, Numbering::provision);
    list.add("changes", rulebook.changes);
    list.add("gates_asked", rulebook.gates_asked);
    list.add("exemptions_granted", rulebook.exemptions_granted);
    list.add("exemptions_made_rules", rulebook.exemptions_made_rules);
    list.add("first_change", rulebook.first_change);
    list.add("calm_until", rulebook.calm_until);
    list.add("moratorium_until", rulebook.moratorium_until);
    list.add("backlash_months", rulebook.backlash_months);
}

void list_precedents(ColumnList& list, const std::vector<Precedent>& precedents) {
    list.add("precedents.sector", precedents, &Precedent::sector, Numbering::entry);
    const Features* features = precedents.empty() ? nullptr : &precedents.front().features;
    list.add_features("precedents.", precedents, features);
    list.add("precedents.relief", precedents, &Precedent::relief, Numbering::entry);
}

}  // namespace

void list_jurisdiction(std::vector<Column>& columns, const Scenario& scenario, const Jurisdiction& here,
                       std::size_t number) {
    const std::string& name = item_of(scenario, number).name;
    for (std::size_t s = 0; s < here.sandboxes.size(); ++s) {
        const std::string place = "sandbox " + std::to_string(s) + " of " + name;
        list_sandbox({columns, Entity::sandbox, s, place}, here.sandboxes[s]);
    }
    for (std::size_t r = 0; r < here.regulators.size(); ++r) {
        const std::string place = "regulator " + scenario.regulators.items[r].name + " of " + name;
        list_regulator({columns, Entity::regulator, r, place}, here.regulators[r]);
    }
    ColumnList list(columns, Entity::jurisdiction, number, "jurisdiction " + name);
    list_rulebook(list, here.rulebook);
    list.add("published", here.published, Numbering::sector);
    list.add("news", here.news);
    list.add("detected_severity", here.detected_severity);
    list.add("good_results", here.good_results);
    list.add("bad_results", here.bad_results);
    list.add("fund", here.fund);
    list.add("insurer", here.insurer);
    list_precedents(list, here.precedents);
    list_flows(list, here.counts, here.money);
}

}  // namespace leeway
