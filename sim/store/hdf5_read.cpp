// Implementation of hdf5_read.hpp over the HDF5 C interface.
#include "store/hdf5_read.hpp"

#include <array>
#include <climits>
#include <cstdlib>
#include <type_traits>

namespace leeway::hdf5 {
namespace {

/// Deflate cannot shrink data by more than 1032 : 1, so an array that claims more than this is a lie.
constexpr hsize_t largest_compression = 1100;

template <class Number>
hid_t memory_type() {
    if constexpr (std::is_same_v<Number, double>) return H5T_NATIVE_DOUBLE;
    if constexpr (std::is_same_v<Number, float>) return H5T_NATIVE_FLOAT;
    if constexpr (std::is_same_v<Number, std::int64_t>) return H5T_NATIVE_INT64;
    if constexpr (std::is_same_v<Number, std::int8_t>) return H5T_NATIVE_INT8;
}

H5T_class_t type_class(hid_t dataset) {
    const Handle type(H5Dget_type(dataset), H5Tclose, "reading a type");
    return H5Tget_class(type);
}

bool is_variable_text(hid_t type) { return H5Tget_class(type) == H5T_STRING && H5Tis_variable_str(type) > 0; }

void require_own_filters(hid_t creation, const std::string& name) {
    const int filters = checked(H5Pget_nfilters(creation), "reading the filters of " + name);
    for (int position = 0; position < filters; ++position) {
        unsigned flags = 0, settings = 0;
        std::size_t values = 0;
        const H5Z_filter_t filter =
            H5Pget_filter2(creation, static_cast<unsigned>(position), &flags, &values, nullptr, 0, nullptr, &settings);
        if (filter != H5Z_FILTER_DEFLATE && filter != H5Z_FILTER_SHUFFLE && filter != H5Z_FILTER_FLETCHER32) {
            throw Failure(name + " uses an unknown filter");
        }
    }
}

/// Refuses arrays that live in other files, and those that claim more elements than the file can hold.
void require_own_storage(hid_t dataset, const std::string& name) {
    const Handle creation(H5Dget_create_plist(dataset), H5Pclose, "reading how " + name + " is stored");
    if (H5Pget_layout(creation) == H5D_VIRTUAL || H5Pget_external_count(creation) != 0) {
        throw Failure(name + " refers to other files");
    }
    require_own_filters(creation, name);
}

/// The true size of a file in bytes, whatever the file says of itself.
hsize_t file_size_of(hid_t dataset) {
    std::array<char, PATH_MAX> name{};
    checked(H5Fget_name(dataset, name.data(), name.size()), "finding the file");
    return std::filesystem::file_size(name.data());
}

/// The number of elements, after the shape was found as expected and the size believable.
std::size_t believable_elements(hid_t dataset, const std::string& name, const Shape& shape) {
    if (shape_of(dataset) != shape) throw Failure("the shape of " + name + " does not fit its dimensions");
    const hsize_t most = file_size_of(dataset) * largest_compression;
    hsize_t elements = 1;
    for (const hsize_t extent : shape) {
        if (extent != 0 && elements > most / extent) {
            throw Failure(name + " claims more values than the file can hold");
        }
        elements *= extent;
    }
    return elements;
}

void read_scalar(hid_t object, const std::string& name, H5T_class_t expected, hid_t type, void* value) {
    const std::string step = "reading the attribute " + name;
    const Handle attribute(H5Aopen(object, name.c_str(), H5P_DEFAULT), H5Aclose, step);
    const Handle space(H5Aget_space(attribute), H5Sclose, step);
    const Handle stored(H5Aget_type(attribute), H5Tclose, step);
    const bool fits = H5Sget_simple_extent_npoints(space) == 1 && H5Tget_class(stored) == expected &&
                      (expected != H5T_STRING || is_variable_text(stored));
    if (!fits) throw Failure("the attribute " + name + " is of another type");
    checked(H5Aread(attribute, type, value), step);
}

}  // namespace

Handle open_to_read(const std::filesystem::path& path) {
    checked(H5PLset_loading_state(0), "refusing plugins");
    const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "preparing to read");
    checked(H5Pset_file_locking(access, false, true), "preparing to read");
    return {H5Fopen(path.c_str(), H5F_ACC_RDONLY, access), H5Fclose, "opening the file"};
}

