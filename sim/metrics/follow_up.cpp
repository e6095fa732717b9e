#include "metrics/follow_up.hpp"

#include <cmath>
#include <limits>

#include "core/results.hpp"

namespace leeway {
namespace {

bool is_followed(const World& world, std::size_t f) {
    const std::int32_t decided = world.firms.decided[f];
    return !world.firms.is_established(f) && world.firms.jurisdiction[f] == 0 && decided != never && decided >= 0 &&
           decided + follow_up_months <= world.end_month;
}

FollowUp mean_of(FollowUp sum) {
    const double firms = sum.firms;
    if (firms <= 0) return {0, missing_value, missing_value, missing_value, missing_value, missing_value};
    return {firms,
            sum.raised_before / firms,
            sum.raised_after / firms,
            sum.alive / firms,
            sum.launched / firms,
            sum.complaints / firms};
}

// The firm of the other group that looks most alike in what an evaluator sees: sector, time of decision and size.
double raised_by_closest(const World& world, std::size_t f, Decision group) {
    double closest = std::numeric_limits<double>::infinity(), raised = missing_value;
    for (std::size_t other = 0; other < world.firms.count(); ++other) {
        if (world.firms.decision[other] != group || !is_followed(world, other)) continue;
        if (world.products.sector[other] != world.products.sector[f]) continue;
        const double distance = std::abs(world.firms.decided[other] - world.firms.decided[f]) / 12.0 +
                                std::abs(world.firms.raised_before[other] - world.firms.raised_before[f]) / 100.0;
        if (distance >= closest) continue;
        closest = distance;
        raised = world.firms.raised_after[other];
    }
    return raised;
}

double matched_difference(const World& world) {
    double sum = 0, pairs = 0;
    for (std::size_t f = 0; f < world.firms.count(); ++f) {
        if (world.firms.decision[f] != Decision::admitted || !is_followed(world, f)) continue;
        const double other = raised_by_closest(world, f, Decision::rejected);
        if (std::isnan(other)) continue;
        sum += world.firms.raised_after[f] - other;
        ++pairs;
    }
    return pairs > 0 ? sum / pairs : missing_value;
}

}  // namespace

std::array<FollowUp, decision_count> follow_up_of(const World& world) {
    std::array<FollowUp, decision_count> groups;
    for (std::size_t f = 0; f < world.firms.count(); ++f) {
        if (!is_followed(world, f)) continue;
        FollowUp& group = groups[static_cast<std::size_t>(world.firms.decision[f])];
        const std::int32_t end = world.firms.decided[f] + follow_up_months;
        ++group.firms;
        group.raised_before += world.firms.raised_before[f];
        group.raised_after += world.firms.raised_after[f];
        group.alive += world.firms.ended[f] >= end ? 1 : 0;
        group.launched += world.products.launched[f] < end ? 1 : 0;
        group.complaints += world.firms.complaints_after[f];
    }
    for (FollowUp& group : groups) group = mean_of(group);
    return groups;
}

double estimate_of_programme(const World& world, EvaluationMethod method,
                             const std::array<FollowUp, decision_count>& groups) {
    const auto of = [&](Decision decision) { return groups[static_cast<std::size_t>(decision)]; };
    const FollowUp admitted = of(Decision::admitted);
    switch (method) {
        case EvaluationMethod::none:
            return missing_value;
        case EvaluationMethod::before_after:
            return admitted.raised_after - admitted.raised_before;
        case EvaluationMethod::matched:
            return matched_difference(world);
        case EvaluationMethod::lottery:
            return admitted.raised_after - of(Decision::rejected).raised_after;
        case EvaluationMethod::hold_out:
            return admitted.raised_after - of(Decision::held_out).raised_after;
    }
    return missing_value;
}

}  // namespace leeway
