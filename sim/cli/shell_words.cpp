#include "cli/shell_words.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace leeway {

std::string shell_word(const std::string& word) {
    constexpr std::string_view plain = "/._-=:,+%@";
    const bool is_plain = std::all_of(word.begin(), word.end(), [&](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || plain.find(c) != plain.npos;
    });
    if (is_plain && !word.empty()) return word;
    std::string text = "'";
    for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

}  // namespace leeway
