// A configuration file as a parsed TOML table that still knows where everything stands; only this room knows toml++.
#pragma once

#include <toml++/toml.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/problems.hpp"

namespace leeway {

/// A parsed file, or a setting typed on the command line (which has no lines).
struct TomlDocument {
    std::string file;  ///< as messages name it
    std::vector<std::string> lines;
    toml::table table;

    Place place(const toml::source_region& region) const;
    Place place(const toml::node& node) const { return place(node.source()); }
};

/// A value inside a document: the table that holds it, and its key there.
struct HeldValue {
    toml::table* table;
    std::string key;

    toml::node* node() const { return table->get(key); }
    void erase() const { table->erase(key); }
};

/// Finds `group.key` as a nested key, or as the one dotted key that a setting of the command line is. Without a group,
/// `key` itself.
HeldValue find_value(TomlDocument& document, const std::string& group, const std::string& key);

/// Reads and parses a file; nothing, and one more problem, when that fails.
std::optional<TomlDocument> read_document(const std::filesystem::path& path, Problems& problems);

/// Parses text under the name `file`; nothing, and one more problem, when that fails.
std::optional<TomlDocument> parse_document(const std::string& file, std::string_view text, Problems& problems);

/// A `key=value` of the command line as a document with one (quoted, dotted) key. The value is TOML; what is not TOML
/// is taken as text, so that words need no quotes in a shell.
std::optional<TomlDocument> parse_setting(std::string_view setting, Problems& problems);

/// A path as messages name it: relative to the current folder when it lies below it.
std::string shown(const std::filesystem::path& path);

}  // namespace leeway
