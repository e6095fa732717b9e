// Builds the file variable by variable from the tables of the layout; each has units and a long name.
#include "store/results_image.hpp"

#include <algorithm>
#include <string>

#include "metrics/metric_table.hpp"
#include "store/labelled_file.hpp"
#include "store/results_digest.hpp"
#include "store/results_layout.hpp"

namespace leeway {
namespace {

using hdf5::Dimensions;
using hdf5::Handle;
using hdf5::Meaning;
using hdf5::Storage;

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

/// The row of a table as its variable states it.
template <class Row>
Meaning meaning_of(const Row& row) {
    return {row.unit, row.long_name};
}

Meaning meaning_of(const OutcomeKind& kind, const OutcomeArray& array, const Metric* metric) {
    const std::string ending = kind.dimension.empty() ? "" : ", by " + std::string(kind.dimension);
    return metric ? Meaning{std::string(metric->unit), std::string(metric->long_name) + ending}
                  : Meaning{"", array.name + ending};
}

class ImageBuilder {
  public:
    ImageBuilder(Results& results, const FillOutcomes& fill) : results_(results), fill_(fill), digest_(results) {}

    void add_coordinates();
    void add_columns();
    void add_levers();
    void add_status();
    void add_quantiles();
    void add_outcomes();
    void add_attributes();
    std::vector<std::byte> image() const { return file_.image(); }

  private:
    template <class Row, class Number>
    void add_column(const Row& row, std::span<const Number> values, Storage storage);
    void add_lever(const LeverColumn& lever);
    void add_lever_bounds();
    std::size_t end_of_part(const OutcomeKind& kind, std::size_t first) const;
    void fill_part(const OutcomeKind& kind, std::size_t first, std::size_t last);
    void add_outcome(const OutcomeKind& kind, const OutcomeArray& array);
    Handle add_outcome_values(const OutcomeKind& kind, const OutcomeArray& array, const Meaning& meaning);

