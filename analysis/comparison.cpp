#include "analysis/comparison.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/asked_outcomes.hpp"
#include "analysis/designs.hpp"
#include "analysis/limits.hpp"
#include "analysis/sentences.hpp"
#include "analysis/worlds.hpp"

namespace leeway {
namespace {

bool differs(const LeverColumn& lever, std::size_t design, std::size_t baseline) {
    if (const auto* numbers = std::get_if<std::vector<double>>(&lever.values)) {
        const double one = numbers->at(design), other = numbers->at(baseline);
        return one != other && !(std::isnan(one) && std::isnan(other));
    }
    return std::visit([&](const auto& values) { return values[design] != values[baseline]; }, lever.values);
}

std::vector<std::string> levers_never_bound(const Results& results, std::size_t design, std::size_t baseline) {
    std::vector<std::string> names;
    if (results.lever_bound.size() != results.designs.size() * results.levers.size()) return names;
    for (std::size_t lever = 0; lever < results.levers.size(); ++lever) {
        const bool never = results.lever_bound[design * results.levers.size() + lever] == 0;
        if (never && differs(results.levers[lever], design, baseline)) names.push_back(results.levers[lever].name);
    }
    return names;
}

DesignComparison compare_design(const Results& results, const MeanEstimator& estimator, std::size_t design,
                                std::size_t baseline) {
    DesignComparison answer{results.designs[design], design, matching_baseline(results, design, baseline), {}, {}, {}};
    for (const Metric& metric : metric_table()) {
        const OutcomeArray* outcome = find_outcome(results.outcomes, metric.name);
        if (outcome == nullptr) continue;
        if (auto contrast = contrast_outcome(results, estimator, *outcome, design, answer.baseline)) {
            answer.outcomes.push_back(std::move(*contrast));
        }
    }
    answer.sentence =
        describe_design({answer.name, results.designs[answer.baseline], unit_noun(results), answer.outcomes});
    answer.unbound_levers = levers_never_bound(results, design, answer.baseline);
    return answer;
}

RunCounts count_runs(const Results& results) {
    const auto count = [&](RunStatus status) {
        return static_cast<std::size_t>(std::count(results.status.begin(), results.status.end(), status));
    };
    return {count(RunStatus::done), count(RunStatus::failed), count(RunStatus::pending)};
}

void add_rankings(const Results& results, const MeanEstimator& estimator, Comparison& comparison) {
    for (const Metric* metric : comparison.shown) {
        auto ranking = rank_designs(results, estimator, std::string(metric->name));
        if (!ranking || results.designs.size() < 2) continue;
        comparison.ranking_sentences.push_back(ranking_sentence(results, *ranking));
        comparison.rankings.push_back(std::move(*ranking));
    }
}

Comparison begin_comparison(const Results& results, const MeanEstimator& estimator) {
    Comparison comparison;
    comparison.title = results.provenance.title;
    comparison.results_hash = results.provenance.results_hash;
    comparison.runs = count_runs(results);
    comparison.worlds = results.worlds.size();
    comparison.replicates = results.replicates.size();
    comparison.unit_noun = unit_noun(results);
    comparison.interval_method = interval_words(results, estimator);
    comparison.limits = limits_of_the_experiment(results, estimator);
    return comparison;
}

}  // namespace

const OutcomeContrast* DesignComparison::find(std::string_view metric) const {
    const auto found = std::find_if(outcomes.begin(), outcomes.end(),
                                    [&](const OutcomeContrast& outcome) { return outcome.metric->name == metric; });
    return found == outcomes.end() ? nullptr : &*found;
}

std::variant<Comparison, std::string> compare(const Results& results, const ComparisonRequest& request) {
    const std::string label = request.baseline.value_or(results.baseline);
    const auto found = design_named(results, label);
    if (const auto* problem = std::get_if<std::string>(&found)) return *problem;
    const std::size_t baseline = std::get<std::size_t>(found);
    auto chosen = asked_outcomes(results, request.metrics);
    if (const auto* problem = std::get_if<std::string>(&chosen)) return *problem;
    const MeanEstimator estimator = estimator_for(results);
    Comparison comparison = begin_comparison(results, estimator);
    comparison.baseline = label;
    comparison.shown = std::get<std::vector<const Metric*>>(std::move(chosen));
    comparison.all_outcomes = request.metrics.empty();
    comparison.designs.push_back(compare_design(results, estimator, baseline, baseline));
    for (std::size_t design = 0; design < results.designs.size(); ++design) {
        if (design != baseline) comparison.designs.push_back(compare_design(results, estimator, design, baseline));
    }
    add_rankings(results, estimator, comparison);
    return comparison;
}

}  // namespace leeway
