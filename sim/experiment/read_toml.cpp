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
    std::erase_if(places, [&](const auto& place) {
        return place.first.starts_with(list + "[") || place.first.starts_with(list + ".");
    });
}

/// What was written under the list's own name stands for its entry `index` too.
void repeat_places(Places& places, const ListEntry& list, std::size_t index) {
    Places repeated;
    for (const auto& [name, place] : places) {
        const bool is_inside = name == list.name || name.starts_with(list.name + ".");
        if (is_inside) repeated[list.element_name(index) + name.substr(list.name.size())] = place;
    }
    for (auto& [name, place] : repeated) places[name] = place;
}

/// Reads a single table where a list is known. Names stay as they are written: sandbox.places, without an index.
void read_one_table(const ListEntry& list, const toml::table& table, const Reading& reading) {
    if (reading.layer == Layer::defines) {
        forget_entries(reading.places, list.name);
        list.resize(0);
        list.resize(1);
    }
    reading.places[list.name] = reading.document.place(table);
    for (std::size_t i = 0; i < list.size(); ++i) {
        read_table(table, list.element_under(i, list.name), list.name, reading, UnknownKeys::are_problems);
        repeat_places(reading.places, list, i);
    }
}

void read_entries(const ListEntry& list, const toml::array& array, const Reading& reading) {
    forget_entries(reading.places, list.name);
    list.resize(0);
    list.resize(array.size());
    for (std::size_t i = 0; i < array.size(); ++i) {
        const std::string name = list.element_name(i);
        const Place place = reading.document.place(array[i]);
        reading.places[name] = place;
        if (const auto* entry = array[i].as_table()) {
            read_table(*entry, list.element(i), name, reading, UnknownKeys::are_problems);
        } else {
            const std::string message =
                name + " is " + value_text(array[i]) + "; each entry is a table: write [[" + list.name + "]].";
            reading.problems.push_back(problem_at(place, list.name, message));
        }
    }
}

void read_list(const ListEntry& list, const toml::node& node, const Reading& reading) {
    const auto object = [&](const std::string& message) {
        reading.problems.push_back(problem_at(reading.document.place(node), list.name, list.name + message));
    };
    const std::string meaning(list.meaning);
    const auto* table = node.as_table();
    if (table != nullptr && list.may_be_one_table()) return read_one_table(list, *table, reading);
    const toml::array* array = node.as_array();
    if (array == nullptr) return object(" is a list (" + meaning + "); write [[" + list.name + "]] for each entry.");
    if (array->size() < list.least || array->size() > list.most) {
        return object(" has " + std::to_string(array->size()) + " entries; it takes from " +
                      std::to_string(list.least) + " to " + std::to_string(list.most) + " (" + meaning + ").");
    }
    read_entries(list, *array, reading);
}

/// Reads a key that is a dotted name into or through a list, such as "sectors[payments].innovation".
bool read_dotted(const toml::node& node, const FieldTable& fields, const std::string& name, const Reading& reading) {
    const auto found = find_fields(fields, name);
    for (const FieldEntry& entry : found) {
        FieldEntry as_written = entry;
        as_written.name = name;
        read_value(as_written, node, reading);
        reading.places[entry.name] = reading.places[name];
    }
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
