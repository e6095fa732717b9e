#include "world/scenario.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

namespace leeway {
namespace {

template <class Item>
void check_names(const std::vector<Item>& items, const std::string& list, std::vector<Complaint>& found) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string key = list + "[" + std::to_string(i) + "].name";
        if (items[i].name.empty())
            found.push_back({key, "has no name; every entry of " + list + " needs one"});
        else if (!seen.insert(items[i].name).second)
            found.push_back({key, "repeats the name \"" + items[i].name + "\"; names within " + list + " must differ"});
    }
}

template <class Item>
void check_sum(const std::vector<Item>& items, double Item::*share, const std::string& list, const std::string& field,
               std::vector<Complaint>& found) {
    double sum = 0;
    for (const Item& item : items) sum += item.*share;
    if (std::abs(sum - 1) > 1e-6) {
        found.push_back({list + "[0]." + field,
                         "shares of all " + list + " sum to " + std::to_string(sum) + "; they must sum to 1"});
    }
}

template <class Item>
bool has_name(const std::vector<Item>& items, const std::string& name) {
    return std::any_of(items.begin(), items.end(), [&](const Item& item) { return item.name == name; });
}

// Names by which one part of the scenario refers to another.
void check_known(const Scenario& scenario, std::vector<Complaint>& found) {
    const auto& provisions = scenario.provisions.items;
    for (std::size_t i = 0; i < provisions.size(); ++i) {
        if (provisions[i].owner.empty() || has_name(scenario.regulators.items, provisions[i].owner)) continue;
        found.push_back({"provisions.items[" + std::to_string(i) + "].owner",
                         "is \"" + provisions[i].owner + "\", which is no regulator of regulators.items"});
    }
    if (!has_name(scenario.jurisdictions.items, scenario.jurisdictions.governed)) {
        found.push_back({"jurisdictions.governed", "is \"" + scenario.jurisdictions.governed +
                                                       "\", which is no jurisdiction of jurisdictions.items"});
    }
}

void check_network(const CitizenGroup& citizens, std::vector<Complaint>& found) {
    constexpr double most_arcs = 4.2e9;  // arcs are numbered by 32 bits; random networks have a few more than expected
    const double arcs = static_cast<double>(citizens.count) * citizens.degree;
    if (citizens.network == NetworkKind::edge_list) {
        if (citizens.edges.empty())
            found.push_back({"citizens.edges",
                             "names no file; the network \"edge-list\" needs a CSV file with two citizens a line"});
    } else if (citizens.network != NetworkKind::complete && arcs > most_arcs) {
        found.push_back({"citizens.count", "times citizens.degree is " + std::to_string(std::llround(arcs)) +
                                               "; a network holds at most 4200000000 acquaintances: lower one of "
                                               "them, or set citizens.network to \"complete\", which holds none"});
    }
}

// A shock passes along links, of which the complete network lists none.
void check_contagion(const Scenario& scenario, std::vector<Complaint>& found) {
    if (scenario.citizens.network != NetworkKind::complete) return;
    for (std::size_t k = 0; k < scenario.sectors.size(); ++k) {
        if (scenario.sectors[k].shock_contagion <= 0) continue;
        found.push_back({"sectors[" + std::to_string(k) + "].shock_contagion",
                         "passes shocks along ties, and citizens.network is \"complete\", which lists none; choose "
                         "another network, or strike all users with shock_share"});
    }
}

}  // namespace

std::vector<Complaint> complaints(const Scenario& scenario) {
    std::vector<Complaint> found;
    check_names(scenario.citizens.segments, "citizens.segments", found);
    check_names(scenario.sectors, "sectors", found);
    check_names(scenario.provisions.items, "provisions.items", found);
    check_sum(scenario.citizens.segments, &Segment::share, "citizens.segments", "share", found);
    check_sum(scenario.sectors, &Sector::idea_share, "sectors", "idea_share", found);
    check_names(scenario.regulators.items, "regulators.items", found);
    check_names(scenario.jurisdictions.items, "jurisdictions.items", found);
    check_sum(scenario.regulators.items, &RegulatorItem::hours_share, "regulators.items", "hours_share", found);
    check_sum(scenario.regulators.items, &RegulatorItem::complaint_share, "regulators.items", "complaint_share", found);
    check_sum(scenario.jurisdictions.items, &JurisdictionItem::population_share, "jurisdictions.items",
              "population_share", found);
    check_sum(scenario.jurisdictions.items, &JurisdictionItem::idea_share, "jurisdictions.items", "idea_share", found);
    check_sum(scenario.jurisdictions.items, &JurisdictionItem::hours_share, "jurisdictions.items", "hours_share",
              found);
    check_known(scenario, found);
    check_network(scenario.citizens, found);
    check_contagion(scenario, found);
    if (scenario.citizens.count > scenario.citizens.population) {
        found.push_back(
            {"citizens.count", "is larger than citizens.population; an agent represents at least one person"});
    }
    return found;
}

}  // namespace leeway
