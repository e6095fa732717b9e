// A sandbox design is data: every lever with unit, range and neutral value, at which it changes nothing, bit for bit.
// The names follow the guides of the World Bank, CGAP, UNSGSA and the EU AI Act.
#pragma once

#include <string>
#include <vector>

#include "core/fields.hpp"
#include "policy/change.hpp"
#include "policy/decision.hpp"
#include "policy/entry.hpp"
#include "policy/protection.hpp"
#include "policy/sandbox.hpp"
#include "policy/setting.hpp"

namespace leeway {

/// A sandbox design: all levers.
struct Design {
    std::string name = "unnamed";
    std::string description;
    std::string source;
    std::vector<SandboxLevers> sandbox{SandboxLevers{}};
    EligibilityLevers eligibility;
    IntakeLevers intake;
    WaiverLevers waivers;
    SafeguardLevers safeguards;
    SupervisionLevers supervision;
    GateLevers gate;
    ExitLevers exit;
    CoordinationLevers coordination;
    LearningLevers learning;
    TransparencyLevers transparency;
    CrossBorderLevers cross_border;
    EvaluationLevers evaluation;
    RulebookLevers rulebook;
    std::vector<Change> changes;

    template <class Visit>
    void fields(Visit&& field) {
        field(name, {"name", Unit::none, 0, 0, "design", "name of the design"});
        field(description, {"description", Unit::none, 0, 0, "design", "what the design stands for, in a sentence"});
        field(source, {"source", Unit::none, 0, 0, "design", "where the design comes from"});
        field(sandbox, "sandbox", 1, 8, "the live tests, one table per sandbox");
        field(eligibility, "eligibility", "who may be admitted");
        field(intake, "intake", "how applicants become admitted");
        field(waivers, "waivers", "which rules are relaxed");
        field(safeguards, "safeguards", "what protects users of a pilot");
        field(supervision, "supervision", "how closely tests are watched");
        field(gate, "gate", "the decision at the end of a pilot");
        field(exit, "exit", "what a graduate gains");
        field(coordination, "coordination", "how regulators work together");
        field(learning, "learning", "whether evidence becomes rules");
        field(transparency, "transparency", "what of the tests is published");
        field(cross_border, "cross_border", "what other jurisdictions recognise");
        field(evaluation, "evaluation", "what the programme could learn about itself");
        field(rulebook, "rulebook", "what the law asks of everybody");
        field(changes, "changes", 0, 64, "levers over time");
    }

    /// Whether any sandbox takes applications.
    bool has_open_sandbox() const;
};

/// The names in a scenario that a design may refer to.
struct KnownNames {
    std::vector<std::string> provisions, sectors, regulators, jurisdictions, firm_kinds;
};

/// What is wrong with a design as a whole, given the names that the scenario has; empty when it can be run.
std::vector<Complaint> complaints(const Design& design, const KnownNames& known);

/// Makes one change of levers: the lever by its dotted name takes the value (or the word) of `change`; false when the
/// design has no such lever.
bool apply_change(Design& design, const Change& change);

}  // namespace leeway
