// Regulators and firms learn. A regulator's belief over the risk weights is a Gaussian, found anew each month from one
// observation per product, the Laplace approximation of a Poisson-lognormal count (formula/observation.hpp); months are
// not independent and are never added up. Firms move their expectations by own and peers' outcomes (Camerer and Ho
// 1999).
#pragma once

#include <string_view>

#include "core/fields.hpp"
#include "core/random.hpp"
#include "rules/levers.hpp"
#include "world/world.hpp"

namespace leeway {

struct Learn {
    static constexpr std::string_view name = "learn";
    double prior_weight = 10;
    double peer_weight = 0.3;
    double memory = 0.99;

    template <class Visit>
    void fields(Visit&& field) {
        field(prior_weight, {"prior_weight", Unit::count, 0.001, 1e6, "assumed",
                             "outcomes that a firm's first expectation is worth"});
        field(peer_weight,
              {"peer_weight", Unit::ratio, 0, 1, "assumed", "weight of a peer's outcome relative to an own one"});
        field(memory, {"memory", Unit::ratio, 0, 1, "assumed", "share of experience that is still felt a month later"});
    }

    void operator()(World& world, const Levers& levers, const Draws& draws) const;
};

}  // namespace leeway
