#include "experiment/locations.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <system_error>

#include "core/text.hpp"

namespace leeway {
namespace fs = std::filesystem;
namespace {

bool is_file(const fs::path& path) {
    std::error_code failed;
    return fs::is_regular_file(path, failed);
}

bool is_folder(const fs::path& path) {
    std::error_code failed;
    return fs::is_directory(path, failed);
}

void add_root(std::vector<fs::path>& roots, const fs::path& folder) {
    if (!is_folder(folder / "scenarios")) return;
    if (std::find(roots.begin(), roots.end(), folder) == roots.end()) roots.push_back(folder);
}

/// Adds the folder itself and every folder above it.
void add_upward(std::vector<fs::path>& roots, fs::path folder) {
    for (;; folder = folder.parent_path()) {
        add_root(roots, folder);
        if (folder == folder.parent_path()) return;
    }
}

std::optional<fs::path> first_file(const std::vector<fs::path>& candidates) {
    const auto found = std::find_if(candidates.begin(), candidates.end(), is_file);
    return found == candidates.end() ? std::nullopt : std::optional(*found);
}

/// The path as written from `from`, or else from the current folder.
std::optional<fs::path> find_path(const std::string& entry, const fs::path& from) {
    return first_file({from / entry, fs::path(entry)});
}

/// The first file of each name wins, as in a look-up.
using Catalogue = std::map<std::string, fs::path>;

std::vector<NamedFile> listed(const Catalogue& catalogue) {
    std::vector<NamedFile> files;
    for (const auto& [name, path] : catalogue) files.push_back({name, path});
    return files;
}

void add_toml_files(Catalogue& catalogue, const fs::path& folder) {
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
        if (entry.path().extension() == ".toml") catalogue.emplace(entry.path().stem().string(), entry.path());
    }
}

/// Adds `scenarios/NAME/file` of every scenario under the scenario's name.
void add_scenario_files(Catalogue& catalogue, const fs::path& root, const char* file) {
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(root / "scenarios", failed)) {
        if (is_file(entry.path() / file)) catalogue.emplace(entry.path().filename().string(), entry.path() / file);
    }
}

}  // namespace

Locations find_locations(const fs::path& from) {
    std::error_code failed;
    Locations locations;
    add_upward(locations.roots, fs::absolute(from, failed).lexically_normal());
    add_upward(locations.roots, fs::current_path(failed));
    if (const char* home = std::getenv("LEEWAY_HOME")) add_root(locations.roots, home);
    add_root(locations.roots, LEEWAY_SOURCE_DIR);
    return locations;
}

bool is_path(const std::string& entry) { return entry.find('/') != std::string::npos || entry.ends_with(".toml"); }

std::optional<fs::path> find_scenario(const Locations& locations, const std::string& entry, const fs::path& from) {
    if (is_path(entry)) {
        const auto folder = find_path((fs::path(entry) / "world.toml").string(), from);
        return folder ? folder : find_path(entry, from);
    }
    std::vector<fs::path> candidates;
    for (const fs::path& root : locations.roots) candidates.push_back(root / "scenarios" / entry / "world.toml");
    return first_file(candidates);
}

std::string unknown_scenario(const Locations& locations, const std::string& entry) {
    std::vector<std::string> names;
    for (const NamedFile& file : scenarios(locations)) names.push_back(file.name);
    return "there is no scenario \"" + entry + "\"; \"leeway list scenarios\" shows the names." +
           suggestion(entry, names);
}

std::optional<fs::path> find_design(const Locations& locations, const std::string& entry,
                                    const fs::path& scenario_folder, const fs::path& from) {
    if (is_path(entry)) return find_path(entry, from);
    std::vector<fs::path> candidates;
    if (!scenario_folder.empty()) candidates.push_back(scenario_folder / "designs" / (entry + ".toml"));
    for (const fs::path& root : locations.roots) candidates.push_back(root / "configs" / "designs" / (entry + ".toml"));
    return first_file(candidates);
}

std::vector<NamedFile> scenarios(const Locations& locations) {
    Catalogue catalogue;
    for (const fs::path& root : locations.roots) add_scenario_files(catalogue, root, "world.toml");
    return listed(catalogue);
}

std::vector<NamedFile> designs(const Locations& locations, const fs::path& scenario_folder) {
    Catalogue catalogue;
    if (!scenario_folder.empty()) add_toml_files(catalogue, scenario_folder / "designs");
    for (const fs::path& root : locations.roots) add_toml_files(catalogue, root / "configs" / "designs");
    return listed(catalogue);
}

std::vector<NamedFile> own_designs(const fs::path& scenario_folder) {
    Catalogue catalogue;
    add_toml_files(catalogue, scenario_folder / "designs");
    return listed(catalogue);
}

std::vector<NamedFile> experiments(const Locations& locations) {
    Catalogue catalogue;
    for (const fs::path& root : locations.roots) {
        add_toml_files(catalogue, root / "configs" / "experiments");
        add_scenario_files(catalogue, root, "experiment.toml");
    }
    return listed(catalogue);
}

}  // namespace leeway
