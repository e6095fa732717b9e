// Supervision: live tests and young graduates come before all cases; with too few officers supervision sees a smaller
// share of harms, with more than the monitoring needs it adds dialogue. The officers are those of the sandbox's owner;
// a pooled sandbox has the owner's counterparts in the partner jurisdictions too. (The partners pool officers and, by
// passporting, evidence; a firm is tested at home in every kind of sandbox.)
#pragma once

#include "core/fields.hpp"
#include "rules/levers.hpp"
#include "world/world.hpp"

namespace leeway {

struct Supervise {
    double dialogue = 0.05;

    template <class Visit>
    void fields(Visit&& field) {
        field(dialogue,
              {"dialogue", Unit::share, 0, 1, "assumed; dialogue is the product (stylised fact S6)",
               "share of the firm's error about its obligations that a month of a pilot removes when supervision "
               "has twice the officer hours that monitoring needs"});
    }

    void operator()(World& world, const Levers& levers) const;
};

}  // namespace leeway
