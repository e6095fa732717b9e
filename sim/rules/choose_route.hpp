// A firm with an idea chooses how to reach the market: authorisation, sandbox, launch without permission, another
// country, wait, or give up. Choice is logit over perceived net present values, as a Gumbel maximum keyed by the
// product (McFadden 1974); perceptions are learnt from own and peers' outcomes (Camerer and Ho 1999).
#pragma once

#include <string_view>

#include "core/fields.hpp"
#include "core/random.hpp"
#include "rules/formula/route_value.hpp"
#include "rules/levers.hpp"
#include "world/world.hpp"

namespace leeway {

struct ChooseRoute {
    static constexpr std::string_view name = "choose_route";
    double rationality = 3;

    template <class Visit>
    void fields(Visit&& field) {
        field(rationality, {"rationality", Unit::ratio, 0, 1000, "assumed (design trial)",
                            "logit precision per firms.value_scale (0 = at random among open routes)"});
    }

    /// The route that product `p`'s firm takes this month, as it sees them.
    Route choose(const World& world, const Outlook& outlook, std::uint32_t p, const Draws& draws) const;

    void operator()(World& world, const Levers& levers, const Draws& draws) const;
};

}  // namespace leeway
