// The ring lattice: what the small world is when nobody moves and no tie is rewired, the case of exact results.
#include "world/network/kinds.hpp"
#include "world/network/symmetric.hpp"

namespace leeway {

Network ring(const CitizenGroup& citizens, std::uint32_t count) {
    const std::uint32_t reach = reach_of_ring(citizens, count);
    return symmetric_network(count, count, [&](std::size_t place, BatchOfTies& batch) {
        for (std::uint32_t step = 1; step <= reach; ++step) {
            const std::size_t nearby = (place + step) % count;
            batch.link(static_cast<std::uint32_t>(place), static_cast<std::uint32_t>(nearby));
        }
    });
}

}  // namespace leeway
