// A run is months in a row. The observer sees the world after every month, and can never change it.
#pragma once

#include <cstdint>
#include <utility>

#include "rules/rules.hpp"

namespace leeway {

/// Lives through the months from `world.month` up to but not including `until` under `policy`; after each, calls
/// `observe(const World&)`.
template <class Rules, class Observe>
void simulate(World& world, const Rules& rules, const Phases<Rules>& phases, Policy policy, std::int32_t until,
              Observe&& observe) {
    for (; world.month < until; ++world.month) {
        run_month(rules, phases, world, policy.in_force(world));
        observe(static_cast<const World&>(world));
    }
}

/// The same under one design in every jurisdiction.
template <class Rules, class Observe>
void simulate(World& world, const Rules& rules, const Phases<Rules>& phases, const Design& design, std::int32_t until,
              Observe&& observe) {
    simulate(world, rules, phases, Policy({design}), until, std::forward<Observe>(observe));
}

}  // namespace leeway
