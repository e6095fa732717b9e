// The worlds that are not ruled out as a CSV file that experiments take as their worlds. Above its header stands where
// they come from, in lines that begin with #.
#pragma once

#include <filesystem>
#include <string>

#include "experiment/search/history_matching.hpp"

namespace leeway {

/// What a file of worlds says about itself.
struct EnsembleOrigin {
    std::string program, command, configuration_hash, scenario;
    std::int64_t model_version = 0;
};

/// The text of the file. Equal matches of equal origin give equal text.
std::string ensemble_csv(const Search& search, const HistoryMatch& match, const EnsembleOrigin& origin);

/// Whether a file begins like one that was written here.
bool is_ensemble(std::string_view beginning);

/// The hash of the configuration from which the file at `path` was made; empty when it is no such file.
std::string configuration_hash_in(const std::filesystem::path& path);

}  // namespace leeway
