// A run made again under the eyes of a teller, who looks at the world after every phase of every month.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "experiment/retell.hpp"

namespace leeway {

/// Called with the world and the name of the phase that has just run: a rule, or `end` after the last month.
using Watch = std::function<void(const World& world, std::string_view phase)>;
inline constexpr std::string_view end_phase = "end";

/// Makes the run at `place` again, the warm-up too.
void watch_run(const Plan& plan, const RunPlace& place, const Watch& watch);

}  // namespace leeway
