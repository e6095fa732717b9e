#include "analysis/sensitivity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/contrasts.hpp"
#include "analysis/designs.hpp"
#include "analysis/limits.hpp"
#include "analysis/numbers.hpp"
#include "analysis/world_parameters.hpp"
#include "analysis/worlds.hpp"
#include "analysis/worth.hpp"

namespace leeway {
namespace {

constexpr std::array<std::string_view, 2> usual_metrics{"uptake", "harm_per_1000_citizen_years"};
constexpr std::size_t few_worlds_for_indices = 50, few_blocks = 64, few_trajectories = 10;
constexpr double noisy = 0.5;

/// The worlds as their plan has laid them.
struct LaidWorlds {
    SensitivityMethod method = SensitivityMethod::given_worlds;
    std::vector<std::vector<MorrisStep>> trajectories;
    SaltelliPlan saltelli;
    std::size_t block = 1;  ///< neighbours that belong together
};

using Runs = std::vector<std::vector<double>>;  // [world][replicate]

/// By world: the mean of a quantity over replicates, the variance that luck gives the mean against those of other
/// worlds (NaN where not known), and the variance of one run.
struct MeansByWorld {
    std::vector<double> mean, luck, of_one_run;
};

/// The level of a design, or what it changes against the baseline, run by run.
Runs runs_of(const Results& results, const OutcomeArray& outcome, std::size_t design, std::size_t baseline) {
    Runs runs(results.worlds.size());
    for (std::size_t w = 0; w < runs.size(); ++w) {
        for (std::size_t r = 0; r < results.replicates.size(); ++r) {
            const double other = design == baseline ? 0 : run_value(results, outcome, baseline, w, r);
            runs[w].push_back(run_value(results, outcome, design, w, r) - other);
        }
    }
    return runs;
}

/// What each replicate has beyond the means of worlds, on average: luck that worlds share, where they do.
std::vector<double> shared_luck(const Runs& runs) {
    std::vector<double> shared;
    for (std::size_t r = 0; r < runs.front().size(); ++r) {
        std::vector<double> beyond;
        for (const std::vector<double>& values : runs) beyond.push_back(values[r] - finite_mean(values));
        shared.push_back(finite_mean(beyond));
    }
    return shared;
}

/// Mean square of what is left of one world's replicates, without `shared`; NaN with fewer than two.
double variance_beyond(const std::vector<double>& values, const std::vector<double>& shared) {
    const std::size_t count = count_finite(values);
    const double mean = finite_mean(values);
    double squares = 0;
    for (std::size_t r = 0; r < values.size(); ++r) {
        const double beyond = values[r] - mean - shared[r];
        squares += std::isfinite(beyond) ? beyond * beyond : 0;
    }
    return count > 1 ? squares / static_cast<double>(count - 1) : missing_value;
}

/// What all worlds share does not set them apart, so it is no luck between them: the two-way residual is, which is the
/// plain variance on average where each world has luck of its own.
MeansByWorld means_of(const Runs& runs) {
    const std::vector<double> shared = shared_luck(runs), none(shared.size(), 0.0);
    const auto worlds = static_cast<double>(runs.size());
    MeansByWorld means;
    for (const std::vector<double>& values : runs) {
        means.mean.push_back(finite_mean(values));
        means.of_one_run.push_back(variance_beyond(values, none));
        means.luck.push_back(variance_beyond(values, shared) * worlds / (worlds - 1) /
                             static_cast<double>(count_finite(values)));
    }
    return means;
}

/// The worlds with a value, as first-order indices want them. Luck that is not known counts as none.
WorldMeans known_worlds(const MeansByWorld& means, std::vector<std::size_t>& worlds) {
    for (std::size_t w = 0; w < means.mean.size(); ++w)
        if (std::isfinite(means.mean[w])) worlds.push_back(w);
    const double usual_luck = finite_mean(means.luck);
    WorldMeans known{Eigen::VectorXd(static_cast<Eigen::Index>(worlds.size())), {}};
    known.luck = known.values;
    for (std::size_t i = 0; i < worlds.size(); ++i) {
        const double luck = means.luck[worlds[i]];
        const auto row = static_cast<Eigen::Index>(i);
        known.values(row) = means.mean[worlds[i]];
        known.luck(row) = std::isfinite(luck) ? luck : std::isfinite(usual_luck) ? usual_luck : 0;
    }
    return known;
}

/// First-order indices from worlds as they are.
void add_shares(const Results& results, const std::vector<std::size_t>& worlds, const WorldMeans& means,
                SensitivityTarget& target) {
    const RowGroups groups = spread_groups(worlds.size());
    std::vector<Eigen::VectorXd> parameters;
    for (const std::size_t p : moving_parameters(results, worlds)) {
        Eigen::VectorXd& parameter = parameters.emplace_back(static_cast<Eigen::Index>(worlds.size()));
        for (std::size_t i = 0; i < worlds.size(); ++i)
            parameter(static_cast<Eigen::Index>(i)) = parameter_in(results, worlds[i], p);
        target.shares.push_back({p, first_order_index(parameter, means, groups), {}});
    }
    target.interactions = unexplained_share(parameters, means, groups);
}

/// First and total indices from the blocks of a Saltelli plan. Luck that is not known counts as none.
void add_indices(const SaltelliPlan& plan, const MeansByWorld& means, SensitivityTarget& target) {
    std::vector<double> luck;
    for (const double each : means.luck) luck.push_back(std::isfinite(each) ? each : 0);
    for (const SobolIndices& each : sobol_indices(plan, means.mean, luck))
        target.shares.push_back({each.parameter, each.first, each.total});
    target.interactions = unexplained_share(plan, means.mean, luck);
}

/// What matters most with all that it does comes first.
void put_largest_first(std::vector<ParameterShare>& shares) {
    const auto weight = [](const ParameterShare& each) {
        return std::isfinite(each.total.mean) ? each.total.mean : each.share.mean;
    };
    std::stable_sort(shares.begin(), shares.end(), [&](const auto& a, const auto& b) { return weight(a) > weight(b); });
}

SensitivityTarget target_of(const Results& results, const OutcomeArray& outcome, std::size_t design,
                            std::size_t baseline, const LaidWorlds& laid) {
    const MeansByWorld means = means_of(runs_of(results, outcome, design, baseline));
    std::vector<std::size_t> worlds;
    const WorldMeans known = known_worlds(means, worlds);
    SensitivityTarget target;
    target.design = design;
    target.is_difference = design != baseline;
    if (worlds.size() > 1) target.between_worlds = std::max(0.0, variance_of(known.values) - known.luck.mean());
    const double of_one_run = finite_mean(means.of_one_run);
    const double all = target.between_worlds + of_one_run;
    if (all > 0) target.luck_share = of_one_run / all;
    if (laid.method == SensitivityMethod::morris) {
        target.effects = elementary_effects(laid.trajectories, means.mean, means.luck);
    } else if (target.between_worlds > 0) {
        if (laid.method == SensitivityMethod::saltelli)
            add_indices(laid.saltelli, means, target);
        else
            add_shares(results, worlds, known, target);
        put_largest_first(target.shares);
    }
    return target;
}

MetricSensitivity metric_sensitivity(const Results& results, const OutcomeArray& outcome, std::size_t baseline,
                                     const LaidWorlds& laid) {
    MetricSensitivity answer;
    answer.metric = find_metric(outcome.name);
    std::vector<std::size_t> choices;
    answer.targets.push_back(target_of(results, outcome, baseline, baseline, laid));
    for (std::size_t design = 0; design < results.designs.size(); ++design) {
        if (matching_baseline(results, design, baseline) != baseline) continue;
        choices.push_back(design);
        if (design != baseline) answer.targets.push_back(target_of(results, outcome, design, baseline, laid));
    }
    answer.parts = variance_shares(results, outcome, choices, laid.block);
    return answer;
}

std::string parts_sentence(const MetricSensitivity& metric) {
    const auto of = [&](VariancePart part) { return metric.parts.share[static_cast<std::size_t>(part)].mean; };
    const std::string name = readable(metric.metric->name);
    if (!std::isfinite(of(VariancePart::assumptions)))
        return fmt::format("How {} varies cannot be told from these runs.", name);
    std::vector<std::string> parts{in_percent(of(VariancePart::levers)) + " from the design",
                                   in_percent(of(VariancePart::assumptions)) + " from what nobody knows",
                                   in_percent(of(VariancePart::both)) + " from both together"};
    if (std::isfinite(of(VariancePart::luck))) parts.push_back(in_percent(of(VariancePart::luck)) + " from luck");
    return fmt::format("Of the variance of {} between runs comes {}.", name, listed(parts));
}

std::string target_sentence(const Results& results, const MetricSensitivity& metric, const SensitivityTarget& target) {
    const std::string subject =
        target.is_difference
            ? fmt::format("What `{}` changes in {}", results.designs[target.design], readable(metric.metric->name))
            : fmt::format("The level of {} under `{}`", readable(metric.metric->name), results.designs[target.design]);
    std::vector<std::string> leading;
    for (const ParameterShare& share : target.shares) {
        const Interval& index = std::isfinite(share.total.mean) ? share.total : share.share;
        if (index.low > 0 && leading.size() < 3)
            leading.push_back(fmt::format("{} ({})", results.parameters[share.parameter], in_percent(index.mean)));
    }
    for (const ElementaryEffect& effect : target.effects) {
        const bool is_clear = !std::isfinite(effect.by_luck) || effect.size.mean > 2 * effect.by_luck;
        if (is_clear && effect.size.mean > 0 && leading.size() < 3)
            leading.push_back(results.parameters[effect.parameter]);
    }
    if (leading.empty() && target.luck_share > noisy)
        return subject + " is mostly luck in one run, so that no parameter stands out.";
    if (leading.empty()) return subject + " depends clearly on no single parameter.";
    return fmt::format("{} depends most on {}.", subject, listed(leading));
}

std::vector<std::string> limits_of(const Results& results, const LaidWorlds& laid, const Sensitivity& answer) {
    std::vector<std::string> limits;
    if (results.replicates.size() == 1)
        limits.emplace_back(
            "There is one replicate: luck cannot be told from what parameters do together. Run two or more.");
    if (answer.method == SensitivityMethod::given_worlds && results.worlds.size() < few_worlds_for_indices)
        limits.push_back(fmt::format("Only {}: indices are rough, and small ones are lost. Run more (worlds.count).",
                                     counted(results.worlds.size(), "world")));
    const std::size_t blocks = results.worlds.size() / laid.block;
    if (answer.method == SensitivityMethod::saltelli && blocks < few_blocks)
        limits.push_back(fmt::format("Only {}: indices are rough, and small ones are lost. Run more (worlds.count).",
                                     counted(blocks, "block")));
    if (answer.method == SensitivityMethod::morris && blocks < few_trajectories)
        limits.push_back(fmt::format("Only {}: sizes of effects are rough. Run more (worlds.count).",
                                     blocks == 1 ? "1 trajectory" : fmt::format("{} trajectories", blocks)));
    if (answer.method == SensitivityMethod::morris)
        limits.emplace_back(
            "The worlds of a Morris plan lie at the ends and thirds of each prior, which is further out than drawn "
            "ones: "
            "the share of what nobody knows is larger here than in a Latin hypercube.");
    for (const MetricSensitivity& metric : answer.metrics) {
        std::vector<std::string> noisy_ones;
        for (const SensitivityTarget& target : metric.targets) {
            if (target.luck_share > noisy)
                noisy_ones.push_back(
                    fmt::format("`{}` ({})", results.designs[target.design], in_percent(target.luck_share)));
        }
        if (!noisy_ones.empty())
            limits.push_back(fmt::format("Luck is most of what one run shows of {} under {}: run more replicates.",
                                         readable(metric.metric->name), listed(noisy_ones)));
    }
    for (std::string& limit : limits_of_the_experiment(results, estimator_for(results)))
        limits.push_back(std::move(limit));
    return limits;
}

std::variant<LaidWorlds, std::string> laid_worlds(const Results& results) {
    LaidWorlds laid;
    if (results.sampling == "morris") {
        auto steps = morris_steps(results);
        if (const auto* problem = std::get_if<std::string>(&steps)) return *problem;
        laid.method = SensitivityMethod::morris;
        laid.trajectories = std::get<0>(std::move(steps));
        laid.block = laid.trajectories.front().size() + 1;
    } else if (results.sampling == "saltelli") {
        auto plan = saltelli_plan(results);
        if (const auto* problem = std::get_if<std::string>(&plan)) return *problem;
        laid.method = SensitivityMethod::saltelli;
        laid.saltelli = std::get<SaltelliPlan>(std::move(plan));
        laid.block = laid.saltelli.block_size();
    }
    return laid;
}

}  // namespace

std::variant<Sensitivity, std::string> sensitivity(const Results& results, const SensitivityRequest& request) {
    const auto baseline = design_named(results, request.baseline.value_or(results.baseline));
    if (const auto* problem = std::get_if<std::string>(&baseline)) return *problem;
    if (results.worlds.size() < 4)
        return fmt::format(
            "These results have {}. What nobody knows shows between worlds: run the experiment with more "
            "of them (worlds.count).",
            counted(results.worlds.size(), "world"));
    const auto worlds = laid_worlds(results);
    if (const auto* problem = std::get_if<std::string>(&worlds)) return *problem;
    const LaidWorlds& laid = std::get<LaidWorlds>(worlds);
    Sensitivity answer;
    answer.method = laid.method;
    std::vector<std::string> names = request.metrics;
    if (names.empty()) names.assign(usual_metrics.begin(), usual_metrics.end());
    for (const std::string& name : names) {
        const auto outcome = stored_outcome(results, name);
        if (const auto* problem = std::get_if<std::string>(&outcome)) return *problem;
        if (belongs_to_world(*std::get<const OutcomeArray*>(outcome)))
            return fmt::format(
                "{} is one number of all replicates of a world, so that luck cannot be told from anything "
                "else in it. Choose another outcome.",
                name);
        answer.metrics.push_back(metric_sensitivity(results, *std::get<const OutcomeArray*>(outcome),
                                                    std::get<std::size_t>(baseline), laid));
        const MetricSensitivity& metric = answer.metrics.back();
        answer.sentences.push_back(parts_sentence(metric));
        for (const SensitivityTarget& target : metric.targets)
            answer.sentences.push_back(target_sentence(results, metric, target));
    }
    answer.limits = limits_of(results, laid, answer);
    return answer;
}

}  // namespace leeway
