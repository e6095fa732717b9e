// The firm in a test: what it learns of its demand, and whether what remains is worth its while.
#pragma once

#include <cstdint>

#include "rules/levers.hpp"
#include "world/world.hpp"

namespace leeway {

inline std::int32_t months_in_stage(const World& world, std::uint32_t p) {
    return world.month - world.products.since[p];
}

/// Months of the pilots that product `p` has still before it, from the beginning of the next.
double months_of_pilots_left(const World& world, const Design& design, std::uint32_t p);

/// A test moves the firm's idea of product `p`'s demand the given share of the way to the truth.
void learn_demand(World& world, const Design& design, std::uint32_t p, double share);

/// Whether the firm goes on with product `p`, which reaches its graduation in `months_left`.
bool worth_going_on(const World& world, const Levers& levers, std::uint32_t p, double months_left);

/// From now on the owner's evidence on product `p` counts at its gate; what it has seen before does not.
void begin_record(World& world, const Design& design, std::uint32_t p);

/// Product `p` enters its next pilot: less of the relief is left the further it has come, the firm complies with what
/// is no longer waived, and chooses its effort anew.
void begin_pilot(World& world, const Design& design, std::uint32_t p);

}  // namespace leeway
