#include "experiment/sampling.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "experiment/dotted_names.hpp"
#include "experiment/sampling/plans.hpp"

namespace leeway {
namespace {

std::vector<double> own_values(Model& model, const std::vector<UncertainParameter>& uncertain) {
    const FieldTable table = field_table(model);
    std::vector<double> own;
    for (const UncertainParameter& prior : uncertain) {
        const auto fields = find_fields(table, prior.parameter);
        const double first = number_of(fields.at(0).value);
        const bool agree = std::all_of(fields.begin(), fields.end(),
                                       [&](const FieldEntry& entry) { return number_of(entry.value) == first; });
        own.push_back(agree ? first : std::numeric_limits<double>::quiet_NaN());
    }
    return own;
}

Points unit_points(const WorldPart& part, std::int64_t seed) {
    switch (part.sampling) {
        case Sampling::grid:
            return grid(part.parameters.size(), part.count);
        case Sampling::latin_hypercube:
            return latin_hypercube(part.parameters, part.count, seed);
        case Sampling::sobol:
            return sobol(part.parameters, part.count, seed);
        case Sampling::morris:
            return morris(part.parameters, part.count, seed);
        case Sampling::saltelli:
            return saltelli(part.parameters, part.count, seed);
        case Sampling::point:
        case Sampling::file:
        case Sampling::product:
            break;
    }
    return {{}};
}

/// The columns of a part's parameters among all.
std::vector<std::size_t> columns_of(const WorldPart& part, const std::vector<UncertainParameter>& uncertain) {
    std::vector<std::size_t> columns;
    for (const std::string& name : part.parameters) {
        const auto found = std::find_if(uncertain.begin(), uncertain.end(),
                                        [&](const UncertainParameter& prior) { return prior.parameter == name; });
        columns.push_back(static_cast<std::size_t>(found - uncertain.begin()));
    }
    return columns;
}

/// The values of a part's parameters, [point][parameter].
Points values_of(const WorldPart& part, const std::vector<UncertainParameter>& uncertain,
                 const std::vector<std::size_t>& columns, std::int64_t seed) {
    if (part.sampling == Sampling::file) return part.table.rows;
    Points points = unit_points(part, seed);
    for (auto& point : points) {
        for (std::size_t i = 0; i < point.size(); ++i) point[i] = quantile(uncertain[columns[i]], point[i]);
    }
    return points;
}

/// Every world with every one of these values in these columns.
Points crossed(const Points& worlds, const Points& values, const std::vector<std::size_t>& columns) {
    Points all;
    all.reserve(worlds.size() * values.size());
    for (const auto& world : worlds) {
        for (const auto& point : values) {
            all.push_back(world);
            for (std::size_t i = 0; i < point.size(); ++i) all.back()[columns[i]] = point[i];
        }
    }
    return all;
}

struct SetNumber {
    double value;

    void operator()(double* number) const { *number = value; }
    void operator()(std::int64_t* whole) const { *whole = static_cast<std::int64_t>(value); }
    template <class Other>
    void operator()(const Other&) const {}  // refused where names are checked
};

}  // namespace

std::vector<std::vector<double>> sample_worlds(Model& model, const std::vector<UncertainParameter>& uncertain,
                                               const WorldPlan& plan, std::int64_t seed) {
    Points worlds{own_values(model, uncertain)};
    for (const WorldPart* part : parts_of(plan)) {
        const auto columns = columns_of(*part, uncertain);
        const Points values = values_of(*part, uncertain, columns, seed);
        worlds = crossed(worlds, values, columns);
    }
    return worlds;
}

WorldWriter::WorldWriter(Model& model, const std::vector<UncertainParameter>& uncertain) {
    const FieldTable table = field_table(model);
    for (const UncertainParameter& prior : uncertain) {
        fields_.emplace_back();
        for (const FieldEntry& entry : find_fields(table, prior.parameter)) fields_.back().push_back(entry.value);
    }
}

void WorldWriter::write(std::span<const double> values) const {
    for (std::size_t parameter = 0; parameter < fields_.size(); ++parameter) {
        if (std::isnan(values[parameter])) continue;
        for (const FieldReference& field : fields_[parameter]) std::visit(SetNumber{values[parameter]}, field);
    }
}

void apply_world(Model& model, const std::vector<UncertainParameter>& uncertain, std::span<const double> values) {
    WorldWriter(model, uncertain).write(values);
}

}  // namespace leeway
