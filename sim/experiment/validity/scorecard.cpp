#include "experiment/validity/scorecard.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/text.hpp"

namespace leeway {
namespace {

ScoreRow row_of(const Fact& fact) {
    ScoreRow row;
    row.id = fact.id;
    row.kind = fact.kind;
    row.statement = fact.statement;
    row.measure = fact.measure;
    row.target = target_text(fact.band);
    row.source = fact.source;
    row.mechanism = fact.mechanism;
    row.should_hold = fact.gap.empty();
    return row;
}

bool lies_within(const Interval& value, const Band& band) { return value.low > band.low && value.high < band.high; }

bool lies_apart(const Interval& value, const Band& band) { return value.high < band.low || value.low > band.high; }

/// What the interval itself says about a fact that is not reproduced.
std::string what_is_seen(const Interval& value, const Band& band) {
    if (std::isnan(value.low)) return "the number could not be measured in these runs";
    return lies_apart(value, band) ? "" : "the interval reaches beyond the target: these runs do not decide it";
}

}  // namespace

std::string_view text(FactVerdict verdict) {
    switch (verdict) {
        case FactVerdict::reproduced:
            return "reproduced";
        case FactVerdict::not_reproduced:
            return "not reproduced";
        case FactVerdict::not_applicable:
            return "not applicable";
    }
    return "";
}

std::string target_text(const Band& band) {
    if (std::isinf(band.high)) return "above " + number_text(band.low);
    if (std::isinf(band.low)) return "below " + number_text(band.high);
    return number_text(band.low) + " to " + number_text(band.high);
}

ScoreRow judge(const Fact& fact, const std::vector<double>& values) {
    ScoreRow row = row_of(fact);
    row.value = t_interval(values);
    const bool agrees = lies_within(row.value, fact.band);
    row.verdict = agrees ? FactVerdict::reproduced : FactVerdict::not_reproduced;
    if (!agrees) row.reason = fact.gap.empty() ? what_is_seen(row.value, fact.band) : fact.gap;
    return row;
}

ScoreRow set_aside(const Fact& fact, const std::string& reason) {
    ScoreRow row = row_of(fact);
    row.reason = reason;
    return row;
}

std::optional<std::vector<ScoreRow>> score_facts(const std::string& scenario, const std::vector<Fact>& facts,
                                                 const TrialSize& size, bool mechanisms_off, Problems& problems,
                                                 const std::function<void(std::size_t)>& on_replicate) {
    const auto described = scenario_of_trials(scenario, problems);
    if (!described) return std::nullopt;
    std::vector<Fact> asked;
    std::copy_if(facts.begin(), facts.end(), std::back_inserter(asked),
                 [&](const Fact& fact) { return fact.not_applicable(*described).empty(); });
    const auto values = run_trials(scenario, asked, size, mechanisms_off, problems, on_replicate);
    if (!values) return std::nullopt;
    std::vector<ScoreRow> rows;
    std::size_t next = 0;
    for (const Fact& fact : facts) {
        const std::string reason = fact.not_applicable(*described);
        rows.push_back(reason.empty() ? judge(fact, (*values)[next++]) : set_aside(fact, reason));
    }
    return rows;
}

bool has_failed(const std::vector<ScoreRow>& rows) {
    return std::any_of(rows.begin(), rows.end(), [](const ScoreRow& row) {
        return row.should_hold && row.verdict == FactVerdict::not_reproduced;
    });
}

}  // namespace leeway
