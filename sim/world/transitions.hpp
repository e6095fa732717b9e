// The few changes of state that several rules make, each keeping the columns consistent with one another.
#pragma once

#include <cstdint>

#include "world/world.hpp"

namespace leeway {

/// Product `p` enters `stage` this month.
inline void enter_stage(World& world, std::uint32_t p, Stage stage) {
    world.products.stage[p] = stage;
    world.products.since[p] = world.month;
}

/// Citizen `i` begins to use product `p` of sector `k`; tell_neighbours lets the neighbours see it.
void start_using(World& world, std::size_t k, std::uint32_t i, std::int32_t p);

/// Citizen `i` stops using its product of sector `k`; tell_neighbours lets the neighbours see it.
void stop_using(World& world, std::size_t k, std::uint32_t i);

/// Product `p` ends; its users leave it when they next look (the adopt phase).
void withdraw(World& world, std::uint32_t p);

/// Firm `f` ends with all its products; its account is closed.
void end_firm(World& world, std::uint32_t f, FirmStatus how);

/// The firm drops product `p`; a firm that has nothing else to live from ends with it.
void give_up_idea(World& world, std::uint32_t p, FirmStatus how);

/// Firm `f` pays `amount` (thousand currency), booked under the member `use` of the money ledger.
void pay(World& world, std::uint32_t f, double Money::*use, double amount);

/// Firm `f` receives `amount` (thousand currency), booked under the member `source` of the money ledger.
inline void receive(World& world, std::uint32_t f, double Money::*source, double amount) {
    world.firms.capital[f] += amount;
    world.jurisdictions[world.firms.jurisdiction[f]].money.*source += amount;
}

}  // namespace leeway
