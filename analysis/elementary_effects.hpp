// Which of many parameters matter at all? Elementary effects of a Morris plan (Morris 1991, Technometrics 33), with the
// mean of their sizes (Campolongo, Cariboni and Saltelli 2007, Environ. Model. Softw. 22) and what luck alone would
// give.
#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "analysis/interval.hpp"
#include "core/results.hpp"

namespace leeway {

/// By how much of a prior a step of a Morris plan moves a parameter.
inline constexpr double morris_step_size = 2.0 / 3;

/// One step of a trajectory: from one world to the next, in which one parameter rises or falls.
struct MorrisStep {
    std::size_t from, to;   ///< indices of worlds
    std::size_t parameter;  ///< index into results.parameters
    bool rises;
};

/// The steps of every trajectory, or why the worlds are no Morris plan.
std::variant<std::vector<std::vector<MorrisStep>>, std::string> morris_steps(const Results& results);

/// What moving one parameter over its whole prior does to an outcome, at the rate of a step.
struct ElementaryEffect {
    std::size_t parameter = 0;  ///< index into results.parameters
    Interval size;              ///< mean of absolute effects over trajectories (mu*), with its t interval
    double mean = missing_value, spread = missing_value;  ///< mu; sigma: where it is large the effect depends on others
    double by_luck = missing_value;  ///< size that luck alone would give; NaN where it is not known
    std::size_t steps = 0;
};

/// Effects of all parameters that a plan moves, the largest first. `values` and `luck` are means of worlds and their
/// variances by luck (NaN where not known), by index of world.
std::vector<ElementaryEffect> elementary_effects(const std::vector<std::vector<MorrisStep>>& trajectories,
                                                 const std::vector<double>& values, const std::vector<double>& luck);

}  // namespace leeway
