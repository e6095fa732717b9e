#include "policy/design.hpp"

#include <algorithm>

namespace leeway {
namespace {

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text.empty() ? "none" : text;
}

void check_names(const std::string& key, const std::vector<std::string>& used, const std::vector<std::string>& known,
                 const std::string& what, std::vector<Complaint>& found) {
    for (const std::string& name : used) {
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        found.push_back({key, "names the " + what + " \"" + name + "\", which the scenario does not have; it has " +
                                  listed(known)});
    }
}

void check_sandboxes(const Design& design, const KnownNames& known, std::vector<Complaint>& found) {
    for (std::size_t i = 0; i < design.sandbox.size(); ++i) {
        const SandboxLevers& sandbox = design.sandbox[i];
        const std::string key = "sandbox[" + std::to_string(i) + "].";
        check_names(key + "sectors", sandbox.sectors, known.sectors, "sector", found);
        if (!sandbox.owner.empty()) check_names(key + "owner", {sandbox.owner}, known.regulators, "regulator", found);
        for (std::size_t earlier = 0; earlier < i; ++earlier) {
            if (design.sandbox[earlier].name == sandbox.name)
                found.push_back(
                    {key + "name", "repeats the name \"" + sandbox.name + "\"; names of sandboxes must differ"});
        }
    }
}

void check_changes(const Design& design, std::vector<Complaint>& found) {
    for (std::size_t i = 0; i < design.changes.size(); ++i) {
        Design copy = design;
        if (apply_change(copy, design.changes[i])) continue;
        const std::string key = "changes[" + std::to_string(i) + "].lever";
        found.push_back(
            {key, "\"" + design.changes[i].lever +
                      "\" is no lever that takes this value; numbers and flags take value within the lever's "
                      "range, choices take word; \"leeway describe\" lists them"});
    }
}

bool assign(const FieldEntry& entry, const Change& change) {
    const bool inside = change.value >= entry.field.low && change.value <= entry.field.high;
    if (auto* number = std::get_if<double*>(&entry.value)) return inside && (**number = change.value, true);
    if (auto* whole = std::get_if<std::int64_t*>(&entry.value))
        return inside && (**whole = static_cast<std::int64_t>(change.value), true);
    if (auto* flag = std::get_if<bool*>(&entry.value)) return inside && (**flag = change.value != 0, true);
    if (auto* choice = std::get_if<ChoiceReference>(&entry.value)) {
        const auto found = std::find(choice->names.begin(), choice->names.end(), change.word);
        if (found == choice->names.end()) return false;
        *choice->value = static_cast<std::uint8_t>(found - choice->names.begin());
        return true;
    }
    return false;
}

}  // namespace

bool Design::has_open_sandbox() const {
    return std::any_of(sandbox.begin(), sandbox.end(), [](const SandboxLevers& s) { return s.is_open(); });
}

std::vector<Complaint> complaints(const Design& design, const KnownNames& known) {
    std::vector<Complaint> found;
    check_sandboxes(design, known, found);
    check_names("eligibility.firm_kinds", design.eligibility.firm_kinds, known.firm_kinds, "firm kind", found);
    check_names("waivers.provisions", design.waivers.provisions, known.provisions, "provision", found);
    check_names("cross_border.partners", design.cross_border.partners, known.jurisdictions, "jurisdiction", found);
    check_changes(design, found);
    if (design.rulebook.level_floor > design.rulebook.level_ceiling) {
        found.push_back({"rulebook.level_floor",
                         "is above rulebook.level_ceiling; a provision cannot be asked both more and less"});
    }
    return found;
}

// A name without an index means every sandbox.
bool apply_change(Design& design, const Change& change) {
    bool made = false;
    FieldTable table = field_table(design);
    for (const FieldEntry& entry : table.fields) made = (entry.name == change.lever && assign(entry, change)) || made;
    for (std::size_t i = 0; i < design.sandbox.size(); ++i) {
        for (const std::string& prefix : {std::string("sandbox"), "sandbox[" + design.sandbox[i].name + "]"}) {
            for (const FieldEntry& entry : field_table(design.sandbox[i], prefix).fields)
                made = (entry.name == change.lever && assign(entry, change)) || made;
        }
    }
    return made;
}

}  // namespace leeway
