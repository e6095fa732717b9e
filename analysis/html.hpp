// Markup as a type of its own: text reaches a page only through plain(), which escapes it, so no name from a file can
// become an element, an attribute or a script.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace leeway {

/// Finished HTML or SVG. It is made by plain(), element() and empty_element() only.
class Html {
  public:
    Html() = default;
    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }
    Html& operator+=(const Html& more) {
        text_ += more.text_;
        return *this;
    }
    friend Html operator+(Html left, const Html& right) { return left += right; }

  private:
    explicit Html(std::string text) : text_(std::move(text)) {}
    friend Html plain(std::string_view text);
    friend Html element(std::string_view, std::initializer_list<std::pair<std::string_view, std::string>>, const Html&);
    friend Html empty_element(std::string_view, std::initializer_list<std::pair<std::string_view, std::string>>);
    friend Html style_sheet(std::string_view css);
    friend Html script(std::string_view code);
    friend Html data_block(std::string_view id, std::string_view json);

    std::string text_;
};

using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

/// The text with & < > " ' written as references and control characters (but not line ends and tabs) replaced by
/// U+FFFD; fit for content and for attributes in double quotes.
std::string escaped(std::string_view text);

/// Text as content.
Html plain(std::string_view text);

/// <name attributes>content</name>. Names are the program's own words; values are escaped here.
Html element(std::string_view name, Attributes attributes, const Html& content);
Html element(std::string_view name, Attributes attributes, std::string_view content);
Html element(std::string_view name, const Html& content);
Html element(std::string_view name, std::string_view content);

/// An element without content, such as <meta> or an SVG <line>: <name attributes/>.
Html empty_element(std::string_view name, Attributes attributes);

/// A <style> element. `css` is the program's own text: it is not escaped.
Html style_sheet(std::string_view css);

/// A <script> element. `code` is the program's own text: it is not escaped.
Html script(std::string_view code);

/// JSON for a script to read, never to run. < > & and the line ends of U+2028 and U+2029 are written as \u003c and the
/// like, so that nothing in it ends the element.
Html data_block(std::string_view id, std::string_view json);

}  // namespace leeway
