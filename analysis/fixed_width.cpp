#include "analysis/fixed_width.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>

namespace leeway {
namespace {

std::size_t count_contrasts(const std::vector<std::size_t>& baseline_of) {
    std::size_t contrasts = 0;
    for (std::size_t design = 0; design < baseline_of.size(); ++design) contrasts += baseline_of[design] != design;
    return contrasts;
}

/// The quantile with which each of so many contrasts is held.
double t_quantile(const WidthGoal& goal, std::size_t contrasts) {
    const boost::math::students_t distribution(static_cast<double>(goal.first_stage - 1));
    const double missed = (1 - goal.confidence) / (2 * static_cast<double>(contrasts));
    return boost::math::quantile(boost::math::complement(distribution, missed));
}

}  // namespace

WidthAnswer judge_width(const ReplicateMeans& means, const std::vector<std::size_t>& baseline_of,
                        const WidthGoal& goal) {
    constexpr double unknown = std::numeric_limits<double>::infinity();
    WidthAnswer answer;
    answer.half_widths.assign(baseline_of.size(), std::numeric_limits<double>::quiet_NaN());
    const std::size_t contrasts = count_contrasts(baseline_of), replicates = means.replicates();
    const bool can_tell = replicates >= goal.first_stage;
    answer.reached = can_tell;
    for (std::size_t design = 0; design < baseline_of.size(); ++design) {
        const std::size_t baseline = baseline_of[design];
        if (baseline == design) continue;
        answer.half_widths[design] = unknown;
        if (!can_tell) continue;
        const double first = paired_difference(means, design, baseline, goal.first_stage).variance;
        const double all = paired_difference(means, design, baseline, replicates).variance;
        const double of_one = t_quantile(goal, contrasts) * std::sqrt(std::max(first, all));
        answer.half_widths[design] = of_one / std::sqrt(static_cast<double>(replicates));
        const double ratio = of_one / goal.half_width;
        answer.replicates_needed = std::max(answer.replicates_needed, std::ceil(ratio * ratio));
        answer.reached = answer.reached && answer.half_widths[design] <= goal.half_width;
    }
    return answer;
}

}  // namespace leeway
