// The life of a live test: lab, pilot with capped users, and the gate that graduates, extends or fails it. At the end
// of the lab and at the gate the firm learns its demand and gives up if what remains has a negative value.
#pragma once

#include "core/fields.hpp"
#include "core/random.hpp"
#include "policy/design.hpp"
#include "rules/formula/posterior.hpp"
#include "world/world.hpp"

namespace leeway {

struct GateTests {
    double start_probability = 0.9;
    double suspension_harms = 3;
    double spillover = 0.05;

    template <class Visit>
    void fields(Visit&& field) {
        field(start_probability,
              {"start_probability", Unit::probability, 0, 1,
               "assumed; small firms struggled to find bank accounts and test customers (evidence O12, V2)",
               "probability that an admitted firm finds what a test needs"});
        field(suspension_harms,
              {"suspension_harms", Unit::count, 1, 1e6, "assumed", "seen harms that a suspension needs at least"});
        field(spillover, {"spillover", Unit::share, 0, 1, "assumed; sign from evidence O4 (V2)",
                          "share of other firms' error about obligations that one fully published test removes"});
    }

    void operator()(World& world, const Design& design, const Draws& draws) const;
};

/// The posterior of product `p`'s harm rate under market rules, from its frozen prior and its evidence since the test
/// began.
GammaBelief gate_posterior(const World& world, const Design& design, std::uint32_t p);

}  // namespace leeway
