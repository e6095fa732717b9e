#include "analysis/comparison_json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/json_numbers.hpp"
#include "analysis/limits.hpp"

namespace leeway {
namespace {

using nlohmann::json;

std::string_view word(Better better) {
    return better == Better::more ? "more" : better == Better::less ? "less" : "neither";
}

json outcome_json(const OutcomeContrast& outcome) {
    const Summary &level = outcome.level, &contrast = outcome.contrast;
    return {{"mean", number_or_null(level.mean.mean)},
            {"low", number_or_null(level.mean.low)},
            {"high", number_or_null(level.mean.high)},
            {"p05", number_or_null(level.p05)},
            {"p50", number_or_null(level.p50)},
            {"p95", number_or_null(level.p95)},
            {"contrast", number_or_null(contrast.mean.mean)},
            {"contrast_low", number_or_null(contrast.mean.low)},
            {"contrast_high", number_or_null(contrast.mean.high)},
            {"contrast_p05", number_or_null(contrast.p05)},
            {"contrast_p50", number_or_null(contrast.p50)},
            {"contrast_p95", number_or_null(contrast.p95)},
            {"share_better", number_or_null(outcome.share_better)},
            {"luck_saving", number_or_null(outcome.luck_saving)},
            {"unit", outcome.metric->unit},
            {"axis", text(outcome.metric->axis)},
            {"better", word(outcome.metric->better)},
            {"units", level.units},
            {"contrast_units", contrast.units},
            {"missing_runs", outcome.missing_runs},
            {"missing_pairs", outcome.missing_pairs}};
}

bool is_wanted(const Comparison& comparison, const Metric* metric) {
    return comparison.all_outcomes ||
           std::find(comparison.shown.begin(), comparison.shown.end(), metric) != comparison.shown.end();
}

json design_json(const Comparison& comparison, const DesignComparison& design) {
    json outcomes = json::object();
    for (const OutcomeContrast& outcome : design.outcomes) {
        if (is_wanted(comparison, outcome.metric)) outcomes[std::string(outcome.metric->name)] = outcome_json(outcome);
    }
    return {{"name", design.name},
            {"outcomes", outcomes},
            {"sentence", design.sentence},
            {"unbound_levers", design.unbound_levers}};
}

/// Names of designs by their index in the results.
std::vector<std::string> names_by_index(const Comparison& comparison) {
    std::vector<std::string> names(comparison.designs.size());
    for (const DesignComparison& design : comparison.designs) names[design.design] = design.name;
    return names;
}

json order_json(const MonthRanking& ranking, const std::vector<std::string>& names) {
    json order = json::array();
    for (const std::size_t design : ranking.order) order.push_back(names[design]);
    return {{"month", ranking.month}, {"order", order}};
}

json ranking_json(const Ranking& ranking, const std::string& sentence, const std::vector<std::string>& names) {
    json flips = json::array();
    for (const Flip& flip : ranking.flips) {
        flips.push_back({{"ahead_early", names[flip.ahead_early]},
                         {"ahead_late", names[flip.ahead_late]},
                         {"clear", flip.is_clear}});
    }
    return {{"early", order_json(ranking.early, names)},
            {"late", order_json(ranking.late, names)},
            {"flips", flips},
            {"sentence", sentence}};
}

std::vector<std::string> all_limits(const Comparison& comparison) {
    std::vector<std::string> limits = comparison.limits;
    for (const std::string& limit : limits_of_the_model()) limits.push_back("Not known from this model: " + limit);
    return limits;
}

}  // namespace

json comparison_json(const Comparison& comparison) {
    json designs = json::array(), rankings = json::object();
    for (const DesignComparison& design : comparison.designs) designs.push_back(design_json(comparison, design));
    const std::vector<std::string> names = names_by_index(comparison);
    for (std::size_t i = 0; i < comparison.rankings.size(); ++i) {
        const Ranking& ranking = comparison.rankings[i];
        rankings[std::string(ranking.metric->name)] = ranking_json(ranking, comparison.ranking_sentences[i], names);
    }
    return {
        {"results_hash", comparison.results_hash},
        {"baseline", comparison.baseline},
        {"runs",
         {{"done", comparison.runs.done}, {"failed", comparison.runs.failed}, {"pending", comparison.runs.pending}}},
        {"designs", designs},
        {"confidence", confidence},
        {"sampling_unit", comparison.unit_noun},
        {"interval_method", comparison.interval_method},
        {"ranking", rankings},
        {"limits", all_limits(comparison)}};
}

}  // namespace leeway
