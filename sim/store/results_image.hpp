// Results as the bytes of an HDF5 file. The file is built in memory, because HDF5 may crash when it owns a descriptor
// on a disk that fills, and because whole files can be put in place at once.
#pragma once

#include <cstddef>
#include <vector>

#include "core/results.hpp"

namespace leeway {

/// The bytes of the file. Outcomes come through `fill`, up to 256 MiB at a time, and are let go when they are in the
/// file; without `fill` they are there, and stay. Memory: about twice the size of the file beside them. Throws
/// hdf5::Failure.
std::vector<std::byte> build_image(Results& results, const FillOutcomes& fill);

}  // namespace leeway
