// Which kind of network the scenario asks for.
#include "world/network/kinds.hpp"

namespace leeway {
namespace {

Network build(const CitizenGroup& citizens, std::span<const std::uint32_t> first_of_group, const Draws& draws) {
    const std::uint32_t count = first_of_group.back();
    switch (citizens.network) {
        case NetworkKind::erdos_renyi:
            return erdos_renyi(citizens, count, draws);
        case NetworkKind::scale_free:
            return scale_free(citizens, count, draws);
        case NetworkKind::block_model:
            return block_model(citizens, first_of_group, draws);
        case NetworkKind::ring:
            return ring(citizens, count);
        case NetworkKind::complete:
            return complete_network(count);
        default:
            return small_world(citizens, first_of_group, draws);
    }
}

}  // namespace

Network complete_network(std::uint32_t count) {
    Network network;
    network.largest_degree = count == 0 ? 0 : count - 1;
    network.complete = true;
    return network;
}

std::shared_ptr<const Network> acquaintances_of(const CitizenGroup& citizens,
                                                std::span<const std::uint32_t> first_of_group, const Draws& draws) {
    if (citizens.network == NetworkKind::edge_list && citizens.listed) return citizens.listed;
    return std::make_shared<const Network>(build(citizens, first_of_group, draws));
}

}  // namespace leeway
