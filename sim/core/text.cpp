#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>

namespace leeway {
namespace {

template <class Word>
std::string join_words(std::span<const Word> words, std::string_view between) {
    std::string joined;
    for (const Word& word : words) {
        if (!joined.empty()) joined += between;
        joined += word;
    }
    return joined;
}

std::string_view last_part(std::string_view name) { return name.substr(name.rfind('.') + 1); }

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
           c == '-';
}

bool is_device_name(std::string_view name) {
    std::string stem(name.substr(0, name.find('.')));
    for (char& c : stem) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    constexpr std::array<std::string_view, 4> devices{"con", "prn", "aux", "nul"};
    if (std::find(devices.begin(), devices.end(), stem) != devices.end()) return true;
    const bool port = stem.starts_with("com") || stem.starts_with("lpt");
    return port && stem.size() == 4 && stem[3] >= '0' && stem[3] <= '9';
}

}  // namespace

std::size_t edit_distance(std::string_view one, std::string_view other) {
    std::vector<std::size_t> row(other.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < one.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < other.size(); ++j) {
            const std::size_t replaced = diagonal + (one[i] == other[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

std::optional<std::string> nearest_word(std::string_view word, std::span<const std::string> candidates) {
    constexpr std::size_t longest_word = 200;  // the distance takes time in the product of both lengths
    if (word.size() > longest_word) return std::nullopt;
    const std::size_t length = last_part(word).size();
    std::optional<std::string> best;
    std::size_t best_distance = std::min(length, std::max<std::size_t>(2, length / 3) + 1);
    for (const std::string& candidate : candidates) {
        std::size_t distance = edit_distance(word, candidate);
        // A right name in the wrong place: "places" for "sandbox.places".
        if (last_part(candidate) == last_part(word)) distance = std::min<std::size_t>(distance, 1);
        if (distance < best_distance) {
            best = candidate;
            best_distance = distance;
        }
    }
    return best;
}

std::string suggestion(std::string_view word, std::span<const std::string> candidates) {
    const auto nearest = nearest_word(word, candidates);
    return nearest ? " Did you mean \"" + *nearest + "\"?" : "";
}

std::string printable(std::string_view text) {
    std::string safe;
    safe.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool c1 = byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        if (c1) ++i;
        if (c1 || byte < 0x20 || byte == 0x7F)
            safe += '?';
        else
            safe += text[i];
    }
    return safe;
}

std::string join(std::span<const std::string> words, std::string_view between) { return join_words(words, between); }
std::string join(std::span<const std::string_view> words, std::string_view between) {
    return join_words(words, between);
}

std::string number_text(double number) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    return {buffer.data(), end};
}

bool is_plain_name(std::string_view name) {
    if (name.empty() || name.size() > 64 || name.front() == '.' || name.front() == '-') return false;
    return std::all_of(name.begin(), name.end(), is_name_character) && !is_device_name(name);
}

}  // namespace leeway
