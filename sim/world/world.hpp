// The state of one run: columns of citizens, products and firms, one regulator with its rulebook, and the ledgers.
// No behaviour lives here; rules change it.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/random.hpp"
#include "world/citizens.hpp"
#include "world/firms.hpp"
#include "world/ledger.hpp"
#include "world/products.hpp"
#include "world/regulator.hpp"
#include "world/scenario.hpp"

namespace leeway {

struct Network;  // world/network.hpp

/// What has been counted since the first month; metrics read differences of these.
struct Counts {
    double ideas = 0, entrants = 0, entry_bound_months = 0;
    double applications = 0, applications_decided = 0, applications_withdrawn = 0;
    double admitted = 0, tested = 0, graduated = 0, rejected = 0, withdrawn = 0, suspended = 0;
    double filings = 0, authorised = 0, returned = 0, refused = 0, caught = 0;
    double launched = 0, months_to_launch = 0, spillover_launches = 0;
    double relocated = 0, failed = 0, displaced = 0;
    double queue_months = 0, queue_cases = 0;
    double belief_tests = 0, belief_covered = 0;
    double quality_user_months = 0, pilot_user_months = 0;
    double cap_reached = 0, gates_asked = 0, extended = 0;
};

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
    Regulator regulator;
    Rulebook rulebook;
    std::shared_ptr<const Network> acquaintances;  ///< of citizens; shared by the designs of a replicate
    std::shared_ptr<const Network> firm_peers;     ///< arcs from a firm to those who learn from it

    HarmLedger ledger;
    std::vector<std::vector<HarmEvent>> noticed_in;  ///< [month - first_month]: harms whose victims notice them then
    std::vector<Outcome> outcomes;                   ///< of this month, for firms to learn from
    BeliefScore belief_score;                        ///< of this month
    double news = 0;                                 ///< severity per 1,000 people-years that the public hears of
    double detected_severity = 0;                    ///< of harms detected this month
    std::vector<double> published;  ///< per sector: share of errors about obligations that published results remove
    Money money;
    Counts counts;
    std::vector<double> persons_active;  ///< this month [product * segments + segment]
    std::vector<double> user_months;     ///< cumulative active user-months [sector * segments + segment]

    std::size_t segments() const { return scenario->citizens.segments.size(); }
    std::size_t sectors() const { return scenario->sectors.size(); }
};

/// A world at its first month: citizens on their network, the incumbents with their services, and the whole stream of
/// ideas that could arrive until `months`. Everything drawn here depends on the run key alone, not on a design.
World build_world(const Scenario& scenario, const Adaptation& adaptation, std::uint64_t run_key, std::int32_t months);

}  // namespace leeway
