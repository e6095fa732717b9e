// What the authors of a scenario know that it does not show, and why: `validity.toml` beside its world.toml.
#pragma once

#include <string>
#include <vector>

#include "core/fields.hpp"
#include "core/problems.hpp"
#include "experiment/validity/scorecard.hpp"

namespace leeway {

/// A fact that a scenario does not reproduce, with the reason that was found by looking.
struct KnownGap {
    std::string fact;
    std::string reason;

    template <class Visit>
    void fields(Visit&& field) {
        field(fact, {"fact", Unit::none, 0, 0, "scenario", "id of the fact, as the scorecard has it"});
        field(reason, {"reason", Unit::none, 0, 0, "scenario", "why the scenario does not show it"});
    }
};

/// All of them in one scenario, and what its facts are asked under.
struct KnownGaps {
    std::vector<std::string> settings;
    std::vector<KnownGap> gaps;

    template <class Visit>
    void fields(Visit&& field) {
        field(settings, {"settings", Unit::none, 0, 0, "scenario",
                         "key=value of all arms of facts: levers that every design has in this scenario"});
        field(gaps, "gap", 0, 100, "the facts that the scenario does not show");
    }
};

/// The gaps of a scenario, named as in experiments; none where it has no such file. Unknown facts are problems.
KnownGaps read_known_gaps(const std::string& scenario, const std::vector<Fact>& facts, Problems& problems);

/// Gives rows that are not reproduced the reason that is known; they need not hold any more. A gap that has closed is
/// kept in the row as its reason, so that it is struck from the file.
void explain_rows(std::vector<ScoreRow>& rows, const KnownGaps& known);

}  // namespace leeway
