// A look at a configuration file before the TOML parser sees it: size, encoding and nesting are bounded, because the
// parser recurses on nested brackets and dotted keys and a hostile file could exhaust its stack.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace leeway {

inline constexpr std::size_t largest_file = 1024 * 1024;  ///< bytes
inline constexpr int most_key_parts = 32;                 ///< parts of one dotted key
inline constexpr int deepest_brackets = 64;

/// What a scan objects to, and where.
struct ScanFinding {
    int line;
    int column;
    std::string message;
};

/// The first reason not to parse `text`, or nothing.
std::optional<ScanFinding> scan_toml(std::string_view text);

}  // namespace leeway
