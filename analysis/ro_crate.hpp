// The description of a folder of results as a research object that archives and machines understand: RO-Crate 1.1
// (Soiland-Reyes et al. 2022, Data Science 5), JSON-LD with the terms of schema.org.
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/results.hpp"

namespace leeway {

/// A file of the folder.
struct CrateFile {
    std::string name, meaning, media_type;
    std::size_t bytes = 0;
    std::string sha256;  ///< hexadecimal digits
};

/// The name that RO-Crate gives to the description.
inline constexpr const char* crate_metadata_file = "ro-crate-metadata.json";

/// The description of the folder. `licence` is the address or name of a licence; without one the description says that
/// none is stated.
nlohmann::json ro_crate_metadata(const Results& results, const std::vector<CrateFile>& files,
                                 const std::string& licence);

}  // namespace leeway
