#include "cli/scorecard_output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "analysis/limits.hpp"
#include "analysis/numbers.hpp"

namespace leeway {
namespace {

using Json = nlohmann::json;

constexpr std::string_view green = "\x1b[32m", red = "\x1b[31m", plain = "\x1b[0m";

std::string value_text(const Interval& value) {
    if (!std::isfinite(value.mean)) return "-";
    const int decimals = decimals_for(largest({value.low, value.high, value.mean}), 3);
    const auto written = [&](double number) { return plain_number(number, decimals); };
    if (!std::isfinite(value.low) || value.low == value.high) return written(value.mean);
    return fmt::format("{} ({} to {})", written(value.mean), written(value.low), written(value.high));
}

std::string painted(const ScoreRow& row, bool colour) {
    const std::string words(text(row.verdict));
    if (!colour || row.verdict == FactVerdict::not_applicable) return words;
    const std::string_view code = row.verdict == FactVerdict::reproduced ? green : red;
    return fmt::format("{}{}{}", code, words, plain);
}

std::size_t count_of(const std::vector<ScoreRow>& rows, FactVerdict verdict) {
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [&](const ScoreRow& row) { return row.verdict == verdict; }));
}

std::string summary(const std::vector<ScoreRow>& rows) {
    const auto emergent = std::count_if(rows.begin(), rows.end(), [](const ScoreRow& row) {
        return row.kind == FactKind::emergent && row.verdict == FactVerdict::reproduced;
    });
    return fmt::format("{} reproduced ({} of them emergent), {} not reproduced, {} not applicable",
                       count_of(rows, FactVerdict::reproduced), emergent, count_of(rows, FactVerdict::not_reproduced),
                       count_of(rows, FactVerdict::not_applicable));
}

std::string title_of(const Scorecard& card) {
    const std::string drawn = card.worlds.empty() ? "each in a world of its own" : "each in a world of " + card.worlds;
    const std::string settings = card.settings.empty() ? "" : "; all under " + card.settings;
    return fmt::format("Scorecard of {}: {}, {}, {} months, seed {}{}{}", card.scenario,
                       counted(static_cast<std::size_t>(card.replicates), "replicate"), drawn, card.months, card.seed,
                       settings, card.mechanisms_off ? "; every fact's mechanism is switched off" : "");
}

std::string heading_of(const Scorecard& card) {
    return card.scenario + (card.worlds.empty() ? "" : ", worlds of " + card.worlds);
}

std::string row_text(const ScoreRow& row, bool colour) {
    std::string lines = fmt::format("{:<12} {:<12} {:<14} {:<28} {}\n", row.id, text(row.kind), row.target,
                                    value_text(row.value), painted(row, colour));
    lines +=
        fmt::format("    {}\n    {}\n    by: {}; source: {}\n", row.statement, row.measure, row.mechanism, row.source);
    if (!row.reason.empty()) lines += fmt::format("    why: {}\n", row.reason);
    return lines;
}

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json row_json(const ScoreRow& row) {
    return {{"id", row.id},
            {"kind", text(row.kind)},
            {"statement", row.statement},
            {"measure", row.measure},
            {"target", row.target},
            {"value", number(row.value.mean)},
            {"low", number(row.value.low)},
            {"high", number(row.value.high)},
            {"verdict", text(row.verdict)},
            {"source", row.source},
            {"mechanism", row.mechanism},
            {"reason", row.reason},
            {"should_hold", row.should_hold}};
}

std::string table_of(const std::vector<ScoreRow>& rows, bool closed_forms) {
    std::string table =
        "\n| row | label | what is said, and the number that answers | target | model | verdict | by | source |\n"
        "|---|---|---|---|---|---|---|---|\n";
    for (const ScoreRow& row : rows) {
        if ((row.kind == FactKind::closed_form) != closed_forms) continue;
        const std::string reason = row.reason.empty() ? "" : ": " + row.reason;
        table += fmt::format("| `{}` | *{}* | {}: {} | {} | {} | **{}**{} | {} | {} |\n", row.id, text(row.kind),
                             row.statement, row.measure, row.target, value_text(row.value), text(row.verdict), reason,
                             row.mechanism, row.source);
    }
    return table;
}

