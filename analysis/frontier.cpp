#include "analysis/frontier.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/acceptability.hpp"
#include "analysis/contrasts.hpp"
#include "analysis/designs.hpp"
#include "analysis/numbers.hpp"
#include "analysis/worlds.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

constexpr double to_percent = 100;
constexpr std::size_t curve_steps = 20;
constexpr double normal_quantile = 1.959963984540054;  // of 97.5 %

/// The two outcomes of all designs of a group; units in which some design lacks one are missing in all.
struct PlaneValues {
    std::vector<std::size_t> designs;
    std::vector<std::string> without_results;
    std::vector<std::vector<double>> uptake, harm, uptake_added, harm_added;  ///< [design][unit]
    std::size_t units = 0, left_out = 0;
};

std::vector<double> scaled(std::vector<double> values, double factor) {
    for (double& value : values) value *= factor;
    return values;
}

void leave_out(PlaneValues& plane, std::size_t unit) {
    ++plane.left_out;
    --plane.units;
    for (auto* lists : {&plane.uptake, &plane.harm, &plane.uptake_added, &plane.harm_added}) {
        for (std::vector<double>& values : *lists) values[unit] = missing_value;
    }
}

/// A design that failed everywhere is named, and does not take the answer from the others.
void add_design(const Results& results, std::size_t design, std::size_t baseline, PlaneValues& plane) {
    const OutcomeArray &uptake = *find_outcome(results.outcomes, "uptake"),
                       &harm = *find_outcome(results.outcomes, "harm_per_1000_citizen_years");
    std::vector<double> uptake_added = scaled(unit_differences(results, uptake, design, baseline), to_percent),
                        harm_added = unit_differences(results, harm, design, baseline);
    if (design != baseline && (count_finite(uptake_added) == 0 || count_finite(harm_added) == 0)) {
        plane.without_results.push_back(results.designs[design]);
        return;
    }
    plane.designs.push_back(design);
    plane.uptake.push_back(scaled(unit_values(results, uptake, design), to_percent));
    plane.harm.push_back(unit_values(results, harm, design));
    plane.uptake_added.push_back(std::move(uptake_added));
    plane.harm_added.push_back(std::move(harm_added));
}

PlaneValues plane_of(const Results& results, const DesignGroup& group) {
    PlaneValues plane;
    for (const std::size_t design : group.designs) add_design(results, design, group.baseline, plane);
    const std::size_t units = plane.uptake.front().size();
    plane.units = units;
    for (std::size_t unit = 0; unit < units; ++unit) {
        const auto lacks = [&](const auto& lists) {
            return std::any_of(lists.begin(), lists.end(), [&](const auto& list) { return std::isnan(list[unit]); });
        };
        if (lacks(plane.uptake_added) || lacks(plane.harm_added) || plane.designs.size() == 1) leave_out(plane, unit);
    }
    return plane;
}

std::vector<double> finite(const std::vector<double>& values) {
    std::vector<double> kept = values;
    std::erase_if(kept, [](double value) { return std::isnan(value); });
    return kept;
}

GainsAndHarms complete_units(const PlaneValues& plane) {
    const auto units = static_cast<Eigen::Index>(plane.units),
               designs = static_cast<Eigen::Index>(plane.designs.size());
    GainsAndHarms complete{Eigen::MatrixXd(units, designs), Eigen::MatrixXd(units, designs)};
    for (Eigen::Index design = 0; design < designs; ++design) {
        const auto place = static_cast<std::size_t>(design);
        const std::vector<double> gain = finite(plane.uptake_added[place]), harm = finite(plane.harm_added[place]);
        complete.gain.col(design) = Eigen::Map<const Eigen::VectorXd>(gain.data(), units);
        complete.harm.col(design) = Eigen::Map<const Eigen::VectorXd>(harm.data(), units);
    }
    return complete;
}

/// Twice the last rate at which the preference on average changes; where it never does, twice the steepest exchange
/// that any two designs offer.
double last_rate(const FrontierGroup& group, const Eigen::VectorXd& gain, const Eigen::VectorXd& harm) {
    if (!group.frontier.rates.empty()) return 2 * group.frontier.rates.back();
    double steepest = 0;
    for (Eigen::Index a = 0; a < gain.size(); ++a) {
        for (Eigen::Index b = 0; b < a; ++b) {
            const double rate = std::abs((harm[a] - harm[b]) / (gain[a] - gain[b]));
            if (std::isfinite(rate)) steepest = std::max(steepest, rate);
        }
    }
    return steepest > 0 ? 2 * steepest : 1;
}

std::vector<double> curve_rates(const FrontierRequest& request, double last) {
    std::vector<double> rates = request.rates;
    if (rates.empty()) {
        for (std::size_t step = 0; step <= curve_steps; ++step)
            rates.push_back(last * static_cast<double>(step) / static_cast<double>(curve_steps));
        rates.push_back(std::numeric_limits<double>::infinity());
    }
    std::sort(rates.begin(), rates.end());
    rates.erase(std::unique(rates.begin(), rates.end()), rates.end());
    return rates;
}

void add_curve(FrontierGroup& group, const GainsAndHarms& units, const std::vector<double>& rates) {
    for (const double rate : rates) {
        AcceptabilityRow row{rate, {}, preferred_on_average(units, rate)};
        if (group.units > 1) {
            const Eigen::VectorXd shares = acceptability(units, rate);
            row.probability.assign(shares.begin(), shares.end());
        }
        group.curve.push_back(std::move(row));
    }
}

