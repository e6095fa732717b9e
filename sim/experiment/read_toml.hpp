// Reads a TOML table into the fields of a struct: every value is checked for type, range and spelling, and every
// problem is noted with its place, so that a user sees all of them at once.
#pragma once

#include "core/fields.hpp"
#include "core/problems.hpp"
#include "experiment/toml_document.hpp"

namespace leeway {

/// What becomes of keys that the fields do not know.
enum class UnknownKeys : std::uint8_t { are_problems, are_skipped };

/// Whether a document defines the object, or lies over one that another document has defined. A single table where a
/// list is known ([sandbox]) is the list's only entry in the former, and changes every entry in the latter.
enum class Layer : std::uint8_t { defines, lies_over };

/// Where a reading takes from and where it notes what it found.
struct Reading {
    const TomlDocument& document;
    Problems& problems;
    Places& places;
    Layer layer = Layer::defines;
};

/// Reads the document's table into the object that `fields` lists. Absent keys keep the values that stand there; a list
/// replaces the one that stands there. A quoted key may be a dotted name: "sectors[payments].innovation" = 0.02;
/// without an index it stands for every entry of the list.
void read_toml(const FieldTable& fields, const Reading& reading, UnknownKeys unknown = UnknownKeys::are_problems);

/// Notes a problem unless the document's table has the text `key`.
void require_text(std::string_view key, std::string_view why, const Reading& reading);

}  // namespace leeway
