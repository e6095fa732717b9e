// Made-up results of a small experiment: 2 designs, 3 worlds, 2 replicates, 5 months, one run failed and one pending.
#pragma once

#include <filesystem>
#include <string>

#include "core/results.hpp"

namespace leeway {

/// The sample; every number is a function of its place, so that a value that lands elsewhere is noticed. Monthly values
/// are exact in single precision.
Results sample_results();

/// A folder that is removed with all it holds.
class ScratchFolder {
  public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    std::size_t file_count() const;

  private:
    std::filesystem::path path_;
};

std::string read_bytes(const std::filesystem::path& path);
void write_bytes(const std::filesystem::path& path, const std::string& bytes);

}  // namespace leeway
