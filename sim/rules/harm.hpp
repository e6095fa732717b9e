// Harms occur among active users. Their number per product, segment and month is Binomial; each harm then has a victim,
// a severity and a delay until the victim notices. In pilots, supervision itself sees a share at once.
#pragma once

#include <string_view>

#include "core/fields.hpp"
#include "core/random.hpp"
#include "policy/design.hpp"
#include "world/world.hpp"

namespace leeway {

struct Harm {
    static constexpr std::string_view name = "harm";
    double rate_multiplier = 1;

    template <class Visit>
    void fields(Visit&& field) {
        field(rate_multiplier,
              {"rate_multiplier", Unit::ratio, 0, 1000, "switch", "multiplies every harm rate (0 = no harm)"});
    }

    void operator()(World& world, const Design& design, const Draws& draws) const;
};

}  // namespace leeway