    Results& results_;
    const FillOutcomes& fill_;
    ContentDigest digest_;
    hdf5::LabelledFile file_;
};

void ImageBuilder::add_coordinates() {
    for (const auto& coordinate : text_coordinates) {
        const std::vector<std::string>& labels = results_.*coordinate.labels;
        if (coordinate.optional && labels.empty()) continue;
        file_.add_dimension(coordinate.name, labels, meaning_of(coordinate));
    }
    for (const auto& coordinate : number_coordinates) {
        file_.add_dimension(coordinate.name, results_.*coordinate.labels, meaning_of(coordinate));
    }
    for (const auto& coordinate : share_coordinates) {
        const std::vector<double>& labels = results_.*coordinate.labels;
        if (!labels.empty()) file_.add_dimension(coordinate.name, labels, meaning_of(coordinate));
    }
    std::vector<std::string> levers;
    for (const LeverColumn& lever : results_.levers) levers.push_back(lever.name);
    file_.add_dimension("lever", levers, {"", "lever, by its dotted name"});
}

/// A column without values is left out.
template <class Row, class Number>
void ImageBuilder::add_column(const Row& row, std::span<const Number> values, Storage storage) {
    if (!values.empty()) file_.add_numbers(row.name, values, named(row.dimensions), storage, meaning_of(row));
}

void ImageBuilder::add_columns() {
    for (const Column<std::string>& column : text_columns) {
        const std::vector<std::string> texts = texts_of(results_, column);
        if (column.optional && texts.empty()) continue;
        file_.add_texts(column.name, texts, named(column.dimensions), meaning_of(column));
    }
    for (const auto& column : number_columns) {
        add_column(column, std::span<const double>(results_.*column.values), Storage::compressed);
    }
    for (const auto& column : index_columns) {
        const std::vector<std::size_t>& values = results_.*column.values;
        const std::vector<std::int64_t> indices(values.begin(), values.end());
        add_column(column, std::span<const std::int64_t>(indices), Storage::plain);
    }
    for (const auto& column : flag_columns) {
        add_column(column, std::span<const std::int64_t>(results_.*column.values), Storage::plain);
    }
}

void ImageBuilder::add_quantiles() {
    for (const SeriesQuantiles& series : results_.quantiles_by_month) {
        const Metric* metric = find_metric(series.name);
        const std::string meaning = metric ? std::string(metric->long_name) : series.name;
        const std::vector<float> values(series.values.begin(), series.values.end());
        const Handle dataset =
            file_.add_numbers(series.name + std::string(quantiles_suffix), std::span<const float>(values),
                              named(quantiles_dimensions), Storage::compressed,
                              {metric ? std::string(metric->unit) : "", meaning + ", by month: quantiles over runs"});
        hdf5::write_attribute(dataset, role_attribute, std::string(quantiles_role));
    }
}

void ImageBuilder::add_lever(const LeverColumn& lever) {
    const Dimensions dimensions{"design"};
    const Meaning meaning{lever.unit, lever.meaning};
    const Handle dataset = std::visit(
        [&]<class Value>(const std::vector<Value>& values) {
            if constexpr (std::is_same_v<Value, std::string>) {
                return file_.add_texts(lever.name, values, dimensions, meaning);
            } else {
                return file_.add_numbers(lever.name, std::span<const Value>(values), dimensions, Storage::plain,
                                         meaning);
            }
        },
        lever.values);
    hdf5::write_attribute(dataset, role_attribute, std::string(lever_role));
}

void ImageBuilder::add_lever_bounds() {
    const std::vector<std::int8_t> bounds(results_.lever_bound.begin(), results_.lever_bound.end());
    file_.add_numbers("lever_bound", std::span<const std::int8_t>(bounds), {"design", "lever"}, Storage::plain,
                      {"",
                       "1 if the lever limited somebody in some run, 0 if never, -1 if that is not tracked or it is at "
                       "its neutral value"});
}

void ImageBuilder::add_levers() {
    for (const LeverColumn& lever : results_.levers) add_lever(lever);
    if (!results_.lever_bound.empty()) add_lever_bounds();
}

void ImageBuilder::add_status() {
    std::vector<std::int8_t> status;
    for (const RunStatus value : results_.status) status.push_back(static_cast<std::int8_t>(value));
    file_.add_numbers("status", std::span<const std::int8_t>(status), {"design", "world", "replicate"},
                      Storage::compressed, {"", "0 pending, 1 done, 2 failed"});
}

Handle ImageBuilder::add_outcome_values(const OutcomeKind& kind, const OutcomeArray& array, const Meaning& meaning) {
    const std::string name = array.name + std::string(kind.suffix);
    const auto add = [&]<class Number>(const std::vector<Number>& values, const Dimensions& dimensions) {
        return file_.add_numbers(name, std::span<const Number>(values), dimensions, Storage::compressed, meaning);
    };
    Dimensions dimensions{"design", "world", "replicate"};
    if (kind.dimension.empty() && is_per_world(array.name)) {
        dimensions.pop_back();
        return add(collapse_replicates(array.values, results_.replicates.size()), dimensions);
    }
    if (!kind.dimension.empty()) dimensions.emplace_back(kind.dimension);
    if (!kind.single_precision) return add(array.values, dimensions);
    return add(std::vector<float>(array.values.begin(), array.values.end()), dimensions);
}

void ImageBuilder::add_outcome(const OutcomeKind& kind, const OutcomeArray& array) {
    const Metric* metric = find_metric(array.name);
    const Handle dataset = add_outcome_values(kind, array, meaning_of(kind, array, metric));
    hdf5::write_attribute(dataset, role_attribute, std::string(kind.role));
    if (!metric) return;
    hdf5::write_attribute(dataset, "axis_of_result", std::string(text(metric->axis)));
    hdf5::write_attribute(dataset, "better", std::string(better_text(metric->better)));
}

/// Where the part ends that begins with array `first` of a kind.
std::size_t ImageBuilder::end_of_part(const OutcomeKind& kind, std::size_t first) const {
    constexpr std::size_t most = std::size_t{256} << 20;  // bytes of values in memory at once
    const std::vector<OutcomeArray>& arrays = results_.*kind.arrays;
    const std::size_t bytes = sizeof(double) * results_.runs() * arrays[first].inner;
    return std::min(arrays.size(), first + std::max<std::size_t>(1, most / std::max<std::size_t>(1, bytes)));
}

void ImageBuilder::fill_part(const OutcomeKind& kind, std::size_t first, std::size_t last) {
    fill_(kind.arrays, first, last);
    if (const auto flaw = find_bad_outcome(results_, kind, first, last)) throw hdf5::Failure(*flaw);
}

void ImageBuilder::add_outcomes() {
    for (const OutcomeKind& kind : outcome_kinds) {
        std::vector<OutcomeArray>& arrays = results_.*kind.arrays;
        for (std::size_t first = 0, last = 0; first < arrays.size(); first = last) {
            last = end_of_part(kind, first);
            if (fill_) fill_part(kind, first, last);
            for (std::size_t i = first; i < last; ++i) {
                add_outcome(kind, arrays[i]);
                digest_.add(kind, arrays[i]);
                if (fill_) std::vector<double>().swap(arrays[i].values);
            }
        }
    }
}

void ImageBuilder::add_attributes() {
    const hid_t root = file_.root();
    hdf5::write_attribute(root, "Conventions", std::string("CF-1.10"));
    for (const auto& [name, text] : provenance_attributes) {
        hdf5::write_attribute(root, name, results_.provenance.*text);
    }
    for (const auto& [name, text] : results_attributes) hdf5::write_attribute(root, name, results_.*text);
    if (!results_.precision.empty()) hdf5::write_attribute(root, precision_attribute.name, results_.precision);
    hdf5::write_attribute(root, "seed", results_.provenance.seed);
    hdf5::write_attribute(root, "population", results_.population);
    hdf5::write_attribute(root, "agents", results_.agents);
    hdf5::write_attribute(root, "results_format", results_format);
    hdf5::write_attribute(root, "content_digest", digest_.text());
}

}  // namespace

std::vector<std::byte> build_image(Results& results, const FillOutcomes& fill) {
    ImageBuilder builder(results, fill);
    builder.add_coordinates();
    builder.add_columns();
    builder.add_levers();
    builder.add_status();
    builder.add_quantiles();
    builder.add_outcomes();
    builder.add_attributes();
    return builder.image();
}

}  // namespace leeway
