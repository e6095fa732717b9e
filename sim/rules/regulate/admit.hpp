// The intake: assessed applicants are picked by merit, by lottery or in the order of arrival, while places last. Merit
// is quality as the regulator sees it, with noise: part of what admitted firms show is selection. Places may be kept
// for small firms and public agencies, and some of the picked be held out, so that the programme can learn about
// itself. Pooled and cross-border sandboxes admit as a product test does: each firm is tested at home.
#pragma once

#include "core/random.hpp"
#include "rules/levers.hpp"
#include "world/world.hpp"

namespace leeway {

struct Admit {
    void operator()(World& world, const Levers& levers, const Draws& draws) const;
};

}  // namespace leeway
