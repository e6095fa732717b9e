// First and total Sobol indices (Sobol 1993; Homma and Saltelli 1996, Reliab. Eng. Syst. Saf. 52) from a Saltelli plan:
// how much of the variance between worlds a parameter explains by itself, and how much with all its interactions. First
// index by Saltelli and others (2010, Comput. Phys. Commun. 181), total index by Jansen (1999, Comput. Phys. Commun.
// 117); what luck adds to either and to the variance is taken off.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "analysis/interval.hpp"
#include "core/results.hpp"

namespace leeway {

/// Two independent worlds, and for each parameter the first one with this parameter taken from the other; by index.
struct SaltelliBlock {
    std::size_t first, other;
    std::vector<std::size_t> mixed;  ///< parallel to the plan's parameters
};

/// The blocks of a plan, and the parameters that it moves (indices into results.parameters).
struct SaltelliPlan {
    std::vector<std::size_t> parameters;
    std::vector<SaltelliBlock> blocks;

    /// Worlds in a block.
    std::size_t block_size() const { return parameters.size() + 2; }
};

/// The blocks of these worlds, or why they are no Saltelli plan.
std::variant<SaltelliPlan, std::string> saltelli_plan(const Results& results);

/// Both indices of a parameter. The estimates have next to no bias and may fall outside 0 to 1; the intervals (by the
/// jackknife over groups of blocks) are cut there.
struct SobolIndices {
    std::size_t parameter = 0;  ///< index into results.parameters
    Interval first, total;
};

/// The indices of all parameters of a plan, in its order. `values` and `luck` are means of worlds and the variances
/// that luck gives them (0 where not known), by index of world; blocks with a missing value are left out.
std::vector<SobolIndices> sobol_indices(const SaltelliPlan& plan, const std::vector<double>& values,
                                        const std::vector<double>& luck);

/// What no single parameter explains: 1 less the sum of the first indices, likewise, and itself cut at 0 and 1.
Interval unexplained_share(const SaltelliPlan& plan, const std::vector<double>& values,
                           const std::vector<double>& luck);

}  // namespace leeway
