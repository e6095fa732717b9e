#include "cli/dictionary.hpp"

#include <fmt/format.h>

namespace leeway {
namespace {

/// Text in a table's cell: a bar would end it.
std::string cell(const std::string& text) {
    std::string safe;
    for (const char c : text) safe += c == '|' ? std::string("\\|") : std::string(1, c);
    return safe;
}

std::string code(const std::string& text) { return text.empty() ? "" : "`" + cell(text) + "`"; }

std::string field_table_text(const std::vector<CatalogueEntry>& entries, const std::string& kind) {
    std::string text = "| name | type | unit | range | default | meaning | source |\n|---|---|---|---|---|---|---|\n";
    for (const CatalogueEntry& entry : entries) {
        if (entry.kind != kind) continue;
        text += fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", code(entry.name), entry.type, cell(entry.unit),
                            cell(entry.range), code(entry.value), cell(entry.meaning), cell(entry.source));
    }
    return text;
}

std::string group_table_text(const std::vector<CatalogueEntry>& entries, const std::string& kind) {
    std::string text = "| name | meaning |\n|---|---|\n";
    for (const CatalogueEntry& entry : entries) {
        if (entry.kind == kind) text += fmt::format("| {} | {} |\n", code(entry.name), cell(entry.meaning));
    }
    return text;
}

std::string metric_table_text(const std::vector<CatalogueEntry>& entries) {
    std::string text = "| name | axis | unit | meaning |\n|---|---|---|---|\n";
    for (const CatalogueEntry& entry : entries) {
        if (entry.kind != "metric") continue;
        text += fmt::format("| {} | {} | {} | {} |\n", code(entry.name), entry.range, cell(entry.unit),
                            cell(entry.meaning));
    }
    return text;
}

}  // namespace

std::string dictionary(const std::vector<CatalogueEntry>& entries) {
    return "# Dictionary\n\n"
           "Every name that a file, `--set` or a result may use. This page is generated:\n"
           "`leeway describe --markdown > docs/dictionary.md`; a test fails when it is not up to date.\n"
           "A unit of `1` is a share or a probability. `[]` stands for the index or the name of an entry, as in\n"
           "`citizens.segments[1].share` or `sectors[payments].innovation`; without it a name stands for all "
           "entries.\n\n"
           "## Outcomes\n\n" +
           metric_table_text(entries) + "\n## Settings of an experiment\n\n" + field_table_text(entries, "setting") +
           "\n## Levers of a design\n\n" + field_table_text(entries, "lever") +
           "\n## Rules of the month, in their order\n\n" + group_table_text(entries, "rule") +
           "\n## Parameters of a scenario and its rules\n\n" + field_table_text(entries, "parameter") +
           "\n## Groups\n\n" + group_table_text(entries, "group");
}

}  // namespace leeway
