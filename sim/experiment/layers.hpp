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
#include "experiment/sweep.hpp"

namespace leeway {

/// Everything that an experiment names, read and layered but not yet checked as a whole.
struct Layered {
    std::string file;              ///< of the experiment, as messages name it
    std::filesystem::path folder;  ///< in which it stands
    Experiment experiment;
    ScenarioFile scenario;
    std::string scenario_file;
    Design status_quo;               ///< the scenario's own; no other layer touches it
    std::vector<Design> neighbours;  ///< of the jurisdictions that are not governed; likewise
    RegimeLists regimes;
    Sweep sweep;
    std::vector<NamedDesign> designs;
    std::size_t baseline = 0;
    Places places;                      ///< of the experiment and the scenario
    std::vector<Places> design_places;  ///< likewise with one design's own
    Problems problems;

    /// Whether the experiment or a setting, not a file that it names, gives `name` its value.
    bool is_set_by_experiment(const Places& written, const std::string& name) const {
        const auto place = written.find(name);
        return place != written.end() && (place->second.file == file || place->second.file.starts_with("--set "));
    }

    /// Notes a problem where `key` was last written.
    void object(const std::string& key, const std::string& message) {
        problems.push_back(problem_at(place_of(places, key, file), key, key + ": " + message));
    }
};

/// Reads an experiment, everything that it names, and the settings `key=value`.
Layered read_layers(const std::filesystem::path& experiment, const std::vector<std::string>& settings);

/// The same of an experiment that is no file: its TOML, which messages call `name`. What it names is looked up from the
/// current folder.
Layered read_layers_of_text(const std::string& name, const std::string& text, const std::vector<std::string>& settings);

/// Everything that an experiment file may set: its own fields, the parameters of the model and the levers.
FieldTable settable(Experiment& experiment, Model& model, Design& design);

}  // namespace leeway
