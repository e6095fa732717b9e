// A month rule by rule, for those who look between the rules; `run_month` (rules/rules.hpp) is the same without a look.
#pragma once

#include <cstddef>
#include <tuple>

#include "rules/rules.hpp"

namespace leeway {

/// Calls `visit(rule)` for every rule of the month that is on, in order.
template <class Rules, class Visit>
void visit_rules(const Rules& rules, const Phases<Rules>& phases, Visit&& visit) {
    std::size_t index = 0;
    std::apply([&](const auto&... rule) { ((phases.on[index++] ? visit(rule) : void()), ...); }, rules);
}

}  // namespace leeway
