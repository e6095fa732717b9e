// The pilots: capped users, a suspension when too many harms are seen, and the gate at which each ends.
#pragma once

#include "core/fields.hpp"
#include "core/random.hpp"
#include "rules/levers.hpp"
#include "rules/regulate/gate.hpp"
#include "world/world.hpp"

namespace leeway {

struct RunPilot {
    double suspension_harms = 3;
    std::int64_t suspension_months = 1;

    template <class Visit>
    void fields(Visit&& field) {
        field(suspension_harms,
              {"suspension_harms", Unit::count, 1, 1e6, "assumed", "seen harms that a suspension needs at least"});
        field(suspension_months, {"suspension_months", Unit::month, 0, 60, "assumed",
                                  "months that the procedure of a suspension takes where there is no kill switch"});
    }

    void operator()(World& world, const Levers& levers, const Gate& gate, const Draws& draws) const;
};

}  // namespace leeway
