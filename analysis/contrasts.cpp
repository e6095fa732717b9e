#include "analysis/contrasts.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "analysis/worlds.hpp"

namespace leeway {
namespace {

Summary summarise(const MeanEstimator& estimator, std::vector<double> values) {
    Summary summary;
    summary.mean = estimate_mean(estimator, values);
    summary.units = count_finite(values);
    summary.p50 = quantile(values, 0.5);
    if (summary.units > 1) {
        summary.p05 = quantile(values, 0.05);
        summary.p95 = quantile(values, 0.95);
    }
    summary.values = std::move(values);
    return summary;
}

/// Each unit's change as a share of the baseline's level there; the mean is the ratio of the means.
Summary relative_to(const std::vector<double>& levels, const Summary& contrast) {
    std::vector<double> shares;
    std::vector<double> paired_levels;
    for (std::size_t unit = 0; unit < levels.size(); ++unit) {
        const bool paired = std::isfinite(contrast.values[unit]);
        shares.push_back(levels[unit] > 0 ? contrast.values[unit] / levels[unit] : missing_value);
        paired_levels.push_back(paired ? levels[unit] : missing_value);
    }
    Summary relative = summarise({Estimator::none, {}}, std::move(shares));
    const double level = finite_mean(paired_levels);
    relative.mean.mean = level > 0 ? contrast.mean.mean / level : missing_value;
    return relative;
}

void count_directions(OutcomeContrast& outcome) {
    const double sign = outcome.metric->better == Better::less ? -1 : 1;
    for (const double value : outcome.contrast.values) {
        outcome.better += sign * value > 0;
        outcome.worse += sign * value < 0;
        outcome.tied += value == 0;
    }
    const std::size_t units = outcome.better + outcome.worse + outcome.tied;
    if (units == 0 || outcome.metric->better == Better::neither) return;
    outcome.share_better =
        (static_cast<double>(outcome.better) + 0.5 * static_cast<double>(outcome.tied)) / static_cast<double>(units);
}

void count_missing(const Results& results, const OutcomeArray& array, std::size_t design, std::size_t baseline,
                   std::size_t inner, OutcomeContrast& outcome) {
    for (std::size_t world = 0; world < results.worlds.size(); ++world) {
        for (std::size_t replicate = 0; replicate < results.replicates.size(); ++replicate) {
            const bool known = std::isfinite(run_value(results, array, design, world, replicate, inner));
            outcome.missing_runs += !known;
            outcome.missing_pairs +=
                !known || !std::isfinite(run_value(results, array, baseline, world, replicate, inner));
        }
    }
}

/// Sums of squared deviations from their means, of both designs and of their difference.
struct LuckSquares {
    double design = 0, baseline = 0, difference = 0;

    void add_world(const std::vector<double>& ones, const std::vector<double>& others) {
        const double one = finite_mean(ones), other = finite_mean(others);
        for (std::size_t pair = 0; pair < ones.size(); ++pair) {
            const double a = ones[pair] - one, b = others[pair] - other;
            design += a * a;
            baseline += b * b;
            difference += (a - b) * (a - b);
        }
    }
};

/// What common random numbers save: the variance of a difference between independent runs over that of pairs, within
/// worlds, where only luck differs (Law 2015, Simulation Modeling and Analysis, section 11.2).
double luck_saving(const Results& results, const OutcomeArray& array, std::size_t design, std::size_t baseline,
                   std::size_t inner) {
    LuckSquares squares;
    for (std::size_t world = 0; world < results.worlds.size(); ++world) {
        std::vector<double> ones, others;
        for (std::size_t replicate = 0; replicate < results.replicates.size(); ++replicate) {
            const double one = run_value(results, array, design, world, replicate, inner);
            const double other = run_value(results, array, baseline, world, replicate, inner);
            if (!std::isfinite(one - other)) continue;
            ones.push_back(one);
            others.push_back(other);
        }
        squares.add_world(ones, others);
    }
    const double apart = squares.design + squares.baseline;
    return design != baseline && apart > 0 ? apart / squares.difference : missing_value;
}

/// The settings of a label: "a=1,b=2" of "cohort[a=1,b=2]"; those of regimes only.
std::vector<std::string> regime_of(std::string_view label) {
    std::vector<std::string> settings;
    const std::size_t open = label.find('[');
    if (open == std::string_view::npos || !label.ends_with(']')) return settings;
    std::string_view rest = label.substr(open + 1, label.size() - open - 2);
    while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        if (rest.starts_with("adaptation.")) settings.emplace_back(rest.substr(0, comma));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    std::sort(settings.begin(), settings.end());
    return settings;
}

}  // namespace

bool OutcomeContrast::is_better() const {
    const double change = contrast.mean.mean;
    return (metric->better == Better::more && change > 0) || (metric->better == Better::less && change < 0);
}

std::optional<OutcomeContrast> contrast_outcome(const Results& results, const MeanEstimator& estimator,
                                                const OutcomeArray& outcome, std::size_t design, std::size_t baseline,
                                                std::size_t inner) {
    OutcomeContrast answer;
    answer.metric = find_metric(outcome.name);
    if (answer.metric == nullptr) return std::nullopt;
    answer.level = summarise(estimator, unit_values(results, outcome, design, inner));
    answer.contrast = summarise(estimator, unit_differences(results, outcome, design, baseline, inner));
    answer.relative = relative_to(unit_values(results, outcome, baseline, inner), answer.contrast);
    count_directions(answer);
    answer.luck_saving = luck_saving(results, outcome, design, baseline, inner);
    count_missing(results, outcome, design, baseline, inner, answer);
    return answer;
}

std::size_t matching_baseline(const Results& results, std::size_t design, std::size_t baseline) {
    const auto base_name = [&](std::size_t d) { return results.designs[d].substr(0, results.designs[d].find('[')); };
    const std::vector<std::string> regime = regime_of(results.designs[design]);
    if (regime == regime_of(results.designs[baseline])) return baseline;
    for (std::size_t candidate = 0; candidate < results.designs.size(); ++candidate) {
        if (base_name(candidate) == base_name(baseline) && regime_of(results.designs[candidate]) == regime) {
            return candidate;
        }
    }
    return baseline;
}

}  // namespace leeway
