// A run is months in a row. The observer sees the world after every month, and can never change it.
#pragma once

#include <cstdint>

#include "rules/rules.hpp"

namespace leeway {

/// Lives through the months from `world.month` up to but not including `until` under `design`; after each, calls
/// `observe(const World&)`.
template <class Rules, class Observe>
void simulate(World& world, const Rules& rules, const Phases<Rules>& phases, const Design& design, std::int32_t until,
              Observe&& observe) {
    for (; world.month < until; ++world.month) {
        run_month(rules, phases, world, design);
        observe(static_cast<const World&>(world));
    }
}

}  // namespace leeway
