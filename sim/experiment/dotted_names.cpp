#include "experiment/dotted_names.hpp"

#include <charconv>
#include <limits>
#include <optional>

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
        append(found, find_fields(list.element(i), list.name + "[" + std::to_string(i) + "]" + std::string(tail)));
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

std::string without_index(std::string name) {
    for (std::size_t open = name.find("[0]"); open != std::string::npos; open = name.find("[0]")) name.replace(open, 3, "[]");
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
    for (const ListEntry& list : table.lists) names.push_back(list.name);
    for (const GroupEntry& group : table.groups) names.push_back(group.name);
    return names;
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
