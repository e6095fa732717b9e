// The lab: months without users before the first pilot, in which the firm talks with the regulator and mends its
// product. Dialogue alone (an innovation office) leads back to the ordinary way.
#pragma once

#include "core/fields.hpp"
#include "core/random.hpp"
#include "rules/levers.hpp"
#include "world/world.hpp"

namespace leeway {

struct RunLab {
    double start_probability = 0.9;

    template <class Visit>
    void fields(Visit&& field) {
        field(start_probability,
              {"start_probability", Unit::probability, 0, 1,
               "assumed; small firms struggled to find bank accounts and test customers (evidence O12, V2)",
               "probability that an admitted firm finds what a test needs"});
    }

    void operator()(World& world, const Levers& levers, const Draws& draws) const;
};

}  // namespace leeway
