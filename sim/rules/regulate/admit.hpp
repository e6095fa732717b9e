// The intake: assessed applicants are picked by merit, by lottery or in the order of arrival, while places last.
// Merit is quality as the regulator sees it, with noise: part of what admitted firms show is selection.
#pragma once

#include "core/random.hpp"
#include "policy/design.hpp"
#include "world/world.hpp"

namespace leeway {

struct Admit {
    void operator()(World& world, const Design& design, const Draws& draws) const;
};

}  // namespace leeway
