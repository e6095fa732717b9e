#include "experiment/check_file.hpp"

#include <array>

#include "experiment/locations.hpp"
#include "experiment/read_toml.hpp"
#include "experiment/scenario_file.hpp"
#include "experiment/validity/facts.hpp"
#include "experiment/validity/known_gaps.hpp"

namespace leeway {
namespace fs = std::filesystem;
namespace {

/// Only an experiment names a scenario; of the others, a file with a table that only scenarios have is a scenario.
FileKind kind_of(const toml::table& table) {
    if (table.contains("scenario") || table.contains("designs")) return FileKind::experiment;
    Design design;
    ScenarioFile scenario;
    const auto groups_of = [](const FieldTable& fields) {
        std::vector<std::string> names;
        for (const GroupEntry& group : fields.groups) names.push_back(group.name);
        for (const ListEntry& list : fields.lists) names.push_back(list.name);
        return names;
    };
    for (const std::string& name : groups_of(field_table(design))) {
        if (table.contains(name)) return FileKind::design;
    }
    for (const std::string& name : groups_of(field_table(scenario))) {
        if (table.contains(name)) return FileKind::scenario;
    }
    return table.contains("description") ? FileKind::design : FileKind::experiment;
}

/// The names that a design itself uses: in no particular scenario, any will do.
KnownNames names_used(const Design& design) {
    KnownNames names;
    names.provisions = design.waivers.provisions;
    names.jurisdictions = design.cross_border.partners;
    names.firm_kinds.assign(firm_kind_names.begin(), firm_kind_names.end());
    for (const SandboxLevers& sandbox : design.sandbox) {
        names.sectors.insert(names.sectors.end(), sandbox.sectors.begin(), sandbox.sectors.end());
        names.regulators.push_back(sandbox.owner);
    }
    return names;
}

/// A design inside a scenario's folder is checked against that scenario's names.
KnownNames names_around(const fs::path& design_file, const Design& design) {
    const fs::path world = fs::absolute(design_file).parent_path().parent_path() / "world.toml";
    if (!fs::is_regular_file(world)) return names_used(design);
    Problems aside;
    Places places;
    return names_in(read_scenario(world, aside, places).model.scenario);
}

void check_design_file(const fs::path& path, Problems& problems) {
    Places places;
    const Design design = read_design(path, problems, places);
    if (problems.empty()) check_design(design, names_around(path, design), shown(path), places, problems);
}

}  // namespace

std::string_view text(FileKind kind) {
    constexpr std::array<std::string_view, 4> names{"experiment", "scenario", "design", "notes for the scorecard"};
    return names[static_cast<std::size_t>(kind)];
}

FileCheck check_file(const fs::path& path) {
    FileCheck check;
    if (path.filename() == "validity.toml") {
        check.kind = FileKind::validity;
        read_known_gaps((fs::absolute(path).parent_path() / "world.toml").string(), all_facts(), check.problems);
        return check;
    }
    const auto document = read_document(path, check.problems);
    if (!document) return check;
    check.kind = kind_of(document->table);
    if (check.kind == FileKind::experiment) {
        Resolution resolution = resolve(path);
        return {check.kind, std::move(resolution.problems), std::move(resolution.plan)};
    }
    Places places;
    if (check.kind == FileKind::scenario)
        read_scenario(path, check.problems, places);
    else
        check_design_file(path, check.problems);
    put_in_order(check.problems);
    return check;
}

std::string one_line(const fs::path& path) {
    Problems aside;
    const auto document = read_document(path, aside);
    if (!document) return "";
    const std::string title = document->table["title"].value_or(std::string());
    return title.empty() ? document->table["description"].value_or(std::string()) : title;
}

}  // namespace leeway
