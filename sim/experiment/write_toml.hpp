// Writes the fields of a struct as TOML that reads back to the same struct.
#pragma once

#include <string>
#include <string_view>

#include "core/fields.hpp"

namespace leeway {

/// Every field in the order of its visitor, one `name = value` a line with dotted names, then lists as arrays of inline
/// tables. Numbers are the shortest text that reads back as the same bits.
/// Every line starts under `prefix`, as in `prefix.citizens.count = 5`, when it is not empty.
std::string write_toml(const FieldTable& table, std::string_view prefix = "");

/// The value of one field as TOML.
std::string value_toml(const FieldReference& value);

/// Text as a TOML basic string, in quotes.
std::string toml_text(std::string_view text);

}  // namespace leeway
