// Reads one TOML value into one field, or says why it cannot be.
#pragma once

#include <string>

#include "core/fields.hpp"
#include "experiment/read_toml.hpp"

namespace leeway {

/// Reads `node` into the field; notes its place, and a problem when type, range or spelling is wrong.
void read_value(const FieldEntry& entry, const toml::node& node, const Reading& reading);

/// A value as messages show it: 1.4, "lottery", a list, a table.
std::string value_text(const toml::node& node);

}  // namespace leeway
