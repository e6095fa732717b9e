// Firms earn, spend, raise money and fail. Investors see quality with the noise of a young market; admission to a
// sandbox and graduation are signals that raise the chance of a round (Cornelli and others 2024; contested by Hellmann
// and others 2022), a causal effect that a parameter can switch off.
#pragma once

#include <string_view>

#include "core/fields.hpp"
#include "core/random.hpp"
#include "rules/levers.hpp"
#include "world/world.hpp"

namespace leeway {

struct Finance {
    static constexpr std::string_view name = "finance";
    double quality_exponent = 1;
    double market_factor = 1.5;

    template <class Visit>
    void fields(Visit&& field) {
        field(quality_exponent,
              {"quality_exponent", Unit::none, 0, 5, "assumed", "how strongly the chance of funding follows quality"});
        field(market_factor, {"market_factor", Unit::ratio, 0, 100, "assumed",
                              "factor on the chance of funding once a service is on the market"});
    }

    void operator()(World& world, const Levers& levers, const Draws& draws) const;
};

}  // namespace leeway
