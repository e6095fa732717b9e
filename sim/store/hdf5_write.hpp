// Numbers and texts into HDF5, in the form that netCDF readers (xarray among them) open with names and units.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "store/hdf5_handles.hpp"

namespace leeway::hdf5 {

/// Extents of an array, outermost first.
using Shape = std::vector<hsize_t>;

/// Compressed arrays are chunked, shuffled, deflated and carry a Fletcher32 checksum per chunk.
enum class Storage { plain, compressed };

/// The chunk of a compressed array: whole inner dimensions and a block of the outer ones, 64 KiB to 1 MiB where the
/// array is larger than that, else the whole array. Blocks are of nearly equal length.
Shape chunk_shape(const Shape& shape, std::size_t element_size);

/// Stores `values` (double, float, std::int64_t or std::int8_t) in row-major order. Floating-point arrays get a
/// `_FillValue` of NaN. Throws Failure.
template <class Number>
Handle write_numbers(hid_t file, const std::string& name, std::span<const Number> values, const Shape& shape,
                     Storage storage);

/// Stores `values` as variable-length UTF-8. Throws Failure.
Handle write_texts(hid_t file, const std::string& name, std::span<const std::string> values, const Shape& shape);

/// A scalar attribute of variable-length UTF-8 (a fixed-length one would end at 64 KiB). Throws Failure.
void write_attribute(hid_t object, const std::string& name, const std::string& text);
void write_attribute(hid_t object, const std::string& name, double number);
void write_attribute(hid_t object, const std::string& name, std::int64_t number);

/// The type of every text in a file: variable-length UTF-8.
Handle text_type();

}  // namespace leeway::hdf5
