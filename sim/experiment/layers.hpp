// The layers of a configuration: defaults of the structs, then scenario, design, experiment and settings; later ones
// win.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/problems.hpp"
#include "experiment/plan.hpp"
#include "experiment/regimes.hpp"
#include "experiment/scenario_file.hpp"

namespace leeway {

/// Everything that an experiment names, read and layered but not yet checked as a whole.
struct Layered {
    std::string file;  ///< of the experiment, as messages name it
    Experiment experiment;
    ScenarioFile scenario;
    std::string scenario_file;
    Design status_quo;               ///< the scenario's own; no other layer touches it
    std::vector<Design> neighbours;  ///< of the jurisdictions that are not governed; likewise
    RegimeLists regimes;
    std::vector<NamedDesign> designs;
    std::size_t baseline = 0;
    Places places;                      ///< of the experiment and the scenario
    std::vector<Places> design_places;  ///< likewise with one design's own
    Problems problems;

    /// Notes a problem where `key` was last written.
    void object(const std::string& key, const std::string& message) {
        problems.push_back(problem_at(place_of(places, key, file), key, key + ": " + message));
    }
};

/// Reads an experiment, everything that it names, and the settings `key=value`.
Layered read_layers(const std::filesystem::path& experiment, const std::vector<std::string>& settings);

/// Everything that an experiment file may set: its own fields, the parameters of the model and the levers.
FieldTable settable(Experiment& experiment, Model& model, Design& design);

}  // namespace leeway
