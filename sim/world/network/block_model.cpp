// A stochastic block model (Holland, Laskey and Leinhardt 1983) whose blocks are the groups: two citizens of one group
// know each other with one probability, all others with another.
#include <vector>

#include "world/network/chosen_pairs.hpp"
#include "world/network/kinds.hpp"
#include "world/network/symmetric.hpp"

namespace leeway {
namespace {

/// A group, and the trials of its members with each other.
struct Block {
    std::uint32_t end;
    PairTrials within;
};

std::vector<Block> blocks_of(const CitizenGroup& citizens, std::span<const std::uint32_t> first_of_group,
                             double anywhere, const Draws& draws) {
    std::vector<Block> blocks;
    for (std::size_t g = 0; g + 1 < first_of_group.size(); ++g) {
        const double members = first_of_group[g + 1] - first_of_group[g];
        const double among_own = citizens.homophily * citizens.degree / std::max(1.0, members - 1);
        blocks.push_back({first_of_group[g + 1], PairTrials(draws, std::min(1.0, among_own + anywhere))});
    }
    return blocks;
}

}  // namespace

Network block_model(const CitizenGroup& citizens, std::span<const std::uint32_t> first_of_group, const Draws& draws) {
    const std::uint32_t count = first_of_group.back();
    const double others = std::max(1.0, count - 1.0);
    const double anywhere = std::min(1.0, (1 - citizens.homophily) * citizens.degree / others);
    const PairTrials between(draws.named("between"), anywhere);
    const std::vector<Block> blocks = blocks_of(citizens, first_of_group, anywhere, draws.named("within"));
    return symmetric_network(count, count, [&](std::size_t row, BatchOfTies& batch) {
        const auto vertex = static_cast<std::uint32_t>(row);
        const auto tie = [&](std::uint32_t other) { batch.link(vertex, other); };
        std::size_t own = 0;
        while (blocks[own].end <= vertex) ++own;
        blocks[own].within.visit_chosen(vertex, vertex + 1, blocks[own].end, tie);
        between.visit_chosen(vertex, blocks[own].end, count, tie);
    });
}

}  // namespace leeway