std::vector<std::string> list_names(hid_t file) {
    H5G_info_t group{};
    checked(H5Gget_info(file, &group), "listing the file");
    std::vector<std::string> names;
    for (hsize_t position = 0; position < group.nlinks; ++position) {
        std::array<char, 1024> name{};
        checked(H5Lget_name_by_idx(file, ".", H5_INDEX_CRT_ORDER, H5_ITER_INC, position, name.data(), name.size(),
                                   H5P_DEFAULT),
                "listing the file");
        names.emplace_back(name.data());
    }
    return names;
}

bool has_name(hid_t file, const std::string& name) { return H5Lexists(file, name.c_str(), H5P_DEFAULT) > 0; }

Handle open_dataset(hid_t file, const std::string& name) {
    const std::string step = "opening " + name;
    H5L_info_t link{};
    checked(H5Lget_info(file, name.c_str(), &link, H5P_DEFAULT), step);
    if (link.type != H5L_TYPE_HARD) throw Failure(name + " refers to something outside the file");
    Handle dataset(H5Dopen2(file, name.c_str(), H5P_DEFAULT), H5Dclose, step);
    require_own_storage(dataset, name);
    return dataset;
}

Shape shape_of(hid_t dataset) {
    const Handle space(H5Dget_space(dataset), H5Sclose, "reading a shape");
    const int rank = checked(H5Sget_simple_extent_ndims(space), "reading a shape");
    Shape shape(static_cast<std::size_t>(rank));
    checked(H5Sget_simple_extent_dims(space, shape.data(), nullptr), "reading a shape");
    return shape;
}

template <class Number>
std::vector<Number> read_numbers(hid_t file, const std::string& name, const Shape& shape) {
    const Handle dataset = open_dataset(file, name);
    const H5T_class_t expected = std::is_floating_point_v<Number> ? H5T_FLOAT : H5T_INTEGER;
    if (type_class(dataset) != expected) throw Failure(name + " holds another type of values");
    std::vector<Number> values(believable_elements(dataset, name, shape));
    if (values.empty()) return values;
    checked(H5Dread(dataset, memory_type<Number>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()), "reading " + name);
    return values;
}

template std::vector<double> read_numbers(hid_t, const std::string&, const Shape&);
template std::vector<float> read_numbers(hid_t, const std::string&, const Shape&);
template std::vector<std::int64_t> read_numbers(hid_t, const std::string&, const Shape&);
template std::vector<std::int8_t> read_numbers(hid_t, const std::string&, const Shape&);

std::vector<std::string> read_texts(hid_t file, const std::string& name, const Shape& shape) {
    const Handle dataset = open_dataset(file, name);
    const Handle stored(H5Dget_type(dataset), H5Tclose, "reading " + name);
    if (!is_variable_text(stored)) throw Failure(name + " holds no variable-length text");
    std::vector<char*> pointers(believable_elements(dataset, name, shape), nullptr);
    if (pointers.empty()) return {};
    const Handle type = text_type();
    checked(H5Dread(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()), "reading " + name);
    std::vector<std::string> values;
    values.reserve(pointers.size());
    for (const char* pointer : pointers) values.emplace_back(pointer != nullptr ? pointer : "");
    for (char* pointer : pointers) std::free(pointer);  // the library takes texts from plain malloc
    return values;
}

bool has_attribute(hid_t object, const std::string& name) { return H5Aexists(object, name.c_str()) > 0; }

std::string read_text_attribute(hid_t object, const std::string& name) {
    const Handle type = text_type();
    char* pointer = nullptr;
    read_scalar(object, name, H5T_STRING, type, &pointer);
    std::string text = pointer != nullptr ? pointer : "";
    std::free(pointer);
    return text;
}

double read_number_attribute(hid_t object, const std::string& name) {
    double number = 0;
    read_scalar(object, name, H5T_FLOAT, H5T_NATIVE_DOUBLE, &number);
    return number;
}

std::int64_t read_integer_attribute(hid_t object, const std::string& name) {
    std::int64_t number = 0;
    read_scalar(object, name, H5T_INTEGER, H5T_NATIVE_INT64, &number);
    return number;
}

bool holds_text(hid_t dataset) { return type_class(dataset) == H5T_STRING; }

bool holds_integers(hid_t dataset) { return type_class(dataset) == H5T_INTEGER; }

}  // namespace leeway::hdf5
