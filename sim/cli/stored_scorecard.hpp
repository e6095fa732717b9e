// The scorecard that a report shows: the one of a file, or what is known of the world without measuring anything.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "analysis/scorecard_file.hpp"

namespace leeway {

/// Of the file, which must be of that scenario; without a file, the facts that the model as such and the scenario are
/// known not to show, with the reasons. The text says why the file cannot be used.
std::variant<StoredScorecard, std::string> scorecard_for(const std::string& scenario,
                                                         const std::optional<std::filesystem::path>& file);

}  // namespace leeway
