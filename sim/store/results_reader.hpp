// Results out of an HDF5 file of ours, in this process; results_file.hpp has the safe door for files of unknown origin.
#pragma once

#include <filesystem>

#include "core/results.hpp"
#include "store/hdf5_handles.hpp"

namespace leeway {

/// A sound HDF5 file that is not ours, or of another format than this version reads.
struct ForeignFile : hdf5::Failure {
    using Failure::Failure;
};

/// Everything that write_results() stored, after comparing it with the digest that the file states. Throws ForeignFile
/// or, if the file is damaged, hdf5::Failure. HDF5 itself may crash on a hostile file: only call this where that is
/// harmless, or on a file known to be sound.
Results read_contents(const std::filesystem::path& path);

}  // namespace leeway
