// Implementation of hdf5_write.hpp over the HDF5 C interface.
#include "store/hdf5_write.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <type_traits>

namespace leeway::hdf5 {
namespace {

constexpr std::size_t chunk_bytes = std::size_t{512} << 10;
constexpr std::size_t single_chunk_bytes = std::size_t{1} << 20;
constexpr unsigned deflate_level = 4;

/// The type in the file (little-endian everywhere, so that the bytes are the same on every machine) and in memory.
struct NumberType {
    hid_t file, memory;
};

template <class Number>
NumberType number_type() {
    if constexpr (std::is_same_v<Number, double>) return {H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE};
    if constexpr (std::is_same_v<Number, float>) return {H5T_IEEE_F32LE, H5T_NATIVE_FLOAT};
    if constexpr (std::is_same_v<Number, std::int64_t>) return {H5T_STD_I64LE, H5T_NATIVE_INT64};
    if constexpr (std::is_same_v<Number, std::int8_t>) return {H5T_STD_I8LE, H5T_NATIVE_INT8};
}

hsize_t product(const Shape& shape) {
    return std::accumulate(shape.begin(), shape.end(), hsize_t{1}, std::multiplies{});
}

Handle dataspace(const Shape& shape) {
    return {H5Screate_simple(static_cast<int>(shape.size()), shape.data(), nullptr), H5Sclose, "describing an array"};
}

Handle creation_list(const Shape& shape, std::size_t element_size, Storage storage) {
    Handle list(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, "preparing an array");
    checked(H5Pset_obj_track_times(list, false), "preparing an array");  // the same results give the same bytes
    if (storage == Storage::plain || product(shape) == 0) return list;
    const Shape chunk = chunk_shape(shape, element_size);
    checked(H5Pset_chunk(list, static_cast<int>(chunk.size()), chunk.data()), "choosing chunks");
    checked(H5Pset_shuffle(list), "choosing filters");
    checked(H5Pset_deflate(list, deflate_level), "choosing compression");
    checked(H5Pset_fletcher32(list), "choosing checksums");
    return list;
}

void write_scalar(hid_t object, const std::string& name, hid_t file_type, hid_t memory_type, const void* value) {
    const std::string step = "writing the attribute " + name;
    const Handle scalar(H5Screate(H5S_SCALAR), H5Sclose, step);
    const Handle attribute(H5Acreate2(object, name.c_str(), file_type, scalar, H5P_DEFAULT, H5P_DEFAULT), H5Aclose,
                           step);
    checked(H5Awrite(attribute, memory_type, value), step);
}

/// netCDF wants the fill value as an array of one element and of the variable's own type.
template <class Number>
void write_fill_value(hid_t dataset, Number fill) {
    const auto [file_type, memory_type] = number_type<Number>();
    const Handle one = dataspace({1});
    const Handle attribute(H5Acreate2(dataset, "_FillValue", file_type, one, H5P_DEFAULT, H5P_DEFAULT), H5Aclose,
                           "writing a fill value");
    checked(H5Awrite(attribute, memory_type, &fill), "writing a fill value");
}

}  // namespace

Shape chunk_shape(const Shape& shape, std::size_t element_size) {
    if (product(shape) * element_size <= single_chunk_bytes) return shape;
    Shape chunk(shape.size(), 1);
    hsize_t room = chunk_bytes / element_size;
    for (std::size_t axis = shape.size(); axis-- > 0 && room > 1;) {
        const hsize_t largest = std::min(shape[axis], room);
        const hsize_t blocks = (shape[axis] + largest - 1) / largest;
        chunk[axis] = (shape[axis] + blocks - 1) / blocks;
        room /= chunk[axis];
    }
    return chunk;
}

template <class Number>
Handle write_numbers(hid_t file, const std::string& name, std::span<const Number> values, const Shape& shape,
                     Storage storage) {
    const std::string step = "writing " + name;
    if (values.size() != product(shape)) throw Failure(step + ", whose length does not fit its dimensions");
    const auto [file_type, memory_type] = number_type<Number>();
    const Handle space = dataspace(shape);
    const Handle creation = creation_list(shape, sizeof(Number), storage);
    constexpr bool can_be_missing = std::is_floating_point_v<Number>;
    constexpr Number fill = can_be_missing ? std::numeric_limits<Number>::quiet_NaN() : Number{0};
    if (can_be_missing) checked(H5Pset_fill_value(creation, memory_type, &fill), step);
    Handle dataset(H5Dcreate2(file, name.c_str(), file_type, space, H5P_DEFAULT, creation, H5P_DEFAULT), H5Dclose,
                   step);
    if (!values.empty()) checked(H5Dwrite(dataset, memory_type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()), step);
    if constexpr (can_be_missing) write_fill_value(dataset, fill);
    return dataset;
}

template Handle write_numbers(hid_t, const std::string&, std::span<const double>, const Shape&, Storage);
template Handle write_numbers(hid_t, const std::string&, std::span<const float>, const Shape&, Storage);
template Handle write_numbers(hid_t, const std::string&, std::span<const std::int64_t>, const Shape&, Storage);
template Handle write_numbers(hid_t, const std::string&, std::span<const std::int8_t>, const Shape&, Storage);

Handle write_texts(hid_t file, const std::string& name, std::span<const std::string> values, const Shape& shape) {
    const std::string step = "writing " + name;
    if (values.size() != product(shape)) throw Failure(step + ", whose length does not fit its dimensions");
    std::vector<const char*> pointers(values.size());
    std::ranges::transform(values, pointers.begin(), [](const std::string& value) { return value.c_str(); });
    const Handle type = text_type();
    const Handle space = dataspace(shape);
    const Handle creation = creation_list(shape, sizeof(char*), Storage::plain);
    Handle dataset(H5Dcreate2(file, name.c_str(), type, space, H5P_DEFAULT, creation, H5P_DEFAULT), H5Dclose, step);
    if (!values.empty()) checked(H5Dwrite(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()), step);
    return dataset;
}

void write_attribute(hid_t object, const std::string& name, const std::string& text) {
    const Handle type = text_type();
    const char* pointer = text.c_str();
    write_scalar(object, name, type, type, &pointer);
}

void write_attribute(hid_t object, const std::string& name, double number) {
    write_scalar(object, name, H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, &number);
}

void write_attribute(hid_t object, const std::string& name, std::int64_t number) {
    write_scalar(object, name, H5T_STD_I64LE, H5T_NATIVE_INT64, &number);
}

Handle text_type() {
    Handle type(H5Tcopy(H5T_C_S1), H5Tclose, "describing text");
    checked(H5Tset_size(type, H5T_VARIABLE), "describing text");
    checked(H5Tset_cset(type, H5T_CSET_UTF8), "describing text");
    return type;
}

}  // namespace leeway::hdf5
