#include "cli/describe.hpp"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "cli/catalogue.hpp"
#include "cli/describe_network.hpp"
#include "cli/dictionary.hpp"
#include "cli/json_schema.hpp"
#include "cli/messages.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

std::string heading(const std::string& kind) {
    if (kind == "setting") return "Settings of an experiment";
    if (kind == "parameter") return "Parameters of a scenario and its rules";
    if (kind == "lever") return "Levers of a design";
    if (kind == "rule") return "Rules of the month, in their order";
    if (kind == "group") return "Groups";
    return "Outcomes";
}

/// One or two lines: what it is, then what it means.
std::string entry_text(const CatalogueEntry& entry) {
    if (entry.kind == "metric")
        return fmt::format("  {}  [{}; unit {}]\n      {}\n", entry.name, entry.range, entry.unit, entry.meaning);
    std::string line = "  " + entry.name;
    if (!entry.type.empty()) line += "  " + entry.type;
    if (!entry.range.empty()) line += " " + entry.range;
    if (!entry.unit.empty() && entry.unit != "1") line += ", " + entry.unit;
    if (!entry.value.empty()) line += ", default " + entry.value;
    line += "\n      " + entry.meaning;
    if (!entry.source.empty()) line += "  (source: " + entry.source + ")";
    return line + "\n";
}

void print_text(const std::vector<CatalogueEntry>& entries) {
    std::string kind;
    for (const CatalogueEntry& entry : entries) {
        if (entry.kind != kind) {
            fmt::print("{}{}\n", kind.empty() ? "" : "\n", heading(entry.kind));
            kind = entry.kind;
        }
        fmt::print("{}", entry_text(entry));
    }
}

void print_as_json(const std::vector<CatalogueEntry>& entries) {
    auto list = nlohmann::json::array();
    for (const CatalogueEntry& entry : entries) {
        const bool metric = entry.kind == "metric";
        nlohmann::json item{
            {"kind", entry.kind}, {"name", entry.name}, {"unit", entry.unit}, {"meaning", entry.meaning}};
        if (metric)
            item["axis"] = entry.range;
        else
            item.update(
                {{"type", entry.type}, {"range", entry.range}, {"default", entry.value}, {"source", entry.source}});
        list.push_back(item);
    }
    print_json({{"entries", list}});
}

int print_schema(const std::string& kind) {
    constexpr std::array<std::string_view, 4> kinds{"", "scenario", "design", "experiment"};
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
        fmt::print(stderr,
                   "leeway describe --schema: \"{}\" is no kind of file; it is one of scenario, design, experiment\n",
                   printable(kind));
        return exit_bad_input;
    }
    fmt::print("{}\n", json_schema(kind).dump(2));
    return exit_done;
}

int unknown(const std::string& name, const std::vector<CatalogueEntry>& all) {
    std::vector<std::string> names;
    for (const CatalogueEntry& entry : all) names.push_back(without_brackets(entry.name));
    fmt::print(stderr, "leeway describe: nothing is called \"{}\".{} Without a name, everything is described.\n",
               printable(name), suggestion(name, names));
    return exit_bad_input;
}

}  // namespace

int describe_command(const DescribeOptions& options) {
    if (!options.network.empty()) return describe_network(options.network, options.json);
    if (options.schema) return print_schema(options.name);
    std::vector<CatalogueEntry> entries = catalogue();
    if (!options.name.empty()) {
        auto found = matching(entries, options.name);
        if (found.empty()) return unknown(options.name, entries);
        entries = std::move(found);
    }
    if (options.markdown)
        fmt::print("{}", dictionary(entries));
    else if (options.json)
        print_as_json(entries);
    else
        print_text(entries);
    return exit_done;
}

}  // namespace leeway
