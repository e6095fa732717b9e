// What makes a run the run that it is. Its design point and its world are each spelled out line by line, every default
// included, and hashed; lists, counts, threads, paths and times are no part of that, so that an experiment may grow
// without losing a run.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/run_keys.hpp"
#include "experiment/plan.hpp"

namespace leeway {

/// The keys of all runs of a plan. A world holds the model's parameters with its sampled values, the version of the
/// model, the seed, its number where luck differs between worlds, the months, and the designs of the warm-up and of
/// the neighbours; a design point holds its levers and its regime of adaptation. Names and descriptions are left out.
RunKeys identify_runs(const Plan& plan);

/// How a part of a configuration differs from an earlier one: "sandbox.places was 10 and is 12", one entry a line that
/// differs, those of the experiment itself first. Of lines with the same name in one text, the last holds.
std::vector<std::string> differences(std::string_view before, std::string_view now);

}  // namespace leeway
