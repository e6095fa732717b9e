// The designs that a search chooses from: the points that [vary] makes of the compared designs.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/interval.hpp"
#include "experiment/plan.hpp"
#include "experiment/search/design_search.hpp"

namespace leeway {

/// Why there is nothing to search in an experiment; nothing if there is.
std::optional<std::string> why_no_search(const Plan& plan);

/// The space of a plan: which of the swept designs, then which value of each swept lever.
ChoiceSpace choice_space(const Plan& plan);

/// The design point of a choice, as an index into `plan.designs`.
std::size_t design_of(const Plan& plan, const LeverChoice& choice);

/// The plan with the baseline and these design points alone, and so many replicates.
Plan plan_of_points(const Plan& plan, const std::vector<std::size_t>& designs, std::int64_t replicates);

/// An outcome of a run of such a plan; NaN where it is missing.
using PointValue = std::function<double(std::size_t design, std::size_t world, std::size_t replicate)>;

/// What design number `design` of such a plan changes against the baseline, from replicates `first` to before `end`:
/// paired, averaged over replicates, then over worlds, with the t interval over worlds. Where the baseline has no value
/// nothing is compared, for any design; where only the design has none, nothing is known of it (NaN).
Interval change_against_baseline(const PointValue& value, std::size_t design, std::size_t worlds, std::size_t first,
                                 std::size_t end);

/// A lever with the values that found designs give it, in words, each once.
struct FoundValues {
    std::string lever;
    std::vector<std::string> values;
};

/// Of each swept lever, and first of the base design if several are swept.
std::vector<FoundValues> values_in(const Plan& plan, const std::vector<std::size_t>& designs);

/// The design as a TOML file of its own under this name.
std::string design_file(const Plan& plan, std::size_t design, const std::string& name, const std::string& source);

}  // namespace leeway
