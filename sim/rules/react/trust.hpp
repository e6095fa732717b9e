// Trust is lost by harm and by word of it, and comes back slowly: fast loss, slow recovery (Slovic 1993). Good use
// pulls it above its baseline a little.
#pragma once

#include "core/fields.hpp"
#include "world/world.hpp"

namespace leeway {

struct Trust {
    double word_of_mouth = 0.15;
    double recovery = 0.02;
    double lift = 0.08;

    template <class Visit>
    void fields(Visit&& field) {
        field(word_of_mouth, {"word_of_mouth", Unit::share, 0, 1, "assumed (design trial)",
                              "share of a victim's loss of trust that each acquaintance loses too"});
        field(recovery, {"recovery", Unit::per_month, 0, 1, "assumed (design trial)",
                         "share of the way back to its baseline that trust goes in a month"});
        field(lift, {"lift", Unit::share, 0, 1, "assumed (design trial)",
                     "what using a service adds to the baseline of trust"});
    }

    void operator()(World& world) const;
};

}  // namespace leeway
