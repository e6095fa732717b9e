// The stylised facts of sandboxes (evidence.md, section 5) that the scorecard puts to a scenario, by family.
#pragma once

#include <string>
#include <vector>

#include "experiment/validity/fact.hpp"

namespace leeway {

/// Every fact, in the order of its number.
std::vector<Fact> all_facts();

std::vector<Fact> capital_facts();   ///< S1 to S3: what admission does to money, and to whom
std::vector<Fact> entry_facts();     ///< S4 and S15: who enters beside a sandbox, and under strict rules
std::vector<Fact> capacity_facts();  ///< S5 and S6: demand, places, officers, and relief without dialogue
std::vector<Fact> passage_facts();   ///< S8 and S9: what becomes of the admitted, and of their exemptions
std::vector<Fact> harm_facts();      ///< S11 to S13: where, when and on whom harm falls
std::vector<Fact> trust_facts();     ///< S14 and S18: what trust does, and what a badge does

/// The designs that facts name.
inline constexpr const char *tested = "cohort", *untested = "status-quo";

/// The sandbox by itself, compared with nothing.
inline std::vector<Arm> sandbox_as_it_is(const Scenario&) { return {{tested}}; }

/// Why facts about venture money or new firms have no meaning in a scenario; empty where they have.
std::string without_new_firms(const Scenario& scenario);

}  // namespace leeway
