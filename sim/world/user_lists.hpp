// Who uses each service, by group, in ascending order: harm finds its victims here, and activity its users, without
// going through the population. The lists are made when they are first asked for and follow the moves of each month.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace leeway {

struct World;

/// A citizen who joins or leaves the users of a cell (product * groups + group).
struct Move {
    std::uint32_t cell, citizen;
    bool joins;
};

struct UserLists {
    bool kept = false;
    std::vector<std::vector<std::uint32_t>> of_cell;
    std::vector<Move> moves;  ///< since the lists were last brought up to date
};

/// Brings the lists up to date.
void update_users(World& world);

/// Agents who use product `p`, of all groups.
double agents_of(const World& world, std::size_t p);

/// The users of product `p` in group `g`, as of the last update.
std::span<const std::uint32_t> users_of(const World& world, std::size_t p, std::size_t g);

}  // namespace leeway
