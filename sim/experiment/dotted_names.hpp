// Finds fields by the dotted names that users type: `citizens.count`, `citizens.segments[1].share`,
// `sectors[payments].innovation`, and `sectors.innovation` for every entry of a list.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/fields.hpp"

namespace leeway {

/// The fields that `name` stands for, under their names with an index; empty when there is none.
std::vector<FieldEntry> find_fields(const FieldTable& table, std::string_view name);

/// Every name that the table knows, also of the entries of lists, without an index: what a mistyped name is compared
/// with.
std::vector<std::string> known_names(const FieldTable& table);

/// The short names that may stand directly in the group `prefix` (in the table itself when it is empty).
std::vector<std::string> names_within(const FieldTable& table, const std::string& prefix);

/// The end of a message about a name that the table does not know: what was meant, or what there is.
std::string remedy_for_unknown(const FieldTable& table, std::string_view name);

/// The fields of the table and of the first entry of each list (lists that are empty get one entry); an index is
/// written as `[]`. The documentation of everything that a file may set.
std::vector<FieldEntry> documented_fields(const FieldTable& table);

/// The number that a number field holds; NaN for other kinds.
double number_of(const FieldReference& value);

/// The text that a list entry's field of that short name holds, such as its "name"; empty without one.
std::string text_field(const FieldTable& table, std::string_view short_name);

}  // namespace leeway
