// Victims notice harms that befell them, now or months ago: they complain or keep silent, lose trust, and may leave the
// service; redress repairs part. Segments differ in how much they report, which biases what the regulator learns.
#pragma once

#include "core/fields.hpp"
#include "core/random.hpp"
#include "rules/levers.hpp"
#include "world/world.hpp"

namespace leeway {

struct Complaints {
    double trust_loss = 0.25;
    double repair = 0.5;
    double leaving = 0.7;

    template <class Visit>
    void fields(Visit&& field) {
        field(trust_loss, {"trust_loss", Unit::share, 0, 1, "assumed (design trial); asymmetry in evidence B12-B13",
                           "share of trust that a person of undecided view loses by a noticed harm of severity 1"});
        field(repair, {"repair", Unit::share, 0, 1, "assumed; settled complaints keep users (evidence W2, V2)",
                       "share of that loss that redress repairs"});
        field(leaving, {"leaving", Unit::none, 0, 100, "assumed; the unresolved leave (evidence W2, V2)",
                        "hazard of leaving the service that an unredressed harm of severity 1 adds"});
    }

    void operator()(World& world, const Levers& levers, const Draws& draws) const;
};

/// How far a trust moves: most for the undecided, least for firm views (Poortinga and Pidgeon 2004). At most 1.
double openness(double trust);

}  // namespace leeway
