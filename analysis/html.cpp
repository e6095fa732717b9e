#include "analysis/html.hpp"

#include <algorithm>
#include <array>

namespace leeway {
namespace {

bool is_control(char letter) {
    const auto code = static_cast<unsigned char>(letter);
    return (code < 0x20 && letter != '\n' && letter != '\t') || code == 0x7F;
}

/// Elements that stand within a line of text: a line end after them would show as a space.
bool is_inline(std::string_view name) {
    constexpr std::array<std::string_view, 8> names{"a", "code", "em", "small", "span", "strong", "time", "tspan"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string opening(std::string_view name, Attributes attributes) {
    std::string text = "<" + std::string(name);
    for (const auto& [key, value] : attributes) text += " " + std::string(key) + "=\"" + escaped(value) + "\"";
    return text;
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string safe;
    safe.reserve(text.size());
    for (const char letter : text) {
        switch (letter) {
            case '&':
                safe += "&amp;";
                break;
            case '<':
                safe += "&lt;";
                break;
            case '>':
                safe += "&gt;";
                break;
            case '"':
                safe += "&quot;";
                break;
            case '\'':
                safe += "&#39;";
                break;
            default:
                if (is_control(letter)) {
                    safe += "\xEF\xBF\xBD";
                } else {
                    safe += letter;
                }
        }
    }
    return safe;
}

Html plain(std::string_view text) { return Html(escaped(text)); }

Html element(std::string_view name, Attributes attributes, const Html& content) {
    return Html(opening(name, attributes) + ">" + content.text() + "</" + std::string(name) +
                (is_inline(name) ? ">" : ">\n"));
}
Html element(std::string_view name, Attributes attributes, std::string_view content) {
    return element(name, attributes, plain(content));
}
Html element(std::string_view name, const Html& content) { return element(name, {}, content); }
Html element(std::string_view name, std::string_view content) { return element(name, {}, plain(content)); }

Html empty_element(std::string_view name, Attributes attributes) { return Html(opening(name, attributes) + "/>"); }

Html style_sheet(std::string_view css) { return Html("<style>" + std::string(css) + "</style>\n"); }

}  // namespace leeway