/// "yes", "no" or "-" for every fact and scenario.
std::string overview(const std::vector<Scorecard>& cards) {
    std::string head = "\n| row | label |", rule = "\n|---|---|", body;
    for (const Scorecard& card : cards) {
        head += " " + heading_of(card) + " |";
        rule += "---|";
    }
    for (std::size_t i = 0; i < cards.front().rows.size(); ++i) {
        const ScoreRow& first = cards.front().rows[i];
        if (first.kind == FactKind::closed_form) continue;
        body += fmt::format("\n| `{}` {} | *{}* |", first.id, first.statement, text(first.kind));
        for (const Scorecard& card : cards) {
            const FactVerdict verdict = card.rows[i].verdict;
            body += verdict == FactVerdict::reproduced       ? " yes |"
                    : verdict == FactVerdict::not_reproduced ? " no |"
                                                             : " - |";
        }
    }
    return head + rule + body + "\n";
}

}  // namespace

std::string scorecard_text(const Scorecard& card, bool colour) {
    std::string lines = title_of(card) + "\n\n";
    lines += fmt::format("{:<12} {:<12} {:<14} {:<28} {}\n", "row", "label", "target", "model", "verdict");
    for (const ScoreRow& row : card.rows) lines += row_text(row, colour);
    lines += "\n" + summary(card.rows) + "\n";
    lines += "Intervals of facts are 95 %, over replicates; a fact is reproduced where all of it lies in the target.\n";
    return lines + "! " + limit_of_harm() + "\n";
}

Json scorecard_json(const Scorecard& card) {
    Json rows = Json::array();
    for (const ScoreRow& row : card.rows) rows.push_back(row_json(row));
    return {{"scenario", card.scenario},
            {"worlds", card.worlds.empty() ? Json(nullptr) : Json(card.worlds)},
            {"settings", card.settings},
            {"replicates", card.replicates},
            {"months", card.months},
            {"seed", card.seed},
            {"mechanisms_off", card.mechanisms_off},
            {"confidence", confidence},
            {"rows", rows},
            {"limits", limits_of_the_model()}};
}

std::string scorecard_markdown(const std::vector<Scorecard>& cards) {
    std::string page = "# Does the model show what is known?\n\n";
    page += fmt::format("This page is generated: `leeway validate{} --markdown --replicates {} > docs/validity.md`;",
                        cards.size() == 1 ? " " + cards.front().scenario : "", cards.front().replicates);
    page +=
        " how to read it,\n"
        "and to question a row, stands in [its guide](guides/validity.md). A fact is reproduced where the whole 95 % "
        "interval lies in the\n"
        "target. *input*: a parameter says it. *calibrated*: parameters were chosen with an eye on it. *emergent*: "
        "neither;\n"
        "with its mechanism switched off the row fails, which a test holds.\n\n";
    for (const std::string& limit : limits_of_the_model()) page += "> " + limit + "\n>\n";
    page += "\n## All scenarios\n" + overview(cards);
    for (const Scorecard& card : cards) {
        const auto is_form = [](const ScoreRow& row) { return row.kind == FactKind::closed_form; };
        std::vector<ScoreRow> facts = card.rows;
        std::erase_if(facts, is_form);
        page += fmt::format("\n## {}\n\n{}. {}.\n", heading_of(card), title_of(card), summary(facts));
        page += table_of(facts, false);
    }
    return page +
           "\n## Closed forms\n\nThe same in every scenario; intervals are 4.892 standard errors wide each way.\n" +
           table_of(cards.front().rows, true);
}

}  // namespace leeway
