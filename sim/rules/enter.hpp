// Ideas of the common stream arrive; the share that is taken up responds to the value of the best route, so strict
// rules chill entry. Each idea has its own acceptance draw, so a design thins the stream and never shifts identities.
// Source: entry elasticity, evidence Q6 (-0.4 for strict rules, B29); the form is assumed.
#pragma once

#include <string_view>

#include "core/fields.hpp"
#include "core/random.hpp"
#include "rules/levers.hpp"
#include "world/world.hpp"

namespace leeway {

struct Enter {
    static constexpr std::string_view name = "enter";
    double acceptance = 0.55;
    double elasticity = 0.4;
    double value_reference = 150;

    template <class Visit>
    void fields(Visit&& field) {
        field(acceptance, {"acceptance", Unit::probability, 0, 1, "assumed",
                           "probability that an idea is taken up when its best route has the reference value"});
        field(elasticity, {"elasticity", Unit::ratio, 0, 5, "evidence Q6: 0.1 to 0.5",
                           "response of entry to the value of the best route, per firms.value_scale"});
        field(value_reference, {"value_reference", Unit::money_thousand, -1e6, 1e6, "assumed (design trial)",
                                "value of the best route at which acceptance holds"});
    }

    /// Probability that an idea with this best value is taken up, before its bound of 1.
    double unbounded_probability(double best, double value_scale) const;

    /// Probability that idea `p` is taken up, given its routes; the constant `acceptance` for frozen firms.
    double entry_probability(const World& world, const Levers& levers, std::uint32_t p) const;

    void operator()(World& world, const Levers& levers, const Draws& draws) const;
};

}  // namespace leeway
