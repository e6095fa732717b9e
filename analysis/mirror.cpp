#include "analysis/mirror.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "analysis/contrasts.hpp"
#include "analysis/designs.hpp"
#include "analysis/numbers.hpp"
#include "analysis/unit_means.hpp"

namespace leeway {
namespace {

constexpr std::string_view placebo_lever = "sandbox.placebo";
constexpr std::string_view total_outcomes[] = {"capital_raised", "firms_alive", "services_launched", "uptake",
                                               "harm_per_1000_citizen_years"};

/// What an evaluator looks at: its name in the outcomes, and in words.
struct Seen {
    std::string_view column, words, unit;
    bool share;
    std::string_view before;  ///< the same before the decision; empty where there is none
};

constexpr Seen all_seen[] = {
    {"raised_after", "money raised in 24 months", "thousand currency", false, "raised_before"},
    {"alive", "share of firms alive after 24 months", "1", true, ""},
    {"launched", "share of firms that launched within 24 months", "1", true, ""},
    {"complaints", "harms of its services detected within 24 months, per firm", "count", false, ""}};

struct Method {
    std::string words;
    OfRun found;
};

OfRun stored(const Results& results, const std::string& name) {
    const OutcomeArray* outcome = find_outcome(results.outcomes, name);
    if (outcome == nullptr) return {};
    return [&results, outcome](std::size_t design, std::size_t world, std::size_t replicate) {
        return run_value(results, *outcome, design, world, replicate);
    };
}

OfRun less(const OfRun& one, const OfRun& other) {
    if (!one || !other) return {};
    return [one, other](std::size_t design, std::size_t world, std::size_t replicate) {
        return one(design, world, replicate) - other(design, world, replicate);
    };
}

OfRun of_group(const Results& results, std::string_view group, std::string_view column) {
    return stored(results, fmt::format("mirror_{}_{}", group, column));
}

/// Every method that these results hold the data for.
std::vector<Method> methods_for(const Results& results, const Seen& seen) {
    const OfRun admitted = of_group(results, "admitted", seen.column);
    const std::string matched(seen.before.empty() ? seen.column : "raised");
    std::vector<Method> methods{
        {"against rejected firms", less(admitted, of_group(results, "rejected", seen.column))},
        {"against firms that never applied", less(admitted, of_group(results, "outsiders", seen.column))},
        {"matching: each admitted firm against the most similar rejected one",
         stored(results, fmt::format("mirror_matched_{}_difference", matched))}};
    if (!seen.before.empty()) {
        const OfRun gain = less(admitted, of_group(results, "admitted", seen.before));
        const OfRun rejected_gain =
            less(of_group(results, "rejected", seen.column), of_group(results, "rejected", seen.before));
        methods.push_back({"after against before", gain});
        methods.push_back(
            {"difference in differences: admitted and rejected firms, after and before", less(gain, rejected_gain)});
        methods.push_back({"the programme's own evaluation", stored(results, "programme_estimate")});
    }
    methods.push_back({"against firms held out by lot", less(admitted, of_group(results, "held_out", seen.column))});
    std::erase_if(methods, [](const Method& method) { return !method.found; });
    return methods;
}

/// The reader of one question.
struct MirrorQuestion {
    const Results& results;
    const MeanEstimator& estimator;
    std::size_t design;
    std::optional<std::size_t> placebo;

