// What is learnt becomes rules: at each review the provisions move, at least cost, toward the level at which the belief
// says that a service of today's technology meets the risk tolerance; the revision comes into force after its lag.
#pragma once

#include <string_view>

#include "core/fields.hpp"
#include "core/random.hpp"
#include "rules/levers.hpp"
#include "world/world.hpp"

namespace leeway {

struct MakeRules {
    static constexpr std::string_view name = "make_rules";
    double review_months = 12;
    double lag_months = 24;
    double evidence_needed = 5;

    template <class Visit>
    void fields(Visit&& field) {
        field(review_months,
              {"review_months", Unit::month, 1, 600, "assumed", "months between reviews of the rulebook"});
        field(lag_months, {"lag_months", Unit::month, 0, 600, "evidence B32-B33 (V, R-hi): 12 to 48",
                           "months from a decision to a rule in force"});
        field(evidence_needed, {"evidence_needed", Unit::count, 0, 1e6, "assumed",
                                "tests that must have reached their gate before a review can move a provision"});
    }

    void operator()(World& world, const Levers& levers, const Draws& draws) const;
};

/// Levels of the movable provisions that lower the harm rate by the factor exp(-needed), at least cost; each in [0, 1],
/// 0 for those that cannot be moved.
std::vector<double> cheapest_levels(const Scenario& scenario, double needed, const std::vector<bool>& movable);

}  // namespace leeway
