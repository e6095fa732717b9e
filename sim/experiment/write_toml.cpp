#include "experiment/write_toml.hpp"

#include <fmt/format.h>

#include "core/text.hpp"

namespace leeway {
namespace {

/// A whole value of a floating-point field keeps its kind: 2 is written as 2.0. TOML's words are nan and inf.
std::string toml_number(double number) {
    std::string text = number_text(number);
    if (text.find_first_of(".ein") == std::string::npos) text += ".0";
    return text;
}

template <class Item, class Write>
std::string toml_array(const std::vector<Item>& items, Write write) {
    std::string text = "[";
    for (std::size_t i = 0; i < items.size(); ++i) text += (i == 0 ? "" : ", ") + write(items[i]);
    return text + "]";
}

struct ValueWriter {
    std::string operator()(const double* number) const { return toml_number(*number); }
    std::string operator()(const std::int64_t* whole) const { return std::to_string(*whole); }
    std::string operator()(const bool* flag) const { return *flag ? "true" : "false"; }
    std::string operator()(const std::string* text) const { return toml_text(*text); }
    std::string operator()(const ChoiceReference& choice) const { return toml_text(choice.names[*choice.value]); }
    std::string operator()(const std::vector<double>* numbers) const { return toml_array(*numbers, toml_number); }
    std::string operator()(const std::vector<std::string>* texts) const { return toml_array(*texts, toml_text); }
};

/// An entry of a list as an inline table; its names follow the entry's own prefix.
std::string inline_table(const FieldTable& table, std::size_t prefix) {
    std::string text = "{";
    for (const FieldEntry& entry : table.fields) {
        text += (text.size() == 1 ? "" : ", ") + entry.name.substr(prefix) + " = " + value_toml(entry.value);
    }
    return text + "}";
}

std::string list_text(const ListEntry& list) {
    std::string text = "[";
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::size_t prefix = list.element_name(i).size() + 1;  // and "."
        text += (i == 0 ? "\n  " : ",\n  ") + inline_table(list.element(i), prefix);
    }
    return text + (list.size() == 0 ? "]" : "\n]");
}

}  // namespace

std::string toml_text(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            quoted += std::string("\\") + c;
        else if (byte < 0x20 || byte == 0x7F)
            quoted += fmt::format("\\u{:04X}", byte);
        else
            quoted += c;
    }
    return quoted + "\"";
}

std::string value_toml(const FieldReference& value) { return std::visit(ValueWriter{}, value); }

std::string write_toml(const FieldTable& table, std::string_view prefix) {
    const std::string start = prefix.empty() ? "" : std::string(prefix) + ".";
    std::string text;
    for (const FieldEntry& entry : table.fields) text += start + entry.name + " = " + value_toml(entry.value) + "\n";
    for (const ListEntry& list : table.lists) text += start + list.name + " = " + list_text(list) + "\n";
    return text;
}

}  // namespace leeway
