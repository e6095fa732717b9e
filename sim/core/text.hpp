// Words for people: what a mistyped name may have meant, and text from files made safe for a terminal.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace leeway {

/// The least number of single-character insertions, deletions and replacements between two words (Levenshtein 1966).
std::size_t edit_distance(std::string_view one, std::string_view other);

/// The candidate that a mistyped word most likely meant; nothing when none is near. Of equally near ones, the first.
std::optional<std::string> nearest_word(std::string_view word, std::span<const std::string> candidates);

/// " Did you mean "X"?" for the nearest candidate, or nothing: the end of a message about an unknown name.
std::string suggestion(std::string_view word, std::span<const std::string> candidates);

/// The text without control characters (C0, DEL, C1), each replaced by "?", so that a file cannot steer a terminal.
std::string printable(std::string_view text);

/// The words as one text: "a, b, c".
std::string join(std::span<const std::string> words, std::string_view between = ", ");
std::string join(std::span<const std::string_view> words, std::string_view between = ", ");

/// The names of things that have one, in order.
template <class Items>
std::vector<std::string> names_of(const Items& items) {
    std::vector<std::string> names;
    for (const auto& item : items) names.push_back(item.name);
    return names;
}

/// The shortest decimal text that reads back as the same number.
std::string number_text(double number);

/// Whether a name may be used as a label and a file name: 1 to 64 of A-Z a-z 0-9 . _ - without a leading . or -,
/// and none of the device names that some systems reserve.
bool is_plain_name(std::string_view name);

}  // namespace leeway
