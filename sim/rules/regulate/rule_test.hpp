// A rule test: for a term all firms of the sandbox's sectors live under the relaxed rules, without application. At its
// end one gate decides on the evidence of all services launched since month 0, pooled: the rule is kept, as far as the
// waivers are meant to last, or goes.
#pragma once

#include "rules/levers.hpp"
#include "world/world.hpp"

namespace leeway {

/// Begins, continues and ends the rule tests of all jurisdictions.
void run_rule_tests(World& world, const Levers& levers);

}  // namespace leeway
