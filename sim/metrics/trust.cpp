// Outcomes of trust.
#include <algorithm>

#include "metrics/reading.hpp"

namespace leeway {
namespace {

double trust_mean(const Recording& run) { return run.last().governed().trust_mean; }
double trust_mean_in_month(const Recording& run, std::size_t j) { return run.snapshots[j + 1].governed().trust_mean; }
double trust_mean_of_segment(const Recording& run, std::size_t s) { return run.last().trust[s]; }
double trust_mean_in_jurisdiction(const Recording& run, std::size_t j) {
    return run.last().in_jurisdiction[j].trust_mean;
}
double trust_min(const Recording& run) {
    double lowest = run.start().governed().trust_mean;
    for (std::size_t j = static_cast<std::size_t>(-run.first_month); j < run.snapshots.size(); ++j)
        lowest = std::min(lowest, run.snapshots[j].governed().trust_mean);
    return lowest;
}
double trust_spread(const Recording& run) {
    const auto end = run.last().trust.begin() + static_cast<std::ptrdiff_t>(run.segments());
    const auto [least, most] = std::minmax_element(run.last().trust.begin(), end);
    return *most - *least;
}

}  // namespace

// One row per outcome, in columns.
// clang-format off
std::vector<Metric> trust_metrics() {
    return {
        {"trust_mean", "1", trust_axis, more, true, "mean trust at the horizon", trust_mean, trust_mean_in_month, trust_mean_of_segment, nullptr, trust_mean_in_jurisdiction},
        {"trust_min", "1", trust_axis, more, true, "lowest monthly mean trust from month 0", trust_min},
        {"trust_spread", "1", trust_axis, less, true, "largest less smallest mean trust of the segments at the horizon", trust_spread},
        {"backlash_months", "month", trust_axis, less, false, "months of moratorium with rules tightened by backlash", counted<&JurisdictionSnapshot::backlash_months>},
    };
}
// clang-format on

}  // namespace leeway
