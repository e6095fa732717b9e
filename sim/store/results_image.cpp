// Builds the file variable by variable; each gets dimension scales, units and a long name, so that xarray and other
// netCDF readers open it with named dimensions.
#include "store/results_image.hpp"

#include <hdf5_hl.h>

#include <map>
#include <string>

#include "metrics/metric_table.hpp"
#include "store/hdf5_write.hpp"
#include "store/results_digest.hpp"
#include "store/results_layout.hpp"

namespace leeway {
namespace {

using hdf5::checked;
using hdf5::Handle;
using hdf5::Storage;

using Dimensions = std::vector<std::string>;

constexpr std::size_t growth_bytes = std::size_t{16} << 20;

/// A new file that exists in memory only and remembers the order in which variables were made.
Handle create_file() {
    const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "preparing the file");
    checked(H5Pset_fapl_core(access, growth_bytes, false), "preparing the file");
    const Handle creation(H5Pcreate(H5P_FILE_CREATE), H5Pclose, "preparing the file");
    checked(H5Pset_link_creation_order(creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED), "preparing the file");
    return {H5Fcreate("leeway-results", H5F_ACC_TRUNC, creation, access), H5Fclose, "preparing the file"};
}

void describe(hid_t dataset, const std::string& unit, const std::string& long_name) {
    hdf5::write_attribute(dataset, "units", unit);
    hdf5::write_attribute(dataset, "long_name", long_name);
}

std::string_view better_text(Better better) {
    constexpr std::array<std::string_view, 3> texts{"more", "less", "neither"};
    return texts[static_cast<std::size_t>(better)];
}

Dimensions named(const std::array<std::string_view, 3>& dimensions) {
    Dimensions names;
    for (const std::string_view dimension : dimensions) {
        if (!dimension.empty()) names.emplace_back(dimension);
    }
    return names;
}

class ImageBuilder {
  public:
    explicit ImageBuilder(const Results& results) : results_(results), file_(create_file()) {}

    void add_coordinates();
    void add_columns();
    void add_levers();
    void add_status();
    void add_outcomes();
    void add_attributes();
    std::vector<std::byte> image();

  private:
    template <class Number>
    Handle add_numbers(const std::string& name, std::span<const Number> values, const Dimensions& dimensions,
                       Storage storage);
    Handle add_texts(const std::string& name, std::span<const std::string> values, const Dimensions& dimensions);
    void add_scale(const char* name, Handle dataset, const char* unit, const char* long_name);
    void add_lever(const LeverColumn& lever);
    void add_lever_bounds();
    void add_outcome(const OutcomeKind& kind, const OutcomeArray& array);
    Handle add_outcome_values(const OutcomeKind& kind, const OutcomeArray& array, const std::string& name);
    hdf5::Shape shape_of(const Dimensions& dimensions) const;
    void attach(hid_t dataset, const Dimensions& dimensions);

