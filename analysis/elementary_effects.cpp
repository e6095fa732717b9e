#include "analysis/elementary_effects.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/world_parameters.hpp"
#include "analysis/worlds.hpp"

namespace leeway {
namespace {

constexpr double mean_size_of_normal = 0.7978845608028654;  // E |Z| = sqrt(2 / pi)

struct Effects {
    std::vector<double> signed_ones, sizes, luck;
};

/// The parameters in which two worlds differ.
std::vector<std::size_t> moved_between(const Results& results, const std::vector<std::size_t>& moving, std::size_t from,
                                       std::size_t to) {
    std::vector<std::size_t> moved;
    for (const std::size_t p : moving)
        if (parameter_in(results, from, p) != parameter_in(results, to, p)) moved.push_back(p);
    return moved;
}

ElementaryEffect summary_of(std::size_t parameter, const Effects& effects) {
    ElementaryEffect answer;
    answer.parameter = parameter;
    answer.size = t_interval(effects.sizes);
    answer.size.low = std::max(0.0, answer.size.low);
    answer.mean = finite_mean(effects.signed_ones);
    answer.steps = count_finite(effects.signed_ones);
    double squares = 0;
    for (const double effect : effects.signed_ones)
        squares += std::isfinite(effect) ? (effect - answer.mean) * (effect - answer.mean) : 0;
    if (answer.steps > 1) answer.spread = std::sqrt(squares / static_cast<double>(answer.steps - 1));
    const double variance = finite_mean(effects.luck);
    if (std::isfinite(variance)) answer.by_luck = mean_size_of_normal * std::sqrt(variance);
    return answer;
}

}  // namespace

std::variant<std::vector<std::vector<MorrisStep>>, std::string> morris_steps(const Results& results) {
    const std::vector<std::size_t> moving = moving_parameters(results);
    const std::size_t length = moving.size() + 1, worlds = results.worlds.size();
    const std::string none = "These worlds are no Morris plan: ";
    if (moving.empty()) return none + "no parameter moves.";
    if (worlds % length != 0) return none + "trajectories are cut short.";
    std::vector<std::vector<MorrisStep>> trajectories;
    for (std::size_t first = 0; first < worlds; first += length) {
        trajectories.emplace_back();
        for (std::size_t from = first; from + 1 < first + length; ++from) {
            const std::vector<std::size_t> moved = moved_between(results, moving, from, from + 1);
            if (moved.size() != 1) return none + "neighbours differ in more or less than one parameter.";
            const std::size_t p = moved.front();
            trajectories.back().push_back(
                {from, from + 1, p, parameter_in(results, from + 1, p) > parameter_in(results, from, p)});
        }
    }
    return trajectories;
}

std::vector<ElementaryEffect> elementary_effects(const std::vector<std::vector<MorrisStep>>& trajectories,
                                                 const std::vector<double>& values, const std::vector<double>& luck) {
    std::map<std::size_t, Effects> by_parameter;
    for (const std::vector<MorrisStep>& trajectory : trajectories) {
        for (const MorrisStep& step : trajectory) {
            const double rise = (values[step.to] - values[step.from]) * (step.rises ? 1 : -1) / morris_step_size;
            Effects& effects = by_parameter[step.parameter];
            effects.signed_ones.push_back(rise);
            effects.sizes.push_back(std::abs(rise));
            effects.luck.push_back((luck[step.from] + luck[step.to]) / (morris_step_size * morris_step_size));
        }
    }
    std::vector<ElementaryEffect> answer;
    for (const auto& [parameter, effects] : by_parameter) answer.push_back(summary_of(parameter, effects));
    std::stable_sort(answer.begin(), answer.end(),
                     [](const auto& a, const auto& b) { return a.size.mean > b.size.mean; });
    return answer;
}

}  // namespace leeway
