// The desk: firms that are ready file, officers watch the live tests and then work off cases in the order of arrival.
// What does not fit into the month's hours waits (with decisions frozen, Lindley's recursion).
#pragma once

#include <string_view>

#include "core/fields.hpp"
#include "core/random.hpp"
#include "policy/design.hpp"
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

    void operator()(World& world, const Design& design, const Draws& draws) const;
};

}  // namespace leeway
