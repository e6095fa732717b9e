#include "experiment/until_table.hpp"

#include "core/text.hpp"

namespace leeway {
namespace {

constexpr std::string_view group = "replicates.until";

void refuse_others(const toml::table& table, const TomlDocument& document, Problems& problems) {
    for (const auto& [key, node] : table) {
        const std::string name(key.str());
        if (name == "until") continue;
        const std::vector<std::string> known{"until"};
        const std::string message = "unknown key \"replicates." + name +
                                    "\"; replicates is a number or the table {until = ...}." + suggestion(name, known);
        problems.push_back(problem_at(document.place(key.source()), "replicates." + name, message));
    }
}

}  // namespace

void set_until_apart(TomlDocument& document, Problems& problems) {
    const HeldValue held = find_value(document, "", "replicates");
    toml::table* table = held.node() == nullptr ? nullptr : held.node()->as_table();
    if (table == nullptr) return;
    refuse_others(*table, document, problems);
    if (table->empty()) {
        const std::string message = "replicates is an empty table; it takes a whole number or the table {until = ...}.";
        problems.push_back(problem_at(document.place(*table), "replicates", message));
    }
    if (toml::node* until = table->get("until")) {
        if (toml::table* inner = until->as_table())
            document.table.insert(group, std::move(*inner));
        else
            problems.push_back(problem_at(document.place(*until), std::string(group),
                                          "replicates.until is a group of values, such as "
                                          "{metric = \"uptake\", half_width = 0.01}."));
    }
    held.erase();
}

bool gives_replicates(TomlDocument& document) { return find_value(document, "", "replicates").node() != nullptr; }

void check_until_is_whole(const Until& until, const Places& places, Problems& problems) {
    if (until.is_asked()) return;
    const auto first = places.lower_bound(std::string(group));
    if (first == places.end() || !first->first.starts_with(group)) return;
    const std::string key = std::string(group) + ".metric";
    const std::string message = key + ": is missing; name the outcome that is to be known (\"leeway list metrics\")";
    problems.push_back(problem_at(first->second, key, message));
}

}  // namespace leeway