    const Results& results_;
    Handle file_;
    std::map<std::string, Handle> scales_;
};

hdf5::Shape ImageBuilder::shape_of(const Dimensions& dimensions) const {
    hdf5::Shape shape;
    for (const std::string& dimension : dimensions) shape.push_back(dimension_size(results_, dimension));
    return shape;
}

void ImageBuilder::attach(hid_t dataset, const Dimensions& dimensions) {
    for (unsigned axis = 0; axis < dimensions.size(); ++axis) {
        checked(H5DSattach_scale(dataset, scales_.at(dimensions[axis]), axis), "naming the dimensions");
    }
}

template <class Number>
Handle ImageBuilder::add_numbers(const std::string& name, std::span<const Number> values, const Dimensions& dimensions,
                                 Storage storage) {
    Handle dataset = hdf5::write_numbers(file_, name, values, shape_of(dimensions), storage);
    attach(dataset, dimensions);
    return dataset;
}

Handle ImageBuilder::add_texts(const std::string& name, std::span<const std::string> values,
                               const Dimensions& dimensions) {
    Handle dataset = hdf5::write_texts(file_, name, values, shape_of(dimensions));
    attach(dataset, dimensions);
    return dataset;
}

void ImageBuilder::add_scale(const char* name, Handle dataset, const char* unit, const char* long_name) {
    checked(H5DSset_scale(dataset, name), "making the coordinate " + std::string(name));
    describe(dataset, unit, long_name);
    scales_.emplace(name, std::move(dataset));
}

void ImageBuilder::add_coordinates() {
    for (const auto& [name, labels, unit, long_name, optional] : text_coordinates) {
        if (optional && (results_.*labels).empty()) continue;
        add_scale(name, hdf5::write_texts(file_, name, results_.*labels, shape_of({name})), unit, long_name);
    }
    for (const auto& [name, labels, unit, long_name, optional] : number_coordinates) {
        const std::span<const std::int64_t> values(results_.*labels);
        add_scale(name, hdf5::write_numbers(file_, name, values, shape_of({name}), Storage::plain), unit, long_name);
    }
    std::vector<std::string> levers;
    for (const LeverColumn& lever : results_.levers) levers.push_back(lever.name);
    add_scale("lever", hdf5::write_texts(file_, "lever", levers, shape_of({"lever"})), "", "lever, by its dotted name");
}

void ImageBuilder::add_columns() {
    for (const Column<std::string>& column : text_columns) {
        const std::vector<std::string> texts = texts_of(results_, column);
        if (column.optional && texts.empty()) continue;
        describe(add_texts(column.name, texts, named(column.dimensions)), column.unit, column.long_name);
    }
    for (const auto& [name, values, dimensions, unit, long_name, optional] : number_columns) {
        if ((results_.*values).empty()) continue;
        const std::span<const double> numbers(results_.*values);
        describe(add_numbers(name, numbers, named(dimensions), Storage::compressed), unit, long_name);
    }
    for (const auto& [name, values, dimensions, unit, long_name, optional] : index_columns) {
        if ((results_.*values).empty()) continue;
        const std::vector<std::int64_t> indices((results_.*values).begin(), (results_.*values).end());
        const std::span<const std::int64_t> numbers(indices);
        describe(add_numbers(name, numbers, named(dimensions), Storage::plain), unit, long_name);
    }
}

void ImageBuilder::add_lever(const LeverColumn& lever) {
    const Dimensions dimensions{"design"};
    const Handle dataset = std::visit(
        [&]<class Value>(const std::vector<Value>& values) {
            if constexpr (std::is_same_v<Value, std::string>) {
                return add_texts(lever.name, values, dimensions);
            } else {
                return add_numbers(lever.name, std::span<const Value>(values), dimensions, Storage::plain);
            }
        },
        lever.values);
    describe(dataset, lever.unit, lever.meaning);
    hdf5::write_attribute(dataset, role_attribute, std::string(lever_role));
}

void ImageBuilder::add_lever_bounds() {
    const std::vector<std::int8_t> bounds(results_.lever_bound.begin(), results_.lever_bound.end());
    describe(add_numbers("lever_bound", std::span<const std::int8_t>(bounds), {"design", "lever"}, Storage::plain), "",
             "1 if the lever limited somebody in some run, 0 if never, -1 if that is not tracked or it is at its "
             "neutral value");
}

void ImageBuilder::add_levers() {
    for (const LeverColumn& lever : results_.levers) add_lever(lever);
    if (!results_.lever_bound.empty()) add_lever_bounds();
}

void ImageBuilder::add_status() {
    std::vector<std::int8_t> status;
    for (const RunStatus value : results_.status) status.push_back(static_cast<std::int8_t>(value));
    const Handle dataset = add_numbers("status", std::span<const std::int8_t>(status), {"design", "world", "replicate"},
                                       Storage::compressed);
    describe(dataset, "", "0 pending, 1 done, 2 failed");
}

Handle ImageBuilder::add_outcome_values(const OutcomeKind& kind, const OutcomeArray& array, const std::string& name) {
    Dimensions dimensions{"design", "world", "replicate"};
    if (kind.dimension.empty() && is_per_world(array.name)) {
        dimensions.pop_back();
        const std::vector<double> values = collapse_replicates(array.values, results_.replicates.size());
        return add_numbers(name, std::span<const double>(values), dimensions, Storage::compressed);
    }
    if (!kind.dimension.empty()) dimensions.emplace_back(kind.dimension);
    if (!kind.single_precision) {
        return add_numbers(name, std::span<const double>(array.values), dimensions, Storage::compressed);
    }
    const std::vector<float> values(array.values.begin(), array.values.end());
    return add_numbers(name, std::span<const float>(values), dimensions, Storage::compressed);
}

void ImageBuilder::add_outcome(const OutcomeKind& kind, const OutcomeArray& array) {
    const std::string name = array.name + std::string(kind.suffix);
    const Handle dataset = add_outcome_values(kind, array, name);
    hdf5::write_attribute(dataset, role_attribute, std::string(kind.role));
    const Metric* metric = find_metric(array.name);
    const std::string ending = kind.dimension.empty() ? "" : ", by " + std::string(kind.dimension);
    describe(dataset, std::string(metric ? metric->unit : ""),
             std::string(metric ? metric->long_name : array.name) + ending);
    if (!metric) return;
    hdf5::write_attribute(dataset, "axis_of_result", std::string(text(metric->axis)));
    hdf5::write_attribute(dataset, "better", std::string(better_text(metric->better)));
}

void ImageBuilder::add_outcomes() {
    for (const OutcomeKind& kind : outcome_kinds) {
        for (const OutcomeArray& array : results_.*kind.arrays) add_outcome(kind, array);
    }
}

void ImageBuilder::add_attributes() {
    hdf5::write_attribute(file_, "Conventions", std::string("CF-1.10"));
    for (const auto& [name, text] : provenance_attributes) {
        hdf5::write_attribute(file_, name, results_.provenance.*text);
    }
    for (const auto& [name, text] : results_attributes) hdf5::write_attribute(file_, name, results_.*text);
    hdf5::write_attribute(file_, "seed", results_.provenance.seed);
    hdf5::write_attribute(file_, "population", results_.population);
    hdf5::write_attribute(file_, "agents", results_.agents);
    hdf5::write_attribute(file_, "results_format", results_format);
    hdf5::write_attribute(file_, "content_digest", content_digest(results_));
}

std::vector<std::byte> ImageBuilder::image() {
    checked(H5Fflush(file_, H5F_SCOPE_GLOBAL), "finishing the file");
    const ssize_t size = checked(H5Fget_file_image(file_, nullptr, 0), "finishing the file");
    std::vector<std::byte> bytes(static_cast<std::size_t>(size));
    checked(H5Fget_file_image(file_, bytes.data(), bytes.size()), "finishing the file");
    return bytes;
}

}  // namespace

std::vector<std::byte> build_image(const Results& results) {
    ImageBuilder builder(results);
    builder.add_coordinates();
    builder.add_columns();
    builder.add_levers();
    builder.add_status();
    builder.add_outcomes();
    builder.add_attributes();
    return builder.image();
}

}  // namespace leeway
