#include "analysis/report_scorecard.hpp"

#include <algorithm>

#include "analysis/report_figure.hpp"
#include "analysis/report_words.hpp"

namespace leeway {
namespace {

bool is_form(const StoredFact& row) { return row.kind == "closed-form"; }
bool is_reproduced(const StoredFact& row) { return row.verdict == "reproduced"; }

template <class Which>
std::string count_of(const StoredScorecard& card, Which which) {
    return std::to_string(std::count_if(card.rows.begin(), card.rows.end(), which));
}

std::string scorecard_finding(const ReportContext& page) {
    const StoredScorecard& card = page.scorecard;
    const auto applies = [](const StoredFact& row) { return !is_form(row) && row.verdict != "not applicable"; };
    const auto shown = [](const StoredFact& row) { return !is_form(row) && is_reproduced(row); };
    const auto emergent = [](const StoredFact& row) { return row.kind == "emergent" && is_reproduced(row); };
    return page.words(
        "scorecard.finding",
        {{"shown", count_of(card, shown)}, {"all", count_of(card, applies)}, {"emergent", count_of(card, emergent)}});
}

Html verdict_cell(const ReportContext& page, const StoredFact& row) {
    const std::string word = page.words("scorecard.verdict." + row.verdict);
    const char* style = is_reproduced(row) ? "better" : row.verdict == "not reproduced" ? "worse" : "same";
    Html cell = element("span", {{"class", style}}, word);
    if (!row.reason.empty()) cell += element("span", {{"class", "line quiet"}}, row.reason);
    return element("td", {{"class", "wide"}}, cell);
}

Html row_of(const ReportContext& page, const StoredFact& row) {
    const std::string value = number(row.value.mean, largest({row.value.low, row.value.high, row.value.mean}));
    const std::string range =
        row.value.low == row.value.high ? std::string() : interval_words(page.words, {}, row.value, false);
    const Html shown = element("span", {{"class", "level"}}, value) +
                       (range.empty() ? Html() : element("span", {{"class", "line quiet interval"}}, range));
    return element("tr", element("th", {{"scope", "row"}, {"class", "outcome"}},
                                 plain(sentence_case(row.statement)) +
                                     element("span", {{"class", "quiet"}}, row.id + ": " + row.measure)) +
                             element("td", page.words("scorecard.kind." + row.kind)) + element("td", row.target) +
                             value_cell(shown, {row.value.mean, row.value.low, row.value.high}) +
                             verdict_cell(page, row) + element("td", {{"class", "wide"}}, row.mechanism) +
                             element("td", row.source));
}

template <class Which>
Html table_of(const ReportContext& page, std::string_view label, std::string_view name, Which which) {
    const ReportStrings& words = page.words;
    const Html head = column_heading(words("scorecard.fact")) + column_heading(words("scorecard.kind")) +
                      column_heading(words("scorecard.target")) +
                      column_heading(words("scorecard.model"), {"model", "low", "high"}) +
                      column_heading(words("scorecard.verdict")) + column_heading(words("scorecard.mechanism")) +
                      column_heading(words("assumptions.source"));
    Html rows;
    for (const StoredFact& row : page.scorecard.rows) {
        if (which(row)) rows += row_of(page, row);
    }
    return rows.empty() ? Html() : data_table(label, name, head, rows);
}

/// What mathematics says the simulator must give, behind a disclosure.
Html forms(const ReportContext& page) {
    const StoredScorecard& card = page.scorecard;
    const std::string title =
        page.words("scorecard.forms",
                   {{"shown", count_of(card, [](const StoredFact& row) { return is_form(row) && is_reproduced(row); })},
                    {"all", count_of(card, is_form)}});
    const Html table = table_of(page, title, "closed-forms", is_form);
    return table.empty() ? Html() : element("details", element("summary", title) + table);
}

Html measured(const ReportContext& page) {
    const std::string title = scorecard_finding(page);
    const std::string note = page.words("scorecard.note", {{"scenario", page.scorecard.scenario},
                                                           {"count", std::to_string(page.scorecard.replicates)}});
    return element("h3", {{"class", "chart-title"}}, title) + element("p", {{"class", "quiet"}}, note) +
           table_of(page, page.words("scorecard.label"), "scorecard",
                    [](const StoredFact& row) { return !is_form(row); }) +
           forms(page);
}

/// Nothing was measured for this page: what is known of the world all the same, and how to measure.
Html known(const ReportContext& page) {
    Html items;
    for (const StoredFact& row : page.scorecard.rows)
        items += element("li", element("strong", sentence_case(row.statement) + ".") + plain(" " + row.reason + "."));
    Html part = items.empty()
                    ? Html()
                    : element("h3", {{"class", "chart-title"}}, page.words("scorecard.gaps")) + element("ul", items);
    const std::string measure = "leeway validate " + page.results.scenario + " --json > scorecard.json";
    return part + element("p", plain(page.words("scorecard.command") + " ") + element("code", measure) + plain(", ") +
                                   element("code", page.rebuild + " --scorecard scorecard.json"));
}

}  // namespace

Html scorecard_part(const ReportContext& page) { return page.scorecard.replicates > 0 ? measured(page) : known(page); }

}  // namespace leeway