void add_designs(const Results& results, const MeanEstimator& estimator, const PlaneValues& plane,
                 FrontierGroup& group) {
    for (std::size_t place = 0; place < plane.designs.size(); ++place) {
        FrontierDesign design;
        design.name = results.designs[plane.designs[place]];
        design.uptake = estimate_mean(estimator, plane.uptake[place]);
        design.harm = estimate_mean(estimator, plane.harm[place]);
        design.uptake_added = estimate_mean(estimator, plane.uptake_added[place]);
        design.harm_added = estimate_mean(estimator, plane.harm_added[place]);
        design.uptake_cloud = plane.uptake_added[place];
        design.harm_cloud = plane.harm_added[place];
        group.designs.push_back(std::move(design));
    }
}

void add_standings(FrontierGroup& group, const GainsAndHarms& units, const Eigen::VectorXd& gain,
                   const Eigen::VectorXd& harm) {
    const std::vector<Standing> standing = standings(gain, harm);
    const Eigen::VectorXd dominated = dominated_share(units);
    const Eigen::MatrixXd by_means = dominance({gain.transpose(), harm.transpose()});
    for (std::size_t place = 0; place < group.designs.size(); ++place) {
        const auto column = static_cast<Eigen::Index>(place);
        group.designs[place].standing = standing[place];
        if (group.units > 1) group.designs[place].dominated_share = dominated[column];
        for (Eigen::Index other = 0; other < gain.size(); ++other) {
            if (by_means(other, column) > 0)
                group.designs[place].dominated_by.push_back(static_cast<std::size_t>(other));
        }
    }
}

FrontierGroup group_of(const Results& results, const MeanEstimator& estimator, const PlaneValues& plane,
                       std::size_t baseline, const FrontierRequest& request) {
    FrontierGroup group;
    group.baseline = results.designs[baseline];
    group.units = plane.units;
    group.left_out = plane.left_out;
    group.without_results = plane.without_results;
    add_designs(results, estimator, plane, group);
    if (plane.units == 0) return group;
    const GainsAndHarms units = complete_units(plane);
    const Eigen::VectorXd gain = units.gain.colwise().mean().transpose(),
                          harm = units.harm.colwise().mean().transpose();
    group.frontier = efficient_frontier(gain, harm);
    const Eigen::MatrixXd shares = dominance(units);
    for (const auto& row : shares.rowwise()) group.dominance.emplace_back(row.begin(), row.end());
    add_standings(group, units, gain, harm);
    add_curve(group, units, curve_rates(request, last_rate(group, gain, harm)));
    return group;
}

std::optional<std::string> find_problem(const Results& results, const FrontierRequest& request) {
    if (!std::all_of(request.rates.begin(), request.rates.end(), [](double rate) { return rate >= 0; }))
        return "a rate is how many harms are accepted for a point of uptake: a number from 0 on.";
    for (const std::string_view name : {"uptake", "harm_per_1000_citizen_years"}) {
        if (find_outcome(results.outcomes, name) == nullptr)
            return fmt::format("the results hold no {}, which the plane needs; run the experiment again.", name);
    }
    return too_few_designs(results);
}

void add_limits(const MeanEstimator& estimator, FrontierAnswer& answer) {
    for (const FrontierGroup& group : answer.groups) {
        if (group.left_out > 0 && group.units > 0) {
            answer.limits.push_back(
                fmt::format("{} of {} left out beside `{}`: some design has no uptake or harm there.", group.left_out,
                            counted(group.left_out + group.units, answer.unit_noun), group.baseline));
        }
        if (!group.without_results.empty())
            answer.limits.push_back(
                fmt::format("Without uptake or harm anywhere, hence left out: {}.", join(group.without_results, ", ")));
        if (group.units == 1) answer.limits.emplace_back("With one complete unit there is no probability.");
    }
    if (estimator.kind == Estimator::none)
        answer.limits.emplace_back("Probabilities are shares of the chosen points of the plan, nothing more.");
}

}  // namespace

std::variant<FrontierAnswer, std::string> find_frontier(const Results& results, const FrontierRequest& request) {
    if (auto problem = find_problem(results, request)) return *std::move(problem);
    const auto baseline = design_named(results, request.baseline.value_or(results.baseline));
    if (const auto* problem = std::get_if<std::string>(&baseline)) return *problem;
    const MeanEstimator estimator = estimator_for(results);
    FrontierAnswer answer{answer_frame(results, estimator), {}};
    for (const DesignGroup& group : groups_by_baseline(results, std::get<std::size_t>(baseline))) {
        if (group.designs.size() == 1) continue;
        const PlaneValues plane = plane_of(results, group);
        answer.groups.push_back(group_of(results, estimator, plane, group.baseline, request));
    }
    if (answer.groups.empty()) return "every design is alone in its regime of adaptation: nothing to compare it with.";
    const auto is_empty = [](const FrontierGroup& group) { return group.units == 0; };
    if (std::all_of(answer.groups.begin(), answer.groups.end(), is_empty))
        return fmt::format(
            "in no {} do the designs have uptake and harm beside the baseline: too many runs failed or are pending. "
            "`leeway compare` shows what there is.",
            answer.unit_noun);
    add_limits(estimator, answer);
    return answer;
}

Interval share_interval(double share, std::size_t units) {
    if (units == 0 || !std::isfinite(share)) return {};
    const auto count = static_cast<double>(units);
    const double z2 = normal_quantile * normal_quantile, centre = (share + z2 / (2 * count)) / (1 + z2 / count);
    const double half =
        normal_quantile / (1 + z2 / count) * std::sqrt(share * (1 - share) / count + z2 / (4 * count * count));
    return {share, std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

}  // namespace leeway
