// Settles what a plan of worlds leaves open until the scenario is known: which parameters each part samples, and what
// its files hold.
#pragma once

#include "experiment/layers.hpp"

namespace leeway {

/// Completes `layered.experiment.worlds`: reads its files, gives every part its parameters in the order of the
/// scenario, and turns a product of one part into that part, so that equal plans look equal. Parameters that only a
/// file names join the uncertain ones. What does not fit is noted among the problems.
void settle_worlds(Layered& layered);

}  // namespace leeway
