#include "experiment/scenario_file.hpp"

#include "core/text.hpp"
#include "experiment/read_toml.hpp"

namespace leeway {
namespace {

/// A name is a label in results and part of file names and of dotted names.
void check_name(const std::string& key, const std::string& name, const std::string& file, const Places& places,
                Problems& problems) {
    if (is_plain_name(name)) return;
    const std::string rule =
        "is \"" + name + "\"; a name has 1 to 64 of A-Z, a-z, 0-9, '.', '_', '-' and does not start with '.' or '-'";
    add_complaints({{key, rule}}, file, places, problems);
}

/// Reads a file into any object with fields and a name; whether it could be read without a problem.
template <class Object>
bool read_named(Object& object, const std::filesystem::path& path, const std::string& name_is_for, Problems& problems,
                Places& places) {
    const std::size_t before = problems.size();
    const auto document = read_document(path, problems);
    if (!document) return false;
    const Reading reading{*document, problems, places};
    require_text("name", name_is_for, reading);
    read_toml(field_table(object), reading);
    return problems.size() == before;
}

}  // namespace

ScenarioFile read_scenario(const std::filesystem::path& path, Problems& problems, Places& places) {
    ScenarioFile scenario;
    const std::string why = "results and messages name the scenario by it: write name = \"my-scenario\"";
    if (!read_named(scenario, path, why, problems, places)) return scenario;
    check_name("name", scenario.model.scenario.name, shown(path), places, problems);
    check_scenario(scenario, shown(path), places, problems);
    return scenario;
}

Design read_design(const std::filesystem::path& path, Problems& problems, Places& places) {
    Design design;
    const std::string why = "results and tables name the design by it: write name = \"my-design\"";
    if (!read_named(design, path, why, problems, places)) return design;
    check_name("name", design.name, shown(path), places, problems);
    return design;
}

void check_design(const Design& design, const KnownNames& known, const std::string& file, const Places& places,
                  Problems& problems) {
    add_complaints(complaints(design, known), file, places, problems);
    for (std::size_t i = 0; i < design.sandbox.size(); ++i)
        check_name("sandbox[" + std::to_string(i) + "].name", design.sandbox[i].name, file, places, problems);
}

void check_scenario(ScenarioFile& scenario, const std::string& file, const Places& places, Problems& problems) {
    add_complaints(complaints(scenario.model.scenario), file, places, problems);
    add_complaints(complaints(scenario.uncertain, field_table(scenario.model)), file, places, problems);
}

KnownNames names_in(const Scenario& scenario) {
    return {names_of(scenario.provisions.items),
            names_of(scenario.sectors),
            names_of(scenario.regulators.items),
            names_of(scenario.jurisdictions.items),
            {firm_kind_names.begin(), firm_kind_names.end()}};
}

void add_complaints(const std::vector<Complaint>& complaints, const std::string& file, const Places& places,
                    Problems& problems) {
    for (const Complaint& complaint : complaints) {
        problems.push_back(
            problem_at(place_of(places, complaint.key, file), complaint.key, complaint.key + ": " + complaint.message));
    }
}

}  // namespace leeway
