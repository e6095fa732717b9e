// The random graph of Gilbert (1959), which the literature calls Erdős–Rényi: no structure at all, the yardstick for
// clustering and components.
#include "world/network/chosen_pairs.hpp"
#include "world/network/kinds.hpp"
#include "world/network/symmetric.hpp"

namespace leeway {

Network erdos_renyi(const CitizenGroup& citizens, std::uint32_t count, const Draws& draws) {
    const double others = std::max(1.0, count - 1.0);
    const PairTrials trials(draws, std::min(1.0, citizens.degree / others));
    return symmetric_network(count, count, [&](std::size_t row, BatchOfTies& batch) {
        const auto vertex = static_cast<std::uint32_t>(row);
        trials.visit_chosen(vertex, vertex + 1, count, [&](std::uint32_t other) { batch.link(vertex, other); });
    });
}

}  // namespace leeway
