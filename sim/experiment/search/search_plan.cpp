#include "experiment/search/search_plan.hpp"

#include <algorithm>

namespace leeway {
namespace {

std::size_t design_of(const Plan& plan, const std::string& label) {
    const auto found = std::find_if(plan.designs.begin(), plan.designs.end(),
                                    [&](const NamedDesign& named) { return named.name == label; });
    return label.empty() ? plan.baseline : static_cast<std::size_t>(found - plan.designs.begin());
}

/// The place of a name in the list, to which it is added when it is not there.
std::size_t place_in(std::vector<std::string>& names, const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    const auto place = static_cast<std::size_t>(found - names.begin());
    if (found == names.end()) names.push_back(name);
    return place;
}

}  // namespace

std::vector<std::size_t> searched_columns(const Plan& plan) {
    const std::vector<std::string>& searched = plan.experiment.worlds.parameters;
    std::vector<std::size_t> columns;
    for (std::size_t column = 0; column < plan.uncertain.size(); ++column) {
        if (std::find(searched.begin(), searched.end(), plan.uncertain[column].parameter) != searched.end())
            columns.push_back(column);
    }
    return columns;
}

Search search_of(const Plan& plan) {
    Search search{{}, plan.experiment.targets, plan.experiment.calibration, plan.experiment.seed};
    for (const std::size_t column : searched_columns(plan)) search.priors.push_back(plan.uncertain[column]);
    return search;
}

WorldPoints first_wave_of(const Plan& plan) {
    const std::vector<std::size_t> columns = searched_columns(plan);
    WorldPoints points;
    for (const auto& world : plan.worlds) {
        points.emplace_back();
        for (const std::size_t column : columns) points.back().push_back(world[column]);
    }
    return points;
}

Plan with_worlds(const Plan& plan, const WorldPoints& points) {
    const std::vector<std::size_t> columns = searched_columns(plan);
    Plan more = plan;
    more.worlds.assign(points.size(), plan.worlds.front());
    for (std::size_t world = 0; world < points.size(); ++world) {
        for (std::size_t i = 0; i < columns.size(); ++i) more.worlds[world][columns[i]] = points[world][i];
    }
    return more;
}

TargetReader::TargetReader(const Plan& plan) : months_(static_cast<double>(plan.experiment.months)) {
    for (const Target& target : plan.experiment.targets) {
        Reading reading{design_of(plan, target.design), std::get<Formula>(read_formula(target.outcome)), {}};
        for (const std::string& name : reading.formula.outcomes) reading.places.push_back(place_in(outcomes_, name));
        targets_.push_back(std::move(reading));
    }
}

bool TargetReader::is_asked(std::size_t design) const {
    return std::any_of(targets_.begin(), targets_.end(),
                       [&](const Reading& reading) { return reading.design == design; });
}

void TargetReader::read(std::size_t design, std::span<const double> values,
                        const std::function<void(std::size_t target, double value)>& visit) const {
    std::vector<double> own;
    for (std::size_t target = 0; target < targets_.size(); ++target) {
        const Reading& reading = targets_[target];
        if (reading.design != design) continue;
        own.clear();
        for (const std::size_t place : reading.places) own.push_back(values[place]);
        visit(target, evaluate(reading.formula, own, months_));
    }
}

}  // namespace leeway
