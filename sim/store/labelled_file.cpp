#include "store/labelled_file.hpp"

#include <hdf5_hl.h>

#include <utility>

namespace leeway::hdf5 {
namespace {

constexpr std::size_t growth_bytes = std::size_t{16} << 20;

/// A new file that exists in memory only and remembers the order in which variables were made.
Handle create_file() {
    const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "preparing the file");
    checked(H5Pset_fapl_core(access, growth_bytes, false), "preparing the file");
    const Handle creation(H5Pcreate(H5P_FILE_CREATE), H5Pclose, "preparing the file");
    checked(H5Pset_link_creation_order(creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED), "preparing the file");
    return {H5Fcreate("leeway-results", H5F_ACC_TRUNC, creation, access), H5Fclose, "preparing the file"};
}

void describe(hid_t dataset, const Meaning& meaning) {
    write_attribute(dataset, "units", meaning.unit);
    write_attribute(dataset, "long_name", meaning.long_name);
}

}  // namespace

LabelledFile::LabelledFile() : file_(create_file()) {}

void LabelledFile::add_dimension(const std::string& name, std::span<const std::string> labels, const Meaning& meaning) {
    make_scale(name, write_texts(file_, name, labels, {labels.size()}), labels.size(), meaning);
}

void LabelledFile::add_dimension(const std::string& name, std::span<const std::int64_t> labels,
                                 const Meaning& meaning) {
    make_scale(name, write_numbers(file_, name, labels, {labels.size()}, Storage::plain), labels.size(), meaning);
}

void LabelledFile::add_dimension(const std::string& name, std::span<const double> labels, const Meaning& meaning) {
    make_scale(name, write_numbers(file_, name, labels, {labels.size()}, Storage::plain), labels.size(), meaning);
}

void LabelledFile::make_scale(const std::string& name, Handle dataset, std::size_t length, const Meaning& meaning) {
    checked(H5DSset_scale(dataset, name.c_str()), "making the coordinate " + name);
    describe(dataset, meaning);
    scales_.emplace(name, Scale{std::move(dataset), length});
}

Shape LabelledFile::shape_of(const Dimensions& dimensions) const {
    Shape shape;
    for (const std::string& dimension : dimensions) shape.push_back(scales_.at(dimension).length);
    return shape;
}

Handle LabelledFile::add_texts(const std::string& name, std::span<const std::string> values,
                               const Dimensions& dimensions, const Meaning& meaning) {
    Handle dataset = write_texts(file_, name, values, shape_of(dimensions));
    finish(dataset, dimensions, meaning);
    return dataset;
}

void LabelledFile::finish(hid_t dataset, const Dimensions& dimensions, const Meaning& meaning) const {
    for (unsigned axis = 0; axis < dimensions.size(); ++axis) {
        checked(H5DSattach_scale(dataset, scales_.at(dimensions[axis]).dataset, axis), "naming the dimensions");
    }
    describe(dataset, meaning);
}

std::vector<std::byte> LabelledFile::image() const {
    checked(H5Fflush(file_, H5F_SCOPE_GLOBAL), "finishing the file");
    const ssize_t size = checked(H5Fget_file_image(file_, nullptr, 0), "finishing the file");
    std::vector<std::byte> bytes(static_cast<std::size_t>(size));
    checked(H5Fget_file_image(file_, bytes.data(), bytes.size()), "finishing the file");
    return bytes;
}

}  // namespace leeway::hdf5
