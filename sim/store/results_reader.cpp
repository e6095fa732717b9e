// Reads a results file by the same tables that it was written from; outcomes and levers are found by their role.
#include "store/results_reader.hpp"

#include <algorithm>

#include "store/hdf5_read.hpp"
#include "store/results_digest.hpp"
#include "store/results_layout.hpp"

namespace leeway {
namespace {

using hdf5::Failure;
using hdf5::Handle;
using hdf5::Shape;

Shape length_of(hid_t file, const std::string& name) {
    Shape shape = hdf5::shape_of(hdf5::open_dataset(file, name));
    if (shape.size() != 1) throw Failure(name + " is no list");
    return shape;
}

void require_our_format(hid_t file) {
    if (!hdf5::has_attribute(file, "results_format")) {
        throw ForeignFile("it is an HDF5 file, but not a Leeway results file");
    }
    const std::int64_t format = hdf5::read_integer_attribute(file, "results_format");
    if (format != results_format) {
        throw ForeignFile("its format is " + std::to_string(format) + ", and this version of Leeway reads format " +
                          std::to_string(results_format));
    }
}

void read_coordinates(hid_t file, Results& results) {
    for (const auto& coordinate : text_coordinates) {
        if (coordinate.optional && !hdf5::has_name(file, coordinate.name)) continue;
        results.*coordinate.labels = hdf5::read_texts(file, coordinate.name, length_of(file, coordinate.name));
    }
    for (const auto& coordinate : number_coordinates) {
        results.*coordinate.labels =
            hdf5::read_numbers<std::int64_t>(file, coordinate.name, length_of(file, coordinate.name));
    }
    for (const auto& coordinate : share_coordinates) {
        if (!hdf5::has_name(file, coordinate.name)) continue;
        results.*coordinate.labels =
            hdf5::read_numbers<double>(file, coordinate.name, length_of(file, coordinate.name));
    }
}

template <std::size_t N>
Shape shape_of(const Results& results, const std::array<std::string_view, N>& dimensions) {
    Shape shape;
    for (const std::string_view dimension : dimensions) {
        if (!dimension.empty()) shape.push_back(dimension_size(results, dimension));
    }
    return shape;
}

void read_columns(hid_t file, Results& results) {
    for (const auto& column : text_columns) {
        if (column.optional && !hdf5::has_name(file, column.name)) continue;
        results.*column.values = hdf5::read_texts(file, column.name, shape_of(results, column.dimensions));
    }
    for (const auto& column : number_columns) {
        if (!hdf5::has_name(file, column.name)) continue;
        results.*column.values = hdf5::read_numbers<double>(file, column.name, shape_of(results, column.dimensions));
    }
    for (const auto& column : index_columns) {
        if (!hdf5::has_name(file, column.name)) continue;
        const auto indices = hdf5::read_numbers<std::int64_t>(file, column.name, shape_of(results, column.dimensions));
        results.*column.values = {indices.begin(), indices.end()};
    }
    for (const auto& column : flag_columns) {
        if (!hdf5::has_name(file, column.name)) continue;
        results.*column.values =
            hdf5::read_numbers<std::int64_t>(file, column.name, shape_of(results, column.dimensions));
    }
}

LeverColumn read_lever(hid_t file, const std::string& name, const Shape& designs) {
    const Handle dataset = hdf5::open_dataset(file, name);
    LeverColumn lever{
        name, hdf5::read_text_attribute(dataset, "units"), hdf5::read_text_attribute(dataset, "long_name"), {}};
    if (hdf5::holds_text(dataset)) {
        lever.values = hdf5::read_texts(file, name, designs);
    } else if (hdf5::holds_integers(dataset)) {
        lever.values = hdf5::read_numbers<std::int8_t>(file, name, designs);
    } else {
        lever.values = hdf5::read_numbers<double>(file, name, designs);
    }
    return lever;
}

void read_levers(hid_t file, Results& results) {
    const Shape designs{results.designs.size()};
    for (const std::string& name : hdf5::read_texts(file, "lever", length_of(file, "lever"))) {
        results.levers.push_back(read_lever(file, name, designs));
    }
    if (!hdf5::has_name(file, "lever_bound")) return;
    const auto bounds =
        hdf5::read_numbers<std::int8_t>(file, "lever_bound", {results.designs.size(), results.levers.size()});
    results.lever_bound.assign(bounds.begin(), bounds.end());
}

void read_status(hid_t file, Results& results) {
    const Shape runs{results.designs.size(), results.worlds.size(), results.replicates.size()};
    for (const std::int8_t value : hdf5::read_numbers<std::int8_t>(file, "status", runs)) {
        if (value < 0 || value > 2) throw Failure("status has an unknown value");
        results.status.push_back(static_cast<RunStatus>(value));
    }
}

std::vector<double> read_outcome_values(hid_t file, const Results& results, const OutcomeKind& kind,
                                        const std::string& outcome, const std::string& name) {
    Shape shape{results.designs.size(), results.worlds.size(), results.replicates.size()};
    if (kind.dimension.empty() && is_per_world(outcome)) {
        shape.pop_back();
        return repeat_replicates(hdf5::read_numbers<double>(file, name, shape), results.replicates.size());
    }
    if (!kind.dimension.empty()) shape.push_back(dimension_size(results, kind.dimension));
    if (!kind.single_precision) return hdf5::read_numbers<double>(file, name, shape);
    const std::vector<float> values = hdf5::read_numbers<float>(file, name, shape);
    return {values.begin(), values.end()};
}

void read_quantiles(hid_t file, Results& results, const std::string& name) {
    if (!name.ends_with(quantiles_suffix)) throw Failure(name + " does not end in " + std::string(quantiles_suffix));
    const auto values = hdf5::read_numbers<float>(file, name, shape_of(results, quantiles_dimensions));
    results.quantiles_by_month.push_back(
        {name.substr(0, name.size() - quantiles_suffix.size()), {values.begin(), values.end()}});
}

void read_outcome(hid_t file, Results& results, const OutcomeKind& kind, const std::string& name) {
    if (!name.ends_with(kind.suffix)) throw Failure(name + " does not end in " + std::string(kind.suffix));
    OutcomeArray array;
    array.name = name.substr(0, name.size() - kind.suffix.size());
    array.inner = kind.dimension.empty() ? 1 : dimension_size(results, kind.dimension);
    array.values = read_outcome_values(file, results, kind, array.name, name);
    (results.*kind.arrays).push_back(std::move(array));
}

void read_outcomes(hid_t file, Results& results) {
    for (const std::string& name : hdf5::list_names(file)) {
        const Handle dataset = hdf5::open_dataset(file, name);
        if (!hdf5::has_attribute(dataset, role_attribute)) continue;
        const std::string role = hdf5::read_text_attribute(dataset, role_attribute);
        if (role == quantiles_role) read_quantiles(file, results, name);
        const auto kind = std::ranges::find(outcome_kinds, role, &OutcomeKind::role);
        if (kind != outcome_kinds.end()) read_outcome(file, results, *kind, name);
    }
}

void read_attributes(hid_t file, Results& results) {
    for (const auto& [name, text] : provenance_attributes) {
        results.provenance.*text = hdf5::read_text_attribute(file, name);
    }
    for (const auto& [name, text] : results_attributes) results.*text = hdf5::read_text_attribute(file, name);
    if (hdf5::has_attribute(file, precision_attribute.name))
        results.precision = hdf5::read_text_attribute(file, precision_attribute.name);
    results.provenance.seed = hdf5::read_integer_attribute(file, "seed");
    results.population = hdf5::read_number_attribute(file, "population");
    results.agents = hdf5::read_integer_attribute(file, "agents");
}

}  // namespace

Results read_contents(const std::filesystem::path& path) {
    const Handle file = hdf5::open_to_read(path);
    require_our_format(file);
    Results results;
    read_attributes(file, results);
    read_coordinates(file, results);
    read_columns(file, results);
    read_levers(file, results);
    read_status(file, results);
    read_outcomes(file, results);
    if (const auto flaw = find_inconsistency(results)) throw Failure(*flaw);
    if (content_digest(results) != hdf5::read_text_attribute(file, "content_digest")) {
        throw Failure("its contents do not match the digest that it states");
    }
    return results;
}

}  // namespace leeway
