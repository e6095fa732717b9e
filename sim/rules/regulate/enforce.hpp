// Enforcement against services on the market without permission, by the leading regulator of their firm's home:
// inspections and complaints bring them to light, an officer's case stops them.
#pragma once

#include <cstdint>

#include "core/fields.hpp"
#include "core/random.hpp"
#include "world/world.hpp"

namespace leeway {

struct Enforce {
    double clue_per_harm = 0.1;

    template <class Visit>
    void fields(Visit&& field) {
        field(clue_per_harm, {"clue_per_harm", Unit::ratio, 0, 10, "assumed",
                              "how much each harm that was seen lowers the log probability of staying hidden"});
    }

    /// Opens cases against what is found this month.
    void operator()(World& world, const Draws& inspection, const Draws& hours) const;
};

/// Stops unauthorised product `p`: a fine, and the end of the service; a bad actor vanishes.
void stop_unauthorised(World& world, std::uint32_t p);

}  // namespace leeway
