// The evaluation mirror: what an evaluation of a sandbox would have concluded from the sandbox's own data, and what is
// true. The data are those that evaluators have: admitted, rejected, held-out and outside firms, before and after the
// decision. The truth is the same history with a placebo sandbox, which admits the same way but relaxes, supervises and
// signals nothing: what it takes away from admitted firms is the effect of admission on them. The error of a method
// then splits in two: selection, which is what the method finds where there is nothing to find (the placebo), and
// interference, which is the rest: effects on the firms that it compares with (Rubin 1980, J. Am. Statist. Ass. 75; on
// difference in differences, matching and their assumptions Imbens and Wooldridge 2009, J. Econ. Lit. 47).
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "analysis/answer_frame.hpp"
#include "analysis/interval.hpp"
#include "core/results.hpp"
#include "metrics/metric_table.hpp"

namespace leeway {

/// What one method finds of one effect, over all runs.
struct MirrorEstimate {
    std::string method;     ///< in words: "against rejected firms"
    Interval found;         ///< mean over units of what a run's evaluator finds
    std::size_t runs = 0;   ///< in which the method finds anything
    Interval error;         ///< found less true, in `pairs`; NaN without a placebo twin
    Interval selection;     ///< of it: what the same method finds under the placebo
    Interval interference;  ///< of it: the rest
    std::size_t pairs = 0;  ///< runs in which the method finds something both with the sandbox and with its placebo
    double share_with_sign = missing_value;  ///< of those runs: share in which the sign is that of the mean true
                                             ///< effect; NaN if the interval of that holds zero
};

/// One effect of admission on admitted firms.
struct MirrorEffect {
    std::string name, unit;  ///< "money raised in 24 months", "thousand currency"
    bool share = false;      ///< written in percent and points
    Interval truth;          ///< NaN without a placebo twin
    std::vector<MirrorEstimate> estimates;
};

/// What the whole programme changes against the baseline: everybody, not only admitted firms.
struct ProgrammeTotal {
    const Metric* metric = nullptr;
    Interval change;
};

/// The mirror held up to one design.
struct MirrorDesign {
    std::string name, baseline;
    std::optional<std::string> placebo;  ///< the design that differs in nothing but `sandbox.placebo`
    double admitted = 0, rejected = 0, held_out = 0, outsiders = 0;  ///< followed firms in a run, mean over runs
    double admitted_under_placebo = missing_value;
    std::vector<MirrorEffect> effects;
    std::vector<ProgrammeTotal> totals;
};

struct MirrorAnswer : AnswerFrame {
    std::vector<MirrorDesign> designs;
};

/// The mirror of every design that admits firms and is no placebo, or why there is none.
std::variant<MirrorAnswer, std::string> hold_up_mirror(const Results& results,
                                                       const std::optional<std::string>& baseline);

}  // namespace leeway
