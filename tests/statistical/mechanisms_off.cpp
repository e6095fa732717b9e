// A fact that the model shows by a mechanism must fail without it; else the mechanism is not why it holds. That rows
// fail says something only where runs of the same size show them with the mechanism on.
#include <algorithm>

#include "catch.hpp"
#include "experiment/validity/facts.hpp"
#include "experiment/validity/scorecard.hpp"

using namespace leeway;

namespace {

constexpr std::ptrdiff_t least_shown = 6;  // of the emergent facts that the scorecard of uk-fintech reproduces

std::vector<ScoreRow> emergent_rows(bool mechanisms_off) {
    std::vector<Fact> emergent = all_facts();
    std::erase_if(emergent, [](const Fact& fact) { return fact.kind != FactKind::emergent; });
    TrialSize small;
    small.citizens = 1'000;
    small.replicates = 8;
    Problems problems;
    const auto rows = score_facts("uk-fintech", emergent, small, mechanisms_off, problems, [](std::size_t) {});
    INFO(text(problems));
    REQUIRE(rows);
    return *rows;
}

bool holds(const ScoreRow& row) { return row.verdict == FactVerdict::reproduced; }

}  // namespace

TEST_CASE("emergent facts hold by their mechanisms, and none holds with its mechanism switched off") {
    const std::vector<ScoreRow> on = emergent_rows(false), off = emergent_rows(true);
    for (std::size_t i = 0; i < off.size(); ++i) {
        INFO(off[i].id << ": " << off[i].value.mean << " [" << off[i].value.low << ", " << off[i].value.high
                       << "], target " << off[i].target << "; with its mechanism " << on[i].value.mean << " ["
                       << on[i].value.low << ", " << on[i].value.high << "]");
        CHECK_FALSE(holds(off[i]));
    }
    CHECK(std::count_if(on.begin(), on.end(), holds) >= least_shown);
}
