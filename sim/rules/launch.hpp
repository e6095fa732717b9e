// Approved services come to market: the firm sets its mitigation effort for the market, and the regulator's prediction
// of their harm is noted, so that it can be scored against the truth that nobody sees.
#pragma once

#include <string_view>

#include "core/fields.hpp"
#include "core/random.hpp"
#include "rules/levers.hpp"
#include "world/world.hpp"

namespace leeway {

struct Launch {
    static constexpr std::string_view name = "launch";
    double coverage_level = 1.6448536269514722;

    template <class Visit>
    void fields(Visit&& field) {
        field(coverage_level, {"coverage_level", Unit::ratio, 0, 10, "standard normal quantile of 0.95",
                               "half-width, in standard deviations, of the interval whose coverage is recorded"});
    }

    void operator()(World& world, const Levers& levers, const Draws& draws) const;
};

}  // namespace leeway
