#include "experiment/read_toml.hpp"

#include <algorithm>

#include "core/text.hpp"
#include "experiment/dotted_names.hpp"
#include "experiment/read_value.hpp"

namespace leeway {
namespace {

void read_table(const toml::table& table, const FieldTable& fields, const std::string& prefix, const Reading& reading,
                UnknownKeys unknown);

template <class Entry>
const Entry* find_entry(const std::vector<Entry>& entries, const std::string& name) {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.name == name; });
    return found == entries.end() ? nullptr : &*found;
}

std::string under(const std::string& prefix, std::string_view key) {
    return prefix.empty() ? std::string(key) : prefix + "." + std::string(key);
}

/// Forgets where the entries of a list stood, because another layer replaces it.
void forget_entries(Places& places, const std::string& list) {
    const std::string start = list + "[";
    std::erase_if(places, [&](const auto& place) { return place.first.starts_with(start); });
}

void read_list(const ListEntry& list, const toml::node& node, const Reading& reading) {
    const auto object = [&](const toml::node& at, const std::string& message) {
        reading.problems.push_back(problem_at(reading.document.place(at), list.name, list.name + message));
    };
    const toml::array* array = node.as_array();
    if (array == nullptr)
        return object(node,
                      " is a list (" + std::string(list.meaning) + "); write [[" + list.name + "]] for each entry.");
    if (array->size() < list.least || array->size() > list.most) {
        return object(node, " has " + std::to_string(array->size()) + " entries; it takes from " +
                                std::to_string(list.least) + " to " + std::to_string(list.most) + " (" +
                                std::string(list.meaning) + ").");
    }
    forget_entries(reading.places, list.name);
    list.resize(0);
    list.resize(array->size());
    for (std::size_t i = 0; i < array->size(); ++i) {
        const toml::node& item = (*array)[i];
        const std::string name = list.name + "[" + std::to_string(i) + "]";
        reading.places[name] = reading.document.place(item);
        if (const auto* entry = item.as_table())
            read_table(*entry, list.element(i), name, reading, UnknownKeys::are_problems);
        else
            object(item, "[" + std::to_string(i) + "] is " + value_text(item) + "; each entry is a table: write [[" +
                             list.name + "]].");
    }
}

/// Reads a key that is a dotted name with an index or an entry's name, such as "sectors[payments].innovation".
bool read_dotted(const toml::node& node, const FieldTable& fields, const std::string& name, const Reading& reading) {
    const auto found = find_fields(fields, name);
    for (const FieldEntry& entry : found) read_value(entry, node, reading);
    return !found.empty();
}

void read_group(const toml::node& node, const FieldTable& fields, const std::string& name, const Reading& reading,
                UnknownKeys unknown) {
    reading.places[name] = reading.document.place(node);
    if (const auto* inner = node.as_table()) return read_table(*inner, fields, name, reading, unknown);
    const std::string message = name + " is " + value_text(node) + "; it is a group of values: write [" + name +
                                "]. Its names: " + join(names_within(fields, name)) + ".";
    reading.problems.push_back(problem_at(reading.document.place(node), name, message));
}

void read_table(const toml::table& table, const FieldTable& fields, const std::string& prefix, const Reading& reading,
                UnknownKeys unknown) {
    // Dotted names with an index come last: they refer to entries that the table itself may bring.
    std::vector<std::pair<const toml::key*, const toml::node*>> later;
    for (const auto& [key, node] : table) {
        const std::string name = under(prefix, key.str());
        if (const auto* field = find_entry(fields.fields, name))
            read_value(*field, node, reading);
        else if (const auto* list = find_entry(fields.lists, name))
            read_list(*list, node, reading);
        else if (find_entry(fields.groups, name) != nullptr)
            read_group(node, fields, name, reading, unknown);
        else
            later.emplace_back(&key, &node);
    }
    for (const auto& [key, node] : later) {
        const std::string name = under(prefix, key->str());
        if (read_dotted(*node, fields, name, reading) || unknown == UnknownKeys::are_skipped) continue;
        const std::string message = "unknown key \"" + name + "\"." + remedy_for_unknown(fields, name);
        reading.problems.push_back(problem_at(reading.document.place(key->source()), name, message));
    }
}

}  // namespace

void read_toml(const FieldTable& fields, const Reading& reading, UnknownKeys unknown) {
    read_table(reading.document.table, fields, "", reading, unknown);
}

void require_text(std::string_view key, std::string_view why, const Reading& reading) {
    if (reading.document.table.contains(key)) return;
    const std::string name(key);
    const Place start{reading.document.file, 1, 1,
                      reading.document.lines.empty() ? "" : reading.document.lines.front()};
    reading.problems.push_back(problem_at(start, name, name + " is missing; " + std::string(why)));
}

}  // namespace leeway
