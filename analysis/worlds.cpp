#include "analysis/worlds.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/unit_means.hpp"
#include "metrics/metric_table.hpp"

namespace leeway {

std::string unit_noun(const Results& results) { return results.worlds.size() == 1 ? "replicate" : "world"; }

bool belongs_to_world(const OutcomeArray& outcome) {
    const Metric* metric = find_metric(outcome.name);
    return metric != nullptr && metric->value == nullptr;
}

double run_value(const Results& results, const OutcomeArray& outcome, std::size_t design, std::size_t world,
                 std::size_t replicate, std::size_t inner) {
    const std::size_t run = results.run_index(design, world, replicate);
    if (results.status[run] != RunStatus::done) return missing_value;
    const double value = outcome.values[run * outcome.inner + inner];
    return std::isfinite(value) ? value : missing_value;
}

std::vector<double> unit_values(const Results& results, const OutcomeArray& outcome, std::size_t design,
                                std::size_t inner) {
    const auto value = [&](std::size_t world, std::size_t replicate) {
        return run_value(results, outcome, design, world, replicate, inner);
    };
    return unit_means(results, value, belongs_to_world(outcome));
}

std::vector<double> unit_differences(const Results& results, const OutcomeArray& outcome, std::size_t design,
                                     std::size_t baseline, std::size_t inner) {
    const auto value = [&](std::size_t world, std::size_t replicate) {
        return run_value(results, outcome, design, world, replicate, inner) -
               run_value(results, outcome, baseline, world, replicate, inner);
    };
    return unit_means(results, value, belongs_to_world(outcome));
}

double quantile(std::vector<double> values, double share) {
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    if (values.empty()) return missing_value;
    std::sort(values.begin(), values.end());
    const double place = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
}

double finite_mean(const std::vector<double>& values) {
    double sum = 0;
    std::size_t count = 0;
    for (const double value : values) {
        if (!std::isfinite(value)) continue;
        sum += value;
        ++count;
    }
    return count == 0 ? missing_value : sum / static_cast<double>(count);
}

std::size_t count_finite(const std::vector<double>& values) {
    return static_cast<std::size_t>(
        std::count_if(values.begin(), values.end(), [](double v) { return std::isfinite(v); }));
}

}  // namespace leeway
