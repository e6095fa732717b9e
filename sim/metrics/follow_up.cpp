#include "metrics/follow_up.hpp"

#include <cmath>
#include <limits>
#include <optional>

#include "core/results.hpp"

namespace leeway {
namespace {

bool is_followed(const World& world, std::size_t f) {
    const std::int32_t decided = world.firms.decided[f];
    return !world.firms.is_established(f) && world.firms.jurisdiction[f] == 0 && decided != never && decided >= 0 &&
           decided + follow_up_months <= world.end_month;
}

/// What an evaluator sees of one firm.
FollowUp seen_of(const World& world, std::size_t f) {
    const std::int32_t end = world.firms.decided[f] + follow_up_months;
    return {1,
            world.firms.raised_before[f],
            world.firms.raised_after[f],
            world.firms.ended[f] >= end ? 1.0 : 0.0,
            world.products.launched[f] < end ? 1.0 : 0.0,
            world.firms.complaints_after[f]};
}

FollowUp difference(const FollowUp& one, const FollowUp& other) {
    return {one.firms,
            one.raised_before - other.raised_before,
            one.raised_after - other.raised_after,
            one.alive - other.alive,
            one.launched - other.launched,
            one.complaints - other.complaints};
}

void add(FollowUp& sum, const FollowUp& one) {
    sum.firms += one.firms;
    sum.raised_before += one.raised_before;
    sum.raised_after += one.raised_after;
    sum.alive += one.alive;
    sum.launched += one.launched;
    sum.complaints += one.complaints;
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
std::optional<std::size_t> closest_firm(const World& world, std::size_t f, Decision group) {
    double closest = std::numeric_limits<double>::infinity();
    std::optional<std::size_t> found;
    for (std::size_t other = 0; other < world.firms.count(); ++other) {
        if (world.firms.decision[other] != group || !is_followed(world, other)) continue;
        if (world.products.sector[other] != world.products.sector[f]) continue;
        const double distance = std::abs(world.firms.decided[other] - world.firms.decided[f]) / 12.0 +
                                std::abs(world.firms.raised_before[other] - world.firms.raised_before[f]) / 100.0;
        if (distance >= closest) continue;
        closest = distance;
        found = other;
    }
    return found;
}

}  // namespace

FollowUp matched_difference(const World& world) {
    FollowUp sum;
    for (std::size_t f = 0; f < world.firms.count(); ++f) {
        if (world.firms.decision[f] != Decision::admitted || !is_followed(world, f)) continue;
        const auto other = closest_firm(world, f, Decision::rejected);
        if (other) add(sum, difference(seen_of(world, f), seen_of(world, *other)));
    }
    return mean_of(sum);
}

std::array<FollowUp, decision_count> follow_up_of(const World& world) {
    std::array<FollowUp, decision_count> groups;
    for (std::size_t f = 0; f < world.firms.count(); ++f) {
        if (!is_followed(world, f)) continue;
        add(groups[static_cast<std::size_t>(world.firms.decision[f])], seen_of(world, f));
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
            return matched_difference(world).raised_after;
        case EvaluationMethod::lottery:
            return admitted.raised_after - of(Decision::rejected).raised_after;
        case EvaluationMethod::hold_out:
            return admitted.raised_after - of(Decision::held_out).raised_after;
    }
    return missing_value;
}

}  // namespace leeway