    Interval mean(const std::function<double(std::size_t world, std::size_t replicate)>& value) const {
        return estimate_mean(estimator, unit_means(results, value));
    }
    /// The true effect in one run: with the sandbox less with its placebo.
    double truth(const OfRun& admitted, std::size_t world, std::size_t replicate) const {
        return admitted(design, world, replicate) - admitted(*placebo, world, replicate);
    }
};

bool is_same(const LeverColumn& lever, std::size_t one, std::size_t other) {
    if (const auto* numbers = std::get_if<std::vector<double>>(&lever.values)) {
        const double a = (*numbers)[one], b = (*numbers)[other];
        return a == b || (std::isnan(a) && std::isnan(b));
    }
    return std::visit([&](const auto& values) { return values[one] == values[other]; }, lever.values);
}

const LeverColumn* find_lever(const Results& results, std::string_view name) {
    const auto found = std::find_if(results.levers.begin(), results.levers.end(),
                                    [&](const LeverColumn& lever) { return lever.name == name; });
    return found == results.levers.end() ? nullptr : &*found;
}

bool is_placebo(const Results& results, std::size_t design) {
    const LeverColumn* lever = find_lever(results, placebo_lever);
    const auto* values = lever == nullptr ? nullptr : std::get_if<std::vector<std::int8_t>>(&lever->values);
    return values != nullptr && (*values)[design] == 1;
}

/// The design that differs from `design` in nothing but being a placebo.
std::optional<std::size_t> placebo_of(const Results& results, std::size_t design) {
    for (std::size_t other = 0; other < results.designs.size(); ++other) {
        if (!is_placebo(results, other)) continue;
        const bool is_twin = std::all_of(results.levers.begin(), results.levers.end(), [&](const LeverColumn& lever) {
            return lever.name == placebo_lever || is_same(lever, design, other);
        });
        if (is_twin) return other;
    }
    return std::nullopt;
}

/// In how many pairs of a world and a replicate a value is known.
template <class Value>
std::size_t count_runs(const Results& results, const Value& value) {
    std::size_t runs = 0;
    for (std::size_t world = 0; world < results.worlds.size(); ++world) {
        for (std::size_t r = 0; r < results.replicates.size(); ++r) runs += std::isfinite(value(world, r));
    }
    return runs;
}

/// How often a run's evaluator finds the sign of the mean true effect, if that has one.
void count_signs(const MirrorQuestion& question, const Method& method, const Interval& truth,
                 MirrorEstimate& estimate) {
    const auto found = [&](std::size_t world, std::size_t r) { return method.found(question.design, world, r); };
    const auto right_or_missing = [&](std::size_t world, std::size_t r) {
        return found(world, r) * truth.mean > 0 ? 1.0 : missing_value;
    };
    estimate.runs = count_runs(question.results, found);
    if (!leaves_zero_out(truth) || estimate.runs == 0) return;
    const std::size_t right = count_runs(question.results, right_or_missing);
    estimate.share_with_sign = static_cast<double>(right) / static_cast<double>(estimate.runs);
}

MirrorEstimate estimate_by(const MirrorQuestion& question, const Method& method, const OfRun& admitted,
                           const Interval& truth) {
    MirrorEstimate estimate;
    estimate.method = method.words;
    const auto found = [&](std::size_t world, std::size_t r) { return method.found(question.design, world, r); };
    estimate.found = question.mean(found);
    count_signs(question, method, truth, estimate);
    if (!question.placebo) return estimate;
    const auto selection = [&](std::size_t world, std::size_t r) { return method.found(*question.placebo, world, r); };
    const auto error = [&](std::size_t world, std::size_t r) {
        return found(world, r) - question.truth(admitted, world, r);
    };
    const auto interference = [&](std::size_t world, std::size_t r) { return error(world, r) - selection(world, r); };
    const auto is_complete = [&](std::size_t world, std::size_t r) { return std::isfinite(interference(world, r)); };
    estimate.error = question.mean(
        [&](std::size_t world, std::size_t r) { return is_complete(world, r) ? error(world, r) : missing_value; });
    estimate.selection = question.mean(
        [&](std::size_t world, std::size_t r) { return is_complete(world, r) ? selection(world, r) : missing_value; });
    estimate.interference = question.mean(interference);
    estimate.pairs = count_runs(question.results, interference);
    return estimate;
}

std::optional<MirrorEffect> effect_of(const MirrorQuestion& question, const Seen& seen) {
    const OfRun admitted = of_group(question.results, "admitted", seen.column);
    if (!admitted) return std::nullopt;
    MirrorEffect effect{std::string(seen.words), std::string(seen.unit), seen.share, {}, {}};
    if (question.placebo)
        effect.truth =
            question.mean([&](std::size_t world, std::size_t r) { return question.truth(admitted, world, r); });
    for (const Method& method : methods_for(question.results, seen)) {
        MirrorEstimate estimate = estimate_by(question, method, admitted, effect.truth);
        if (estimate.runs > 0) effect.estimates.push_back(std::move(estimate));
    }
    return effect;
}

double mean_firms(const Results& results, std::string_view group, std::size_t design) {
    const OutcomeArray* outcome = find_outcome(results.outcomes, fmt::format("mirror_{}_firms", group));
    return outcome == nullptr ? missing_value : finite_mean(unit_values(results, *outcome, design));
}

void add_totals(const Results& results, const MeanEstimator& estimator, std::size_t design, std::size_t baseline,
                MirrorDesign& answer) {
    for (const std::string_view name : total_outcomes) {
        const OutcomeArray* outcome = find_outcome(results.outcomes, name);
        if (outcome == nullptr || design == baseline) continue;
        answer.totals.push_back(
            {find_metric(name), estimate_mean(estimator, unit_differences(results, *outcome, design, baseline))});
    }
}

MirrorDesign mirror_of(const Results& results, const MeanEstimator& estimator, std::size_t design,
                       std::size_t baseline) {
    const MirrorQuestion question{results, estimator, design, placebo_of(results, design)};
    MirrorDesign answer;
    answer.name = results.designs[design];
    answer.baseline = results.designs[baseline];
    answer.admitted = mean_firms(results, "admitted", design);
    answer.rejected = mean_firms(results, "rejected", design);
    answer.held_out = mean_firms(results, "held_out", design);
    answer.outsiders = mean_firms(results, "outsiders", design);
    if (question.placebo) {
        answer.placebo = results.designs[*question.placebo];
        answer.admitted_under_placebo = mean_firms(results, "admitted", *question.placebo);
    }
    for (const Seen& seen : all_seen) {
        if (auto effect = effect_of(question, seen)) answer.effects.push_back(std::move(*effect));
    }
    add_totals(results, estimator, design, baseline, answer);
    return answer;
}

void add_limits(const Results& results, MirrorAnswer& answer) {
    const auto lacks_placebo = [](const MirrorDesign& design) { return !design.placebo; };
    if (std::any_of(answer.designs.begin(), answer.designs.end(), lacks_placebo)) {
        answer.limits.emplace_back(
            "The true effect on admitted firms needs the same design with a placebo sandbox: add "
            "`\"sandbox.placebo\" = [false, true]` under `[vary]` and run again. Without it only what evaluators find "
            "is shown.");
    }
    if (find_outcome(results.outcomes, "mirror_matched_raised_difference") == nullptr)
        answer.limits.emplace_back("An older version wrote the file: it holds no matched comparison.");
    answer.limits.emplace_back(
        "Groups are made by the decision on the first application. Where a design admits other firms than its placebo "
        "does (firms learn from earlier decisions), the truth compares groups that are not quite the same firms.");
}

}  // namespace

std::variant<MirrorAnswer, std::string> hold_up_mirror(const Results& results,
                                                       const std::optional<std::string>& baseline) {
    const auto named = design_named(results, baseline.value_or(results.baseline));
    if (const auto* problem = std::get_if<std::string>(&named)) return *problem;
    const MeanEstimator estimator = estimator_for(results);
    MirrorAnswer answer{answer_frame(results, estimator), {}};
    for (std::size_t design = 0; design < results.designs.size(); ++design) {
        if (is_placebo(results, design) || !(mean_firms(results, "admitted", design) > 0)) continue;
        const std::size_t own = matching_baseline(results, design, std::get<std::size_t>(named));
        answer.designs.push_back(mirror_of(results, estimator, design, own));
    }
    if (answer.designs.empty())
        return "no design here admits firms whose follow-up of 24 months ends before the run: there is nothing to "
               "evaluate. Add a design with sandbox places, or more months, and run again.";
    add_limits(results, answer);
    return answer;
}

}  // namespace leeway
