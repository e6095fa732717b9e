#include "cli/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "core/text.hpp"
#include "experiment/dotted_names.hpp"
#include "experiment/experiment.hpp"
#include "experiment/scenario_file.hpp"
#include "experiment/write_toml.hpp"
#include "metrics/metric_table.hpp"
#include "policy/design.hpp"
#include "rules/model.hpp"

namespace leeway {
namespace {

struct TypeName {
    std::string operator()(const double*) const { return "number"; }
    std::string operator()(const std::int64_t*) const { return "whole number"; }
    std::string operator()(const bool*) const { return "true or false"; }
    std::string operator()(const std::string*) const { return "text"; }
    std::string operator()(const ChoiceReference&) const { return "word"; }
    std::string operator()(const std::vector<double>*) const { return "list of numbers"; }
    std::string operator()(const std::vector<std::string>*) const { return "list of texts"; }
};

std::string range_text(const FieldEntry& entry) {
    if (const auto* choice = std::get_if<ChoiceReference>(&entry.value)) return join(choice->names, " | ");
    const bool numeric = std::holds_alternative<double*>(entry.value) ||
                         std::holds_alternative<std::int64_t*>(entry.value) ||
                         std::holds_alternative<std::vector<double>*>(entry.value);
    return numeric ? fmt::format("[{}, {}]", number_text(entry.field.low), number_text(entry.field.high)) : "";
}

CatalogueEntry described(const std::string& kind, const FieldEntry& entry) {
    return {kind,
            entry.name,
            std::visit(TypeName{}, entry.value),
            std::string(entry.field.unit.text),
            range_text(entry),
            value_toml(entry.value),
            std::string(entry.field.source),
            std::string(entry.field.meaning)};
}

/// Adds every field, also those of list entries, and then the groups and lists themselves.
template <class Object>
void add_fields(const std::string& kind, Object object, std::vector<CatalogueEntry>& entries,
                std::vector<CatalogueEntry>& groups, const std::set<std::string>& rules = {}) {
    const FieldTable table = field_table(object);
    for (const FieldEntry& entry : documented_fields(table)) entries.push_back(described(kind, entry));
    for (const GroupEntry& group : table.groups) {
        const std::string group_kind = rules.contains(group.name) ? "rule" : "group";
        groups.push_back({group_kind, group.name, "", "", "", "", "", std::string(group.meaning)});
    }
    for (const ListEntry& list : table.lists) {
        groups.push_back({"group", list.name + "[]", "list", "", fmt::format("{} to {} entries", list.least, list.most),
                          "", "", std::string(list.meaning)});
    }
}

std::set<std::string> rule_names() {
    std::set<std::string> names;
    std::apply([&](const auto&... rule) { (names.insert(std::string(rule.name)), ...); }, Month{});
    return names;
}

std::vector<CatalogueEntry> metric_entries() {
    std::vector<CatalogueEntry> entries;
    for (const Metric& metric : metric_table()) {
        entries.push_back({"metric", std::string(metric.name), "", std::string(metric.unit),
                           std::string(text(metric.axis)), "", "", std::string(metric.long_name)});
    }
    return entries;
}

}  // namespace

std::vector<CatalogueEntry> catalogue() {
    std::vector<CatalogueEntry> entries, groups;
    add_fields("setting", Experiment{}, entries, groups);
    add_fields("parameter", ScenarioFile{}, entries, groups, rule_names());
    add_fields("lever", Design{}, entries, groups);
    std::stable_partition(groups.begin(), groups.end(),
                          [](const CatalogueEntry& group) { return group.kind == "rule"; });
    entries.insert(entries.end(), groups.begin(), groups.end());
    const auto metrics = metric_entries();
    entries.insert(entries.end(), metrics.begin(), metrics.end());
    return entries;
}

std::vector<CatalogueEntry> matching(const std::vector<CatalogueEntry>& all, std::string_view name) {
    std::vector<CatalogueEntry> found;
    const std::string wanted = without_brackets(std::string(name));
    for (const CatalogueEntry& entry : all) {
        const std::string known = without_brackets(entry.name);
        if (known == wanted || known.starts_with(wanted + ".")) found.push_back(entry);
    }
    return found;
}

std::string without_brackets(std::string name) {
    for (std::size_t at = name.find("[]"); at != std::string::npos; at = name.find("[]")) name.erase(at, 2);
    return name;
}

}  // namespace leeway
