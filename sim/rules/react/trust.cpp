#include "rules/react/trust.hpp"

#include <algorithm>
#include <vector>

#include "core/vector_clones.hpp"
#include "world/for_each_stretch.hpp"
#include "world/neighbours_see.hpp"

namespace leeway {
namespace {

/// Where trust goes, for users of some service and for others, and how far in a month.
struct Drift {
    float with_use, without_use, recovery;
};

LEEWAY_VECTOR_CLONES void drift(float* trust, const std::uint8_t* services, std::uint32_t size, Drift to) {
    for (std::uint32_t i = 0; i < size; ++i) {
        const float target = services[i] > 0 ? to.with_use : to.without_use;
        trust[i] += to.recovery * (target - trust[i]);
    }
}

LEEWAY_VECTOR_CLONES void take_losses(float* trust, const std::uint32_t* loss, std::uint32_t size) {
    for (std::uint32_t i = 0; i < size; ++i) {
        const float left =
            trust[i] - static_cast<float>(static_cast<std::int32_t>(loss[i])) * static_cast<float>(loss_unit);
        trust[i] = left > 0 ? left : 0;
    }
}

}  // namespace

// Victims tell their acquaintances; all losses are taken from the trust of before, then applied at once.
void Trust::operator()(World& world) const {
    Citizens& citizens = world.citizens;
    if (!citizens.loss.empty()) spread_to_neighbours(world, citizens.loss, word_of_mouth, all_trust);
    for_each_stretch(citizens, [&](std::size_t, const Stretch& stretch) {
        const auto [begin, end, group] = stretch;
        const double base = world.segment_of_group(group).trust;
        const Drift to{static_cast<float>(std::min(1.0, base + lift)), static_cast<float>(base),
                       static_cast<float>(recovery)};
        drift(&citizens.trust[begin], &citizens.services[begin], end - begin, to);
        if (!citizens.loss.empty()) take_losses(&citizens.trust[begin], &citizens.loss[begin], end - begin);
    });
    std::fill(citizens.loss.begin(), citizens.loss.end(), 0);
}

}  // namespace leeway
