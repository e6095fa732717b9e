#include "analysis/ranking.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/numbers.hpp"
#include "analysis/worlds.hpp"

namespace leeway {
namespace {

MonthRanking rank_in_month(const Results& results, const OutcomeArray& series, std::size_t month, double sign) {
    std::vector<double> means;
    for (std::size_t d = 0; d < results.designs.size(); ++d) {
        means.push_back(finite_mean(unit_values(results, series, d, month)));
    }
    MonthRanking ranking;
    ranking.month = results.months[month];
    for (std::size_t d = 0; d < means.size(); ++d) {
        if (std::isfinite(means[d])) ranking.order.push_back(d);
    }
    std::stable_sort(ranking.order.begin(), ranking.order.end(),
                     [&](std::size_t a, std::size_t b) { return sign * means[a] > sign * means[b]; });
    for (const std::size_t d : ranking.order) ranking.means.push_back(means[d]);
    return ranking;
}

/// Places of the designs in an order; designs that are not in it come last.
std::vector<std::size_t> places(const MonthRanking& ranking, std::size_t designs) {
    std::vector<std::size_t> place(designs, designs);
    for (std::size_t i = 0; i < ranking.order.size(); ++i) place[ranking.order[i]] = i;
    return place;
}

/// The pairs whose order turns.
std::vector<Flip> flips_between(const MonthRanking& early, const MonthRanking& late, std::size_t designs) {
    const std::vector<std::size_t> late_place = places(late, designs);
    std::vector<Flip> flips;
    for (auto ahead = early.order.begin(); ahead != early.order.end(); ++ahead) {
        for (auto behind = ahead + 1; behind != early.order.end(); ++behind) {
            if (late_place[*ahead] > late_place[*behind]) flips.push_back({*ahead, *behind, false});
        }
    }
    return flips;
}

bool is_clear_difference(const Results& results, const MeanEstimator& estimator, const OutcomeArray& series,
                         std::size_t one, std::size_t other, std::size_t month) {
    const Interval difference = estimate_mean(estimator, unit_differences(results, series, one, other, month));
    return difference.low > 0 || difference.high < 0;
}

}  // namespace

std::optional<Ranking> rank_designs(const Results& results, const MeanEstimator& estimator, const std::string& metric) {
    const OutcomeArray* series = find_outcome(results.by_month, metric);
    const Metric* row = find_metric(metric);
    const auto found = std::find(results.months.begin(), results.months.end(), early_month);
    if (series == nullptr || row == nullptr || row->better == Better::neither || found == results.months.end()) {
        return {};
    }
    const auto early = static_cast<std::size_t>(found - results.months.begin());
    const std::size_t late = results.months.size() - 1;
    if (early == late) return {};
    const double sign = row->better == Better::less ? -1 : 1;
    Ranking ranking{row, rank_in_month(results, *series, early, sign), rank_in_month(results, *series, late, sign), {}};
    const auto is_clear = [&](std::size_t one, std::size_t other) {
        return is_clear_difference(results, estimator, *series, one, other, early) &&
               is_clear_difference(results, estimator, *series, one, other, late);
    };
    ranking.flips = flips_between(ranking.early, ranking.late, results.designs.size());
    for (Flip& flip : ranking.flips) flip.is_clear = is_clear(flip.ahead_early, flip.ahead_late);
    std::stable_partition(ranking.flips.begin(), ranking.flips.end(), [](const Flip& flip) { return flip.is_clear; });
    return ranking;
}

std::string ranking_sentence(const Results& results, const Ranking& ranking) {
    const std::string subject = "By " + readable(ranking.metric->name);
    if (ranking.early.order.empty() || ranking.late.order.empty()) return subject + " no design can be ranked.";
    const std::string& early = results.designs[ranking.early.order.front()];
    const std::string& late = results.designs[ranking.late.order.front()];
    const std::string leads = early == late ? fmt::format("`{}` leads in month {} and in month {}", early,
                                                          ranking.early.month, ranking.late.month)
                                            : fmt::format("`{}` leads in month {} and `{}` in month {}", early,
                                                          ranking.early.month, late, ranking.late.month);
    std::vector<std::string> turns;
    for (const Flip& flip : ranking.flips) {
        if (flip.is_clear) {
            turns.push_back(fmt::format("`{}` overtakes `{}`", results.designs[flip.ahead_late],
                                        results.designs[flip.ahead_early]));
        }
    }
    if (!turns.empty()) return fmt::format("{} {}; the order flips: {}.", subject, leads, listed(turns));
    if (!ranking.flips.empty()) {
        return fmt::format("{} {}; the order changes only among designs without a clear difference.", subject, leads);
    }
    return fmt::format("{} {}; the order does not change.", subject, leads);
}

}  // namespace leeway
