// Designs of stored results by name and by regime, as every analysis asks for them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/results.hpp"

namespace leeway {

/// The index of the design with that label, or what there is instead.
std::variant<std::size_t, std::string> design_named(const Results& results, const std::string& label);

/// Designs set against one baseline: the baseline first, then the others in the order of the experiment.
struct DesignGroup {
    std::size_t baseline = 0;
    std::vector<std::size_t> designs;
};

/// All designs by their baseline in the same regime of adaptation, where `baseline` is the one asked for.
std::vector<DesignGroup> groups_by_baseline(const Results& results, std::size_t baseline);

/// Why nothing can be compared, if there is one design only.
std::optional<std::string> too_few_designs(const Results& results);

}  // namespace leeway
