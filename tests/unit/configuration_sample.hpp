// A small world and designs in a folder of their own, and the program run inside it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace leeway::sample {

/// What a command left behind.
struct Ended {
    int code;
    std::string output, messages;
};

/// A temporary folder with `scenarios/tiny` (two segments, two sectors, one provision, two uncertain parameters) and
/// the designs `status-quo` and `cohort`; removed at the end.
class Folder {
  public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const std::filesystem::path& path() const { return path_; }

    /// Writes a file, making its folder; returns its path.
    std::filesystem::path write(const std::string& name, std::string_view text) const;

    /// Runs the program with these words (as a shell reads them) inside the folder.
    Ended leeway(const std::string& words) const;

    /// Every file below the folder, sorted.
    std::vector<std::string> files() const;

  private:
    std::filesystem::path path_;
};

/// The text of `scenarios/tiny/world.toml`.
std::string tiny_world();

/// An experiment on the tiny world to which more lines may be added.
std::string tiny_experiment(std::string_view more = "");

std::string read(const std::filesystem::path& path);

/// The text with the first `from` replaced, which must be there.
std::string replaced(std::string text, std::string_view from, std::string_view to);

}  // namespace leeway::sample
