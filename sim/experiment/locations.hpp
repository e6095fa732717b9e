// Where scenarios, designs and experiments are looked up: in the folders above the file and the current folder that
// hold `scenarios/`, then LEEWAY_HOME, then the folder from which the program was built.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace leeway {

/// The folders that are searched, in this order.
struct Locations {
    std::vector<std::filesystem::path> roots;
};

/// A file that can be named: its name, and its path.
struct NamedFile {
    std::string name;
    std::filesystem::path path;
};

/// The locations as seen from a folder (such as that of an experiment file) and from the current folder.
Locations find_locations(const std::filesystem::path& from);

/// Whether an entry is a path rather than a name: it holds a slash or ends in `.toml`.
bool is_path(const std::string& entry);

/// `scenarios/NAME/world.toml`, or the path itself relative to `from`; nothing when there is no such file.
std::optional<std::filesystem::path> find_scenario(const Locations& locations, const std::string& entry,
                                                   const std::filesystem::path& from);

/// What to tell a user whose scenario was not found, with the nearest name.
std::string unknown_scenario(const Locations& locations, const std::string& entry);

/// `designs/NAME.toml` of the scenario's folder, then `configs/designs/NAME.toml`, or the path itself.
std::optional<std::filesystem::path> find_design(const Locations& locations, const std::string& entry,
                                                 const std::filesystem::path& scenario_folder,
                                                 const std::filesystem::path& from);

/// Every scenario, each name once, sorted.
std::vector<NamedFile> scenarios(const Locations& locations);

/// Every shared design (of `configs/designs/`) and, with a scenario's folder, that scenario's own.
std::vector<NamedFile> designs(const Locations& locations, const std::filesystem::path& scenario_folder = {});

/// The designs in a scenario's own folder.
std::vector<NamedFile> own_designs(const std::filesystem::path& scenario_folder);

/// Every reference experiment: `configs/experiments/NAME.toml` and `scenarios/NAME/experiment.toml`.
std::vector<NamedFile> experiments(const Locations& locations);

}  // namespace leeway
