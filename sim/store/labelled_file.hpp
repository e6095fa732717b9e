// A new HDF5 file in memory whose arrays have named dimensions, as netCDF readers (xarray among them) expect: a
// dimension is a variable of labels (a scale), to which the axes of other variables are attached.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "store/hdf5_write.hpp"

namespace leeway::hdf5 {

/// Names of dimensions, outermost first.
using Dimensions = std::vector<std::string>;

/// What a reader must know of a variable.
struct Meaning {
    std::string unit, long_name;
};

class LabelledFile {
  public:
    LabelledFile();

    /// Adds a dimension with its labels. Throws Failure.
    void add_dimension(const std::string& name, std::span<const std::string> labels, const Meaning& meaning);
    void add_dimension(const std::string& name, std::span<const std::int64_t> labels, const Meaning& meaning);
    void add_dimension(const std::string& name, std::span<const double> labels, const Meaning& meaning);

    /// Adds a variable along dimensions that are there already. Throws Failure.
    template <class Number>
    Handle add_numbers(const std::string& name, std::span<const Number> values, const Dimensions& dimensions,
                       Storage storage, const Meaning& meaning);
    Handle add_texts(const std::string& name, std::span<const std::string> values, const Dimensions& dimensions,
                     const Meaning& meaning);

    /// The root of the file, for its attributes.
    hid_t root() const { return file_; }

    /// The bytes of the finished file. Throws Failure.
    std::vector<std::byte> image() const;

  private:
    void make_scale(const std::string& name, Handle dataset, std::size_t length, const Meaning& meaning);
    Shape shape_of(const Dimensions& dimensions) const;
    void finish(hid_t dataset, const Dimensions& dimensions, const Meaning& meaning) const;

    struct Scale {
        Handle dataset;
        std::size_t length;
    };
    Handle file_;
    std::map<std::string, Scale> scales_;
};

template <class Number>
Handle LabelledFile::add_numbers(const std::string& name, std::span<const Number> values, const Dimensions& dimensions,
                                 Storage storage, const Meaning& meaning) {
    Handle dataset = write_numbers(file_, name, values, shape_of(dimensions), storage);
    finish(dataset, dimensions, meaning);
    return dataset;
}

}  // namespace leeway::hdf5
