#include "experiment/validity/facts.hpp"

#include <algorithm>

namespace leeway {
namespace {

int number_of(const Fact& fact) { return std::stoi(fact.id.substr(1)); }

}  // namespace

std::vector<Fact> all_facts() {
    std::vector<Fact> all;
    for (const std::vector<Fact>& family :
         {capital_facts(), entry_facts(), capacity_facts(), passage_facts(), harm_facts(), trust_facts()})
        all.insert(all.end(), family.begin(), family.end());
    std::stable_sort(all.begin(), all.end(),
                     [](const Fact& one, const Fact& other) { return number_of(one) < number_of(other); });
    return all;
}

std::string without_new_firms(const Scenario& scenario) {
    const bool some = scenario.ideas.per_year > 0 && scenario.ideas.new_firm_share > 0;
    const bool chosen = std::any_of(scenario.sectors.begin(), scenario.sectors.end(), [](const Sector& sector) {
        return sector.enrolment == Enrolment::chosen && sector.idea_share > 0;
    });
    if (!some) return "no new firms come: ideas belong to firms that are there";
    if (!chosen) return "all services are of public agencies, which have budgets and no venture money";
    return "";
}

std::string_view text(FactKind kind) {
    switch (kind) {
        case FactKind::input:
            return "input";
        case FactKind::calibrated:
            return "calibrated";
        case FactKind::emergent:
            return "emergent";
        case FactKind::closed_form:
            return "closed-form";
    }
    return "";
}

}  // namespace leeway
