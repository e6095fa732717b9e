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

/// The JSON text without anything that could end its element.
std::string inert(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> unsafe{
        {{"<", "\\u003c"}, {">", "\\u003e"}, {"&", "\\u0026"}, {"\u2028", "\\u2028"}, {"\u2029", "\\u2029"}}};
    std::string safe;
    for (std::size_t at = 0; at < text.size();) {
        const auto found = std::find_if(unsafe.begin(), unsafe.end(),
                                        [&](const auto& each) { return text.substr(at).starts_with(each.first); });
        safe += found == unsafe.end() ? text.substr(at, 1) : found->second;
        at += found == unsafe.end() ? 1 : found->first.size();
    }
    return safe;
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

Html script(std::string_view code) { return Html("<script>" + std::string(code) + "</script>\n"); }

Html data_block(std::string_view id, std::string_view json) {
    return Html(opening("script", {{"type", "application/json"}, {"id", std::string(id)}}) + ">" + inert(json) +
                "</script>\n");
}

}  // namespace leeway
