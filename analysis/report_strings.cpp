#include "analysis/report_strings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "analysis/page_files.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

/// The object of texts, or nothing. Nested values are dropped while reading, so that depth costs nothing.
std::optional<Texts> read_texts(std::string_view json) {
    const auto flat = [](int depth, nlohmann::json::parse_event_t, nlohmann::json&) { return depth <= 1; };
    const nlohmann::json read = nlohmann::json::parse(json, flat, false);
    if (!read.is_object()) return std::nullopt;
    Texts texts;
    for (const auto& [key, value] : read.items()) {
        if (!value.is_string()) return std::nullopt;
        texts[key] = value.get<std::string>();
    }
    return texts;
}

/// The names between braces.
std::vector<std::string> places(std::string_view text) {
    std::vector<std::string> names;
    for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
        const std::size_t close = text.find('}', open);
        if (close == std::string_view::npos) break;
        names.emplace_back(text.substr(open + 1, close - open - 1));
    }
    return names;
}

bool may_be_added(std::string_view key) { return key.starts_with("metric.") || key.starts_with("meaning."); }

/// What is wrong with one translated text, or nothing.
std::optional<std::string> problem_of(const Texts& english, const std::string& key, const std::string& text) {
    const auto original = english.find(key);
    if (original == english.end()) {
        if (may_be_added(key)) return std::nullopt;
        std::vector<std::string> keys;
        for (const auto& [known, ignored] : english) keys.push_back(known);
        return fmt::format("\"{}\" is no text of the report.{}", printable(key), suggestion(key, keys));
    }
    const std::vector<std::string> known = places(original->second);
    for (const std::string& name : places(text)) {
        if (std::find(known.begin(), known.end(), name) == known.end())
            return fmt::format("the text \"{}\" holds {{{}}}, which the English text has not; it reads: {}",
                               printable(key), printable(name), original->second);
    }
    return std::nullopt;
}

}  // namespace

std::string ReportStrings::operator()(std::string_view key, std::initializer_list<Fill> fills) const {
    const auto found = texts_.find(key);
    if (found == texts_.end()) return std::string(key);
    const std::string& text = found->second;
    std::string filled;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t close = text[at] == '{' ? text.find('}', at) : std::string::npos;
        const std::string_view name =
            close == std::string::npos ? "" : std::string_view(text).substr(at + 1, close - at - 1);
        const auto fill =
            std::find_if(fills.begin(), fills.end(), [&](const Fill& each) { return each.first == name; });
        filled += fill == fills.end() ? text.substr(at, 1) : fill->second;
        if (fill != fills.end()) at = close;
    }
    return filled;
}

std::string ReportStrings::counted(std::size_t count, std::string_view noun) const {
    return (*this)(std::string(noun) + (count == 1 ? ".one" : ".many"), {{"count", std::to_string(count)}});
}

std::string ReportStrings::listed(const std::vector<std::string>& words) const {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? (*this)("list.last") : (*this)("list.between");
        text += words[i];
    }
    return text;
}

ReportStrings english_strings() { return ReportStrings(read_texts(report_english()).value_or(Texts{})); }

std::variant<ReportStrings, std::string> translated_strings(std::string_view json) {
    const auto translated = read_texts(json);
    if (!translated)
        return "it is no JSON object of texts by key. analysis/page/english.json shows all keys; copy it and translate "
               "the texts";
    Texts texts = english_strings().texts();
    const Texts english = texts;
    for (const auto& [key, text] : *translated) {
        if (const auto problem = problem_of(english, key, text)) return *problem;
        texts[key] = text;
    }
    return ReportStrings(std::move(texts));
}

}  // namespace leeway
