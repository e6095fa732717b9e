// How many replicates there are to be: the number that the experiment gives, or as many as it takes until something is
// known. Looks happen after complete rounds over all designs and worlds alone, so that neither the order nor the time
// in which runs end can decide anything.
#pragma once

#include <cstdint>
#include <string>

#include "analysis/replicate_means.hpp"
#include "core/results.hpp"
#include "experiment/plan.hpp"

namespace leeway {

/// What comes after some complete replicates.
struct RoundPlan {
    std::int64_t replicates = 0;  ///< how many there are to be in all; as many as are done when nothing more is to run
    std::int64_t expected = 0;    ///< how many it may take in the end, as it looks now (for progress)
    std::string precision;        ///< what is known by now, in a sentence
    std::vector<double> half_width;     ///< by design point, as `Results` keeps it
    std::vector<std::int64_t> is_best;  ///< likewise
};

/// The next round of a plan whose designs all have `done` replicates in all worlds. `value` gives the outcome
/// `plan.experiment.until.metric` of these runs, NaN where it is missing or the run failed; it is not called where the
/// experiment gives a number. Start with none done and go on until `replicates` equals `done`. The answer is a function
/// of the values, so that a resumed experiment goes the same way.
RoundPlan next_replicates(const Plan& plan, std::int64_t done, const RunValue& value);

/// Keeps in the results what the last round found.
void note_precision(const RoundPlan& last, Results& results);

/// Why the runs of this plan cannot be split into shards; empty where they can.
std::string why_no_shards(const Plan& plan);

}  // namespace leeway
