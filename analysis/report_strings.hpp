// The words of the report, by key, so that the page can speak other languages than English. A key names what a text is
// for; `{name}` in a text stands for what the program puts there.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace leeway {

/// What stands in the place of `{first}` in a text.
using Fill = std::pair<std::string_view, std::string>;

/// All texts of the page in one language.
class ReportStrings {
  public:
    explicit ReportStrings(std::map<std::string, std::string, std::less<>> texts) : texts_(std::move(texts)) {}

    /// The text of that key, filled in; the key itself where there is none.
    std::string operator()(std::string_view key, std::initializer_list<Fill> fills = {}) const;
    bool has(std::string_view key) const { return texts_.find(key) != texts_.end(); }

    /// "1 world", "12 worlds": the texts `NOUN.one` and `NOUN.many`, in which `{count}` is the number.
    std::string counted(std::size_t count, std::string_view noun) const;
    /// "a, b and c".
    std::string listed(const std::vector<std::string>& words) const;

    const std::map<std::string, std::string, std::less<>>& texts() const { return texts_; }

  private:
    std::map<std::string, std::string, std::less<>> texts_;
};

/// The page's own language.
ReportStrings english_strings();

/// The texts of a translation: a JSON object of texts by key. What it lacks stays English. Titles and meanings of
/// outcomes (`metric.NAME`, `meaning.NAME`) may be added. The text says what is wrong: no such object, a key that the
/// page does not have, or a `{name}` that the English text does not have.
std::variant<ReportStrings, std::string> translated_strings(std::string_view json);

}  // namespace leeway
