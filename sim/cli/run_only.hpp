// `leeway run … --only DESIGN:WORLD:REPLICATE`: makes one run of an experiment again, by itself, and prints what it
// gives; nothing is stored.
#pragma once

#include <cstddef>
#include <string>

#include "cli/run.hpp"
#include "experiment/plan.hpp"

namespace leeway {

/// Makes the run that `options.only` names. Returns the exit code: 0 done, 1 it failed, 2 there is no such run.
int run_only(const Plan& plan, const RunOptions& options);

/// The command that makes one run of these options again.
std::string command_for_only(const RunOptions& options, const std::string& design, std::size_t world,
                             std::size_t replicate);

}  // namespace leeway
