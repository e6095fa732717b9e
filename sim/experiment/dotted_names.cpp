#include "experiment/dotted_names.hpp"

#include <charconv>
#include <limits>
#include <optional>
#include <set>

#include "core/text.hpp"

namespace leeway {
namespace {

/// The index that a selector, `2` or an entry's name, stands for in a list.
std::optional<std::size_t> select(const ListEntry& list, std::string_view selector) {
    std::size_t index = 0;
    const auto [end, failure] = std::from_chars(selector.data(), selector.data() + selector.size(), index);
    if (failure == std::errc{} && end == selector.data() + selector.size()) {
        return index < list.size() ? std::optional(index) : std::nullopt;
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (text_field(list.element(i), "name") == selector) return i;
    }
    return std::nullopt;
}

void append(std::vector<FieldEntry>& to, std::vector<FieldEntry> more) {
    for (FieldEntry& entry : more) to.push_back(std::move(entry));
}

/// Fields of the list's entries that `rest` stands for: what follows the list's own name.
std::vector<FieldEntry> find_in_list(const ListEntry& list, std::string_view rest) {
    std::vector<FieldEntry> found;
    const auto look_in = [&](std::size_t i, std::string_view tail) {
        append(found, find_fields(list.element(i), list.element_name(i) + std::string(tail)));
    };
    if (rest.starts_with('[')) {
        const std::size_t close = rest.find(']');
        if (close == std::string_view::npos) return found;
        if (const auto index = select(list, rest.substr(1, close - 1))) look_in(*index, rest.substr(close + 1));
    } else if (rest.starts_with('.')) {
        for (std::size_t i = 0; i < list.size(); ++i) look_in(i, rest);
    }
    return found;
}

/// The names of a list's entries, or their indices where they have none.
std::vector<std::string> entry_names(const ListEntry& list) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string name = text_field(list.element(i), "name");
        names.push_back(name.empty() ? std::to_string(i) : name);
    }
    return names;
}

/// The remedy for a name with an index, `rest` being what follows the list's own name.
std::string remedy_in_list(const ListEntry& list, std::string_view rest) {
    const std::string_view selector = rest.substr(1, rest.find(']') - 1);
    const auto index = select(list, selector);
    if (!index) return " " + list.name + " has the entries " + join(entry_names(list)) + ".";
    const std::string tail(rest.substr(std::min(rest.size(), selector.size() + 2)));
    return remedy_for_unknown(list.element(*index), list.element_name(*index) + tail);
}

std::string without_index(std::string name) {
    for (std::size_t open = name.find("[0]"); open != std::string::npos; open = name.find("[0]"))
        name.replace(open, 3, "[]");
    return name;
}

}  // namespace

std::vector<FieldEntry> find_fields(const FieldTable& table, std::string_view name) {
    for (const FieldEntry& entry : table.fields) {
        if (entry.name == name) return {entry};
    }
    std::vector<FieldEntry> found;
    for (const ListEntry& list : table.lists) {
        if (name.starts_with(list.name)) append(found, find_in_list(list, name.substr(list.name.size())));
    }
    return found;
}

std::vector<std::string> known_names(const FieldTable& table) {
    std::vector<std::string> names;
    for (const FieldEntry& entry : table.fields) names.push_back(entry.name);
    for (const GroupEntry& group : table.groups) names.push_back(group.name);
    for (const ListEntry& list : table.lists) {
        names.push_back(list.name);
        if (list.size() == 0) continue;
        for (const FieldEntry& entry : list.element_under(0, list.name).fields) names.push_back(entry.name);
    }
    return names;
}

std::vector<std::string> names_within(const FieldTable& table, const std::string& prefix) {
    const std::string start = prefix.empty() ? "" : prefix + ".";
    std::set<std::string> names;
    for (const std::string& name : known_names(table)) {
        if (name.starts_with(start))
            names.insert(name.substr(start.size(), name.find('.', start.size()) - start.size()));
    }
    return {names.begin(), names.end()};
}

std::string remedy_for_unknown(const FieldTable& table, std::string_view name) {
    for (const ListEntry& list : table.lists) {
        if (name.starts_with(list.name + "[")) return remedy_in_list(list, name.substr(list.name.size()));
    }
    const std::string meant = suggestion(name, known_names(table));
    if (!meant.empty()) return meant;
    const std::size_t dot = name.rfind('.');
    const auto near = names_within(table, dot == std::string_view::npos ? "" : std::string(name.substr(0, dot)));
    constexpr std::size_t few = 16;
    if (!near.empty() && near.size() <= few) return " Known here: " + join(near) + ".";
    return " The command \"leeway describe\" lists every name.";
}

std::vector<FieldEntry> documented_fields(const FieldTable& table) {
    std::vector<FieldEntry> all = table.fields;
    for (const ListEntry& list : table.lists) {
        if (list.size() == 0) list.resize(1);
        append(all, documented_fields(list.element(0)));
    }
    for (FieldEntry& entry : all) entry.name = without_index(entry.name);
    return all;
}

double number_of(const FieldReference& value) {
    if (const auto* number = std::get_if<double*>(&value)) return **number;
    if (const auto* whole = std::get_if<std::int64_t*>(&value)) return static_cast<double>(**whole);
    return std::numeric_limits<double>::quiet_NaN();
}

std::string text_field(const FieldTable& table, std::string_view short_name) {
    for (const FieldEntry& entry : table.fields) {
        const auto* text = std::get_if<std::string*>(&entry.value);
        if (text != nullptr && entry.field.name == short_name) return **text;
    }
    return "";
}

}  // namespace leeway
