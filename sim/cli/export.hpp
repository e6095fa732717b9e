// `leeway export`: stored results for other programs, as CSV tables or as a research object for an archive (RO-Crate).
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace leeway {

/// What the user typed after `export`.
struct ExportOptions {
    std::filesystem::path results;               ///< a results file, or a folder that holds just one
    std::optional<std::filesystem::path> csv;    ///< the folder for tables
    std::optional<std::filesystem::path> crate;  ///< the folder for the research object
    std::string licence;                         ///< of the research object: an address or a name
    bool force = false;                          ///< replace files that are there
};

/// Writes the files and names them; returns the exit code: 0 done, 2 bad input or files that are there, 3 could not
/// write.
int export_command(const ExportOptions& options);

}  // namespace leeway
