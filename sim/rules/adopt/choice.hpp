// Citizens who have crossed their threshold leave their service or choose one: logit as an exponential race.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/adopt/offers.hpp"

namespace leeway {

/// The `leaving` stop using their services of sector `k` and draw a new threshold; who is left behind by a test that
/// ended without a plan for its users loses trust.
void leave(const Adopt& rule, World& world, const Levers& levers, std::size_t k,
           const std::vector<std::uint32_t>& leaving, const Draws& draws);

/// The `adopting` choose among the offers of sector `k`, whose room shrinks. Who finds no place waits with the
/// threshold spent, and looks again next month. Returns those who have started to use a service.
std::vector<std::uint32_t> take_up(World& world, std::size_t k, const std::vector<std::uint32_t>& adopting,
                                   std::vector<Offer>& offers, const Draws& draws);

}  // namespace leeway
