#include "analysis/scorecard_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

namespace leeway {
namespace {

using nlohmann::json;

constexpr const char* no_scorecard =
    "it is no scorecard. `leeway validate NAME --json` prints one; store what it prints in a file";

constexpr std::array<std::string_view, 4> kinds{"input", "calibrated", "emergent", "closed-form"};
constexpr std::array<std::string_view, 3> verdicts{"reproduced", "not reproduced", "not applicable"};

template <std::size_t count>
bool is_one_of(const std::array<std::string_view, count>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Puts the text under `key` into `place`; false where there is none.
bool read_word(const json& row, const char* key, std::string& place) {
    const auto found = row.find(key);
    if (found == row.end() || !found->is_string()) return false;
    place = found->get<std::string>();
    return true;
}

/// The same for a number; null stands for one that is missing.
bool read_number(const json& row, const char* key, double& place) {
    const auto found = row.find(key);
    if (found == row.end() || !(found->is_number() || found->is_null())) return false;
    place = found->is_null() ? missing_value : found->get<double>();
    return true;
}

std::optional<StoredFact> read_row(const json& row) {
    if (!row.is_object()) return std::nullopt;
    StoredFact fact;
    const bool words = read_word(row, "id", fact.id) && read_word(row, "kind", fact.kind) &&
                       read_word(row, "statement", fact.statement) && read_word(row, "measure", fact.measure) &&
                       read_word(row, "target", fact.target) && read_word(row, "verdict", fact.verdict) &&
                       read_word(row, "source", fact.source) && read_word(row, "mechanism", fact.mechanism) &&
                       read_word(row, "reason", fact.reason);
    const bool numbers = read_number(row, "value", fact.value.mean) && read_number(row, "low", fact.value.low) &&
                         read_number(row, "high", fact.value.high);
    if (!words || !numbers || !is_one_of(kinds, fact.kind) || !is_one_of(verdicts, fact.verdict)) return std::nullopt;
    return fact;
}

/// The document down to the values of rows; what lies deeper is dropped while reading, so that depth costs nothing.
json read_shallow(std::string_view text) {
    const auto shallow = [](int depth, json::parse_event_t, json&) { return depth <= 3; };
    return json::parse(text, shallow, false);
}

}  // namespace

std::variant<StoredScorecard, std::string> read_scorecard(std::string_view text) {
    const json document = read_shallow(text);
    StoredScorecard card;
    if (!document.is_object() || !read_word(document, "scenario", card.scenario)) return no_scorecard;
    const auto replicates = document.find("replicates"), rows = document.find("rows");
    if (replicates == document.end() || !replicates->is_number_unsigned() || rows == document.end() ||
        !rows->is_array() || rows->empty())
        return no_scorecard;
    if (document.value("mechanisms_off", json(false)) == json(true))
        return "its mechanisms were switched off (--off), so it says nothing of the model as it is";
    card.replicates = replicates->get<std::size_t>();
    for (std::size_t place = 0; place < rows->size(); ++place) {
        auto row = read_row((*rows)[place]);
        if (!row) return fmt::format("its row {} is no row of a scorecard of this version", place + 1);
        card.rows.push_back(std::move(*row));
    }
    return card;
}

}  // namespace leeway
