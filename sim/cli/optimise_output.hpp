// What a search of designs found, for people, for programs, and as a table.
#pragma once

#include <cstddef>
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "experiment/search/design_points.hpp"

namespace leeway {

/// A found design with what it changes under luck that the search has not seen.
struct FoundDesign {
    std::size_t design;  ///< index into plan.designs
    std::string name;    ///< of its file
    Interval uptake, harm;
};

/// What the search found.
struct Findings {
    std::size_t tried = 0, all = 0, promising = 0;
    std::vector<FoundDesign> designs;  ///< by rising uptake
    std::vector<FoundValues> values;
};

/// A table of the found designs for the terminal, what they share, and how far to trust them; `folder` holds their
/// files.
std::string findings_text(const Plan& plan, const Findings& findings, const std::filesystem::path& folder, bool colour);

/// {"baseline", "tried", "points", "promising", "designs": [{"name", "point", "uptake", "harm"}], "values": {lever:
/// []}}.
nlohmann::json findings_json(const Plan& plan, const Findings& findings);

/// A line for each found design: its changes against the baseline in uptake (share) and severity-weighted harms per
/// 1,000 citizens a year, with their intervals.
std::string findings_csv(const Plan& plan, const Findings& findings);

}  // namespace leeway
