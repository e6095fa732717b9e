// How a firm sees its routes to market this month: its economics, its beliefs, the burden of the law, published waiting
// times, and the sandboxes that are open to it, at home and elsewhere.
#pragma once

#include <cstdint>

#include "rules/formula/route_value.hpp"
#include "rules/levers.hpp"
#include "world/world.hpp"

namespace leeway {

/// How product `p`'s firm sees its routes this month.
Outlook outlook_of(const World& world, const Levers& levers, std::uint32_t p);

/// What applying costs product `p`'s firm: preparing the application, more the higher the bar, unless another initiator
/// bears it; and the fee.
double cost_of_applying(const World& world, const Design& design);

/// Whether that sandbox takes product `p`'s application, as far as the firm can tell.
bool is_open_to(const World& world, const Design& design, std::size_t jurisdiction, std::size_t sandbox,
                std::uint32_t p);

/// Share of the whole population that a service at home in the jurisdiction may serve.
double market_share(const World& world, const Levers& levers, std::size_t jurisdiction);

/// Whether the levers name the jurisdiction as a partner; without names all are.
bool is_partner(const World& world, const CrossBorderLevers& levers, std::size_t jurisdiction);

/// Whether a licence of jurisdiction `home` lets a service serve the citizens of `there`.
bool may_serve(const World& world, const Levers& levers, std::size_t home, std::size_t there);

}  // namespace leeway
