// The gate at the end of each pilot: audit, verdict, and what follows from it for the firm, for others who learn of it,
// and for the rulebook. A sequential gate is asked every month.
#pragma once

#include <cstdint>

#include "core/fields.hpp"
#include "core/random.hpp"
#include "rules/levers.hpp"
#include "world/world.hpp"

namespace leeway {

struct Gate {
    double spillover = 0.05;
    double benefit_noise = 0.2;

    template <class Visit>
    void fields(Visit&& field) {
        field(spillover, {"spillover", Unit::share, 0, 1, "assumed; sign from evidence O4 (V2)",
                          "share of other firms' error about obligations that one fully published test removes"});
        field(benefit_noise,
              {"benefit_noise", Unit::log_rate, 0, 5, "assumed",
               "standard deviation of the log error with which a pilot shows its quality; audits lower it"});
    }

    /// Product `p` comes to the gate of its pilot if it is time.
    void operator()(World& world, const Levers& levers, std::uint32_t p, const Draws& draws) const;
};

/// Product `p`'s test ends without success: the service stops, harms not yet noticed are undone as far as the design
/// provides, and a new firm has nothing else to live from.
void end_test(World& world, const Design& design, std::uint32_t p);

}  // namespace leeway
