#include "world/user_lists.hpp"

#include <algorithm>
#include <iterator>

#include "core/parallel.hpp"
#include "world/world.hpp"

namespace leeway {
namespace {

void list_all_users(World& world) {
    const Citizens& citizens = world.citizens;
    std::vector<std::vector<std::uint32_t>>& lists = world.users.of_cell;
    lists.resize(world.agents_using.size());
    for (std::size_t cell = 0; cell < lists.size(); ++cell) lists[cell].reserve(world.agents_using[cell]);
    for (const SectorUse& use : citizens.use) {
        for (const Stretch& stretch : citizens.stretches) {
            for (std::uint32_t i = stretch.begin; i < stretch.end; ++i) {
                if (use.product[i] != no_product) lists[world.cell_of(use.product[i], stretch.group)].push_back(i);
            }
        }
    }
    world.users.kept = true;
}

using Moves = std::span<const Move>;

// The old list without all who moved, merged with those whose last move was to join. Moves are in ascending order of
// citizens, and in the order of time for each.
void apply_moves(std::vector<std::uint32_t>& list, Moves moves) {
    std::vector<std::uint32_t> moved, joined, stayed;
    for (std::size_t m = 0; m < moves.size(); ++m) {
        const bool is_last = m + 1 == moves.size() || moves[m + 1].citizen != moves[m].citizen;
        if (!is_last) continue;
        moved.push_back(moves[m].citizen);
        if (moves[m].joins) joined.push_back(moves[m].citizen);
    }
    stayed.reserve(list.size());
    std::set_difference(list.begin(), list.end(), moved.begin(), moved.end(), std::back_inserter(stayed));
    list.resize(stayed.size() + joined.size());
    std::merge(stayed.begin(), stayed.end(), joined.begin(), joined.end(), list.begin());
}

// The moves of each cell that has any.
std::vector<Moves> by_cell(const std::vector<Move>& moves) {
    std::vector<Moves> parts;
    for (auto first = moves.begin(); first != moves.end();) {
        const auto next = std::find_if(first, moves.end(), [&](const Move& move) { return move.cell != first->cell; });
        parts.emplace_back(first, next);
        first = next;
    }
    return parts;
}

}  // namespace

void update_users(World& world) {
    UserLists& users = world.users;
    if (!users.kept) return list_all_users(world);
    std::stable_sort(users.moves.begin(), users.moves.end(), [](const Move& a, const Move& b) {
        return a.cell != b.cell ? a.cell < b.cell : a.citizen < b.citizen;
    });
    const std::vector<Moves> parts = by_cell(users.moves);
    for_each_index(parts.size(),
                   [&](std::size_t part) { apply_moves(users.of_cell[parts[part].front().cell], parts[part]); });
    users.moves.clear();
}

double agents_of(const World& world, std::size_t p) {
    double agents = 0;
    for (std::size_t g = 0; g < world.groups(); ++g) agents += world.agents_using[p * world.groups() + g];
    return agents;
}

std::span<const std::uint32_t> users_of(const World& world, std::size_t p, std::size_t g) {
    return world.users.of_cell[p * world.groups() + g];
}

}  // namespace leeway
