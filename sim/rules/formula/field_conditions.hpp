// From the laboratory to the field: what is measured under good conditions is less good, and more harmful, among
// ordinary users and equipment. Rung by rung the conditions become those of the market, in equal steps of the logs
// (evidence W11: studies missed 0 to 13 %, clinics 20 to 40 %).
#pragma once

#include <cstdint>

#include "policy/design.hpp"
#include "world/world.hpp"

namespace leeway {

/// How far service `p` is on its way from the laboratory (0) to the market (1): the r-th of n pilots stands at
/// r / (n + 1).
double way_to_market(const World& world, const Design& design, std::uint32_t p);

/// The quality of service `p` under the conditions of its stage; products.quality is that of the laboratory.
double quality_in_use(const World& world, const Design& design, std::uint32_t p);

/// Factor on the harm rate of service `p` by the conditions of its stage.
double harm_in_use(const World& world, const Design& design, std::uint32_t p);

}  // namespace leeway
