// Results as the bytes of an HDF5 file. The file is built in memory, because HDF5 may crash when it owns a descriptor
// on a disk that fills, and because whole files can be put in place at once.
#pragma once

#include <cstddef>
#include <vector>

#include "core/results.hpp"

namespace leeway {

/// The bytes of the file. Memory: about twice the size of the file. Throws hdf5::Failure.
std::vector<std::byte> build_image(const Results& results);

}  // namespace leeway
