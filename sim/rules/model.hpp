// The model as data: the scenario, the month with its rules' parameters, and the switches. A scenario file sets any of
// these fields.
#pragma once

#include <tuple>

#include "rules/rules.hpp"
#include "world/scenario.hpp"
#include "world/world.hpp"

namespace leeway {

struct Model {
    Scenario scenario;
    Month month;
    Phases<Month> phases;
    Adaptation adaptation;

    template <class Visit>
    void fields(Visit&& field) {
        scenario.fields(field);
        std::apply([&](auto&... rule) { (field(rule, rule.name, "parameters of this phase of the month"), ...); },
                   month);
        field(phases, "phases", "phases of the month that run");
        field(adaptation, "adaptation", "who learns");
    }
};

}  // namespace leeway
