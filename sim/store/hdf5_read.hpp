// Numbers and texts out of HDF5, distrustfully: a file may be damaged or hostile, so links, storage, types and sizes
// are checked before anything is read, and nothing outside the file is ever followed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "store/hdf5_write.hpp"

namespace leeway::hdf5 {

/// Opens an existing file to read, without locks (a finished file never changes). Throws Failure.
Handle open_to_read(const std::filesystem::path& path);

/// The names in the root of the file, in the order in which they were written. Throws Failure.
std::vector<std::string> list_names(hid_t file);

/// Whether the root of the file holds something of that name.
bool has_name(hid_t file, const std::string& name);

/// A data set that is stored inside this very file with no filters but our own. Throws Failure.
Handle open_dataset(hid_t file, const std::string& name);

/// Extents of a data set, outermost first. Throws Failure.
Shape shape_of(hid_t dataset);

/// All numbers (double, float, std::int64_t, std::int8_t) of a data set. Throws Failure if the shape is not `shape`.
template <class Number>
std::vector<Number> read_numbers(hid_t file, const std::string& name, const Shape& shape);

/// All texts of a data set. Throws Failure if the shape is not `shape`.
std::vector<std::string> read_texts(hid_t file, const std::string& name, const Shape& shape);

bool has_attribute(hid_t object, const std::string& name);
/// Scalar attributes. Throw Failure if missing or of another type.
std::string read_text_attribute(hid_t object, const std::string& name);
double read_number_attribute(hid_t object, const std::string& name);
std::int64_t read_integer_attribute(hid_t object, const std::string& name);

/// Whether a data set holds text, or whole numbers.
bool holds_text(hid_t dataset);
bool holds_integers(hid_t dataset);

}  // namespace leeway::hdf5
