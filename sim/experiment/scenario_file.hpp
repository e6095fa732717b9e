// The two kinds of files that an experiment names: a scenario (a model's parameters and their priors) and a design.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/problems.hpp"
#include "experiment/uncertain.hpp"
#include "policy/design.hpp"
#include "rules/model.hpp"

namespace leeway {

/// What the `world.toml` of a scenario states.
struct ScenarioFile {
    Model model;
    std::vector<UncertainParameter> uncertain;

    template <class Visit>
    void fields(Visit&& field) {
        model.fields(field);
        field(uncertain, "uncertain", 0, 64, "the uncertain parameters and their priors");
    }
};

/// Reads and checks a scenario; what is wrong is added to `problems`, and where everything stands to `places`.
ScenarioFile read_scenario(const std::filesystem::path& path, Problems& problems, Places& places);

/// Reads a design; likewise. Whether it fits a scenario is checked by `check_design`.
Design read_design(const std::filesystem::path& path, Problems& problems, Places& places);

/// Says what is wrong with a design as a whole in a scenario that has these names.
void check_design(const Design& design, const KnownNames& known, const std::string& file, const Places& places,
                  Problems& problems);

/// Says what is wrong with a scenario and its priors as a whole.
void check_scenario(ScenarioFile& scenario, const std::string& file, const Places& places, Problems& problems);

/// The names in a scenario that a design may refer to.
KnownNames names_in(const Scenario& scenario);

/// Makes problems of complaints, at the places of their keys in `file` or where another layer wrote them.
void add_complaints(const std::vector<Complaint>& complaints, const std::string& file, const Places& places,
                    Problems& problems);

}  // namespace leeway
