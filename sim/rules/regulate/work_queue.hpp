// The desk: officers work off cases in the order of arrival, each case at most as long as one officer works in a month.
// What does not fit into the month's hours waits (with decisions frozen, Lindley's recursion; with many officers, the
// queue M/M/c). A file that one of several regulators has cleared goes to the next for the month after.
#pragma once

#include "core/fields.hpp"
#include "core/random.hpp"
#include "rules/levers.hpp"
#include "world/world.hpp"

namespace leeway {

struct WorkQueue {
    double refusal_factor = 4;
    double refile_error = 0.5;
    std::int64_t most_refilings = 3;

    template <class Visit>
    void fields(Visit&& field) {
        field(refusal_factor,
              {"refusal_factor", Unit::ratio, 0, 1000, "assumed",
               "an authorisation is refused when the predicted harm rate exceeds this multiple of the risk tolerance"});
        field(refile_error, {"refile_error", Unit::ratio, 0, 1, "assumed",
                             "factor on the probability of a defect each time that a file is mended"});
        field(most_refilings, {"most_refilings", Unit::count, 0, 100, "assumed",
                               "times that a file is mended before the firm withdraws it"});
    }

    /// `files` decides on files, `hours` on how long the cases take that one regulator hands to the next.
    void operator()(World& world, const Levers& levers, const Draws& files, const Draws& hours) const;
};

}  // namespace leeway
