#include "experiment/search/design_points.hpp"

#include <algorithm>
#include <cmath>

#include "core/fields.hpp"
#include "experiment/dotted_names.hpp"
#include "experiment/vary.hpp"
#include "experiment/write_toml.hpp"

namespace leeway {
namespace {

std::size_t bases_of(const Plan& plan) { return (plan.designs.size() - 1) / plan.combinations; }

/// "cohort" of "cohort[sandbox.places=10]".
std::string base_name(const std::string& label) { return label.substr(0, label.find('[')); }

std::string value_in(const Plan& plan, std::size_t design, const std::string& lever) {
    Design copy = plan.designs[design].design;
    return label_text(find_fields(field_table(copy), lever).front().value);
}

void add_once(std::vector<std::string>& values, std::string value) {
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(std::move(value));
}

}  // namespace

std::optional<std::string> why_no_search(const Plan& plan) {
    if (plan.swept.empty())
        return "There are no levers to search. List their values under [vary], such as \"sandbox.places\" = [5, 10, "
               "20].";
    if (plan.regimes > 1)
        return "There are several regimes of adaptation, which nobody chooses. Give adaptation.firms and "
               "adaptation.regulators one value each.";
    if (plan.experiment.until.is_asked())
        return "replicates = {until = ...} cannot be searched with, because all designs must meet the same luck. Give "
               "a "
               "number of replicates.";
    return std::nullopt;
}

ChoiceSpace choice_space(const Plan& plan) {
    ChoiceSpace space{{bases_of(plan)}};
    for (const SweptAxis& axis : plan.swept) space.values.push_back(axis.values);
    return space;
}

std::size_t design_of(const Plan& plan, const LeverChoice& choice) {
    std::size_t point = choice.front();
    for (std::size_t lever = 0; lever < plan.swept.size(); ++lever)
        point = point * plan.swept[lever].values + choice[lever + 1];
    return point < plan.baseline ? point : point + 1;  // the baseline is no point
}

Plan plan_of_points(const Plan& plan, const std::vector<std::size_t>& designs, std::int64_t replicates) {
    Plan points;
    points.experiment = plan.experiment;
    points.experiment.replicates = replicates;
    points.model = plan.model;
    points.designs.push_back(plan.designs[plan.baseline]);
    for (const std::size_t design : designs) points.designs.push_back(plan.designs[design]);
    points.baseline_of.assign(points.designs.size(), 0);
    points.combinations = plan.combinations;
    points.status_quo = plan.status_quo;
    points.neighbours = plan.neighbours;
    points.uncertain = plan.uncertain;
    points.worlds = plan.worlds;
    points.scenario_file = plan.scenario_file;
    points.configuration = plan.configuration;
    points.configuration_hash = plan.configuration_hash;
    return points;
}

Interval change_against_baseline(const PointValue& value, std::size_t design, std::size_t worlds, std::size_t first,
                                 std::size_t end) {
    std::vector<double> by_world;
    for (std::size_t world = 0; world < worlds; ++world) {
        double sum = 0, pairs = 0;
        for (std::size_t replicate = first; replicate < end; ++replicate) {
            const double baseline = value(0, world, replicate);
            if (!std::isfinite(baseline)) continue;
            sum += value(design, world, replicate) - baseline;
            ++pairs;
        }
        if (pairs == 0) continue;
        if (!std::isfinite(sum)) return {};
        by_world.push_back(sum / pairs);
    }
    return t_interval(by_world);
}

std::vector<FoundValues> values_in(const Plan& plan, const std::vector<std::size_t>& designs) {
    std::vector<FoundValues> found;
    if (bases_of(plan) > 1) {
        found.push_back({"design", {}});
        for (const std::size_t design : designs) add_once(found.front().values, base_name(plan.designs[design].name));
    }
    for (const SweptAxis& axis : plan.swept) {
        found.push_back({axis.lever, {}});
        for (const std::size_t design : designs) add_once(found.back().values, value_in(plan, design, axis.lever));
    }
    return found;
}

std::string design_file(const Plan& plan, std::size_t design, const std::string& name, const std::string& source) {
    Design copy = plan.designs[design].design;
    copy.description = plan.designs[design].name + ": " + copy.description;
    copy.name = name;
    copy.source = source;
    return write_toml(field_table(copy));
}

}  // namespace leeway
