// Where a run's time goes: the seconds of every phase of the month.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <utility>

#include "bench/measure.hpp"
#include "rules/rules.hpp"

namespace leeway::bench {

inline bool concerns_citizens(std::string_view phase) {
    return phase == "adopt" || phase == "harm" || phase == "react";
}

struct PhaseTime {
    std::string_view name;
    double seconds = 0;
};
template <class Rules>
using PhaseTimes = std::array<PhaseTime, std::tuple_size_v<Rules>>;

/// Lives on until month `until` and says how long each phase took by `clock`.
template <class Rules>
PhaseTimes<Rules> time_phases(const Rules& rules, World& world, Policy policy, std::int32_t until, Clock clock) {
    PhaseTimes<Rules> times;
    std::apply([&](const auto&... rule) { times = {PhaseTime{rule.name}...}; }, rules);
    for (; world.month < until; ++world.month) {
        const Levers& levers = policy.in_force(world);
        std::size_t phase = 0;
        const auto time = [&](const auto& rule) {
            times[phase++].seconds += seconds_of(clock, [&] { rule(world, levers, Draws(world.run_key, rule.name)); });
        };
        std::apply([&](const auto&... rule) { (time(rule), ...); }, rules);
    }
    return times;
}

/// Seconds of all phases, or of those that concern citizens.
template <class Times>
double seconds_in_all(const Times& times) {
    double seconds = 0;
    for (const PhaseTime& phase : times) seconds += phase.seconds;
    return seconds;
}
template <class Times>
double seconds_of_citizens(const Times& times) {
    double seconds = 0;
    for (const PhaseTime& phase : times) seconds += concerns_citizens(phase.name) ? phase.seconds : 0;
    return seconds;
}

}  // namespace leeway::bench
