// Harms occur among active users. Their number per product, group and month is Binomial; each harm then has a victim (a
// user or a bystander), a cause, a kind, a severity and a delay until the victim notices. Supervision itself sees a
// share at once, in pilots and among graduates under surveillance. Shocks come on top, and strike many at once.
#pragma once

#include <string_view>

#include "core/fields.hpp"
#include "core/random.hpp"
#include "rules/levers.hpp"
#include "world/world.hpp"

namespace leeway {

struct Harm {
    static constexpr std::string_view name = "harm";
    double rate_multiplier = 1;
    double reference_safeguard = 0.5;

    template <class Visit>
    void fields(Visit&& field) {
        field(rate_multiplier,
              {"rate_multiplier", Unit::ratio, 0, 1000, "switch", "multiplies every harm rate (0 = no harm)"});
        field(reference_safeguard,
              {"reference_safeguard", Unit::share, 0, 1, "assumed; decides the causes of harms, never their number",
               "share of harms that usual safeguards of a pilot prevent: where a pilot has weaker ones, they are "
               "missing"});
    }

    void operator()(World& world, const Levers& levers, const Draws& draws) const;
};

}  // namespace leeway
