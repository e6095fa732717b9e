// The state of one run: columns of citizens, products and firms, the jurisdictions with their regulators, and the
// ledgers. No behaviour lives here; rules change it.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/random.hpp"
#include "world/citizens.hpp"
#include "world/firms.hpp"
#include "world/jurisdictions.hpp"
#include "world/ledger.hpp"
#include "world/products.hpp"
#include "world/scenario.hpp"
#include "world/user_lists.hpp"

namespace leeway {

struct Network;  // world/network.hpp

/// How far the regulator's predictions are from the truth that nobody sees: sums over services on the market.
struct BeliefScore {
    double errors = 0, squares = 0, services = 0;
};

/// Whether firms and regulators learn; a dimension of experiments, not a lever.
struct Adaptation {
    bool firms = true;
    bool regulators = true;

    template <class Visit>
    void fields(Visit&& field) {
        field(firms, {"firms", Unit::none, 0, 1, "regime", "whether firms' beliefs and efforts follow experience"});
        field(regulators, {"regulators", Unit::none, 0, 1, "regime",
                           "whether the regulator's belief and the rulebook follow evidence"});
    }
};

struct World {
    const Scenario* scenario = nullptr;  ///< outlives the world
    Adaptation adaptation;
    std::uint64_t run_key = 0;
    std::int32_t month = 0;  ///< from -warm_up_months
    std::int32_t first_month = 0, end_month = 0;

    Citizens citizens;
    Products products;
    Firms firms;
    std::vector<Jurisdiction> jurisdictions;       ///< the governed one first
    std::vector<std::uint32_t> group_key;          ///< of each group, from its names: random streams use it
    std::shared_ptr<const Network> acquaintances;  ///< of citizens; shared by the designs of a replicate
    std::shared_ptr<const Network> firm_peers;     ///< arcs from a firm to those who learn from it

    std::vector<std::uint32_t> agents_using;  ///< [product * groups + group]
    UserLists users;

    HarmLedger ledger;
    std::vector<std::vector<HarmEvent>> noticed_in;  ///< [month - first_month]: harms whose victims notice them then
    std::vector<Outcome> outcomes;                   ///< of this month, for firms to learn from
    BeliefScore belief_score;                        ///< of this month
    std::vector<double> persons_active;              ///< this month [product * groups + group]
    std::vector<double> user_months;                 ///< cumulative active user-months [sector * groups + group]

    std::size_t segments() const { return scenario->citizens.segments.size(); }
    std::size_t sectors() const { return scenario->sectors.size(); }
    std::size_t groups() const { return jurisdictions.size() * segments(); }
    std::size_t jurisdiction_of_group(std::size_t group) const { return group / segments(); }
    /// Where a product and a group stand in columns of [product * groups + group].
    std::uint32_t cell_of(std::int32_t product, std::size_t group) const {
        return static_cast<std::uint32_t>(static_cast<std::size_t>(product) * groups() + group);
    }
    const Segment& segment_of_group(std::size_t group) const { return scenario->citizens.segments[group % segments()]; }
    /// The sector to which product `p` belongs.
    const Sector& sector_of(std::size_t p) const { return scenario->sectors[products.sector[p]]; }
    /// The jurisdiction in which product `p`'s firm is at home.
    std::size_t home(std::size_t p) const { return firms.jurisdiction[products.firm[p]]; }
    const Jurisdiction& home_of(std::size_t p) const { return jurisdictions[home(p)]; }
    Counts& counts_of(std::size_t p) { return home_of(p).counts; }  ///< the counts of that jurisdiction
    /// A count, or a flow of money, summed over jurisdictions.
    double total(double Counts::*count) const;
    double total(double Money::*flow) const;
    Jurisdiction& home_of(std::size_t p) { return jurisdictions[home(p)]; }
};

/// The scenario's entry for jurisdiction `j` of the world (the governed one comes first).
const JurisdictionItem& item_of(const Scenario& scenario, std::size_t j);

/// The log harm rate that a product's features alone give it, before provisions, effort and the unexplained part.
double feature_log_risk(const RiskLaw& risk, const Features& features);

/// A world at its first month: citizens on their network, the incumbents with their services, and the whole stream of
/// ideas that could arrive until `months`. Everything drawn here depends on the run key alone, not on a design.
World build_world(const Scenario& scenario, const Adaptation& adaptation, std::uint64_t run_key, std::int32_t months);

}  // namespace leeway
