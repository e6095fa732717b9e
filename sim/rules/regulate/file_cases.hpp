// Firms file: the month's applications for a sandbox reach the desk of its owner, and firms that have complied ask for
// their authorisation. A desk whose queue is full turns both away.
#pragma once

#include <cstdint>

#include "core/fields.hpp"
#include "core/random.hpp"
#include "rules/levers.hpp"
#include "world/world.hpp"

namespace leeway {

struct FileCases {
    double negotiation_factor = 2;

    template <class Visit>
    void fields(Visit&& field) {
        field(negotiation_factor,
              {"negotiation_factor", Unit::ratio, 0, 100, "assumed; bilateral schemes negotiate each test (guides)",
               "officer hours of an application that is negotiated alone (test-and-learn), relative to others"});
    }

    void operator()(World& world, const Levers& levers, const Draws& draws) const;
};

/// Officer hours by the book of product `p`'s authorisation, less the credit for the evidence of its test.
double hours_of_authorisation(const World& world, const Design& design, std::uint32_t p);

}  // namespace leeway
